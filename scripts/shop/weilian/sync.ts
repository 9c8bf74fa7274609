import { stepText } from '../../../server/domains/supply/catalogue/plan'
import { applySteps, BadMarkup, planFor } from '../../../server/domains/supply/catalogue/sync'
import { CommandError } from '../context'
import { withSupplier } from './account'
import type { Desk } from './desk'

/** Our catalogue follows the supplier's. `--add` takes new goods in; `--dry-run` shows what would change. */
export async function sync({ shop, merchant, values }: Desk): Promise<void> {
  const { database, now } = shop
  const goods = await withSupplier(shop, weilian => weilian.goods())
  const wanted = String(values.add ?? '')
  const add = wanted === 'all' ? 'all' : wanted.split(',').filter(Boolean)
  const steps = await planFor(database.db, merchant.id, goods, add).catch(error => {
    throw error instanceof BadMarkup ? new CommandError(error.message) : error
  })
  for (const step of steps) console.log(stepText(step))
  if (steps.length === 0) return console.log('没有变化 / nothing has changed')
  if (values['dry-run']) return console.log(`试算：${steps.length} 处变化，没有写入 / a trial, nothing was written`)
  const { done, problems } = await applySteps(
    merchant.id,
    steps,
    { database, now, savePicture: address => savePicture(shop, merchant.id, address) },
    (at, of) => process.stdout.write(`\r${at} / ${of}`),
  )
  console.log(`\n同步完成 / done: ${done}${problems.length ? `，问题 ${problems.length} / problems` : ''}`)
  for (const problem of problems) console.log(problem)
}

/** Loaded when it is needed: most commands fetch nothing. */
async function savePicture({ files, now }: Desk['shop'], merchantId: number, address: string): Promise<string> {
  const { fetchPicture } = await import('../../../server/domains/file/fetch-picture')
  return (await files.savePicture(merchantId, await fetchPicture(address), now)).path
}
