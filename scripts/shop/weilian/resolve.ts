import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { keeperWith } from '../../../server/domains/supply/keepers'
import {
  askResolution,
  CannotResolve,
  confirmResolution,
  noteRefundedElsewhere,
  type Person,
  tryAgain,
  type Verdict,
} from '../../../server/domains/supply/resolve'
import type { CardCode } from '../../../server/gateways/weilian'
import { CommandError, idFrom } from '../context'
import type { Desk } from './desk'
import { purchaseBy } from './purchases'
import { secretsOf } from './secrets'

/** One person says what became of a purchase. */
export async function resolve(desk: Desk, [number = '', verdict = '']: string[]): Promise<void> {
  const { shop } = desk
  const purchase = await purchaseBy(desk, number)
  const said = verdictFrom(desk, verdict)
  const person = await personFrom(desk)
  const id = await inWords(() =>
    shop.database.transaction(tx => askResolution(tx, secretsOf(shop), purchase, said, person, shop.now)),
  )
  console.log(
    `已记下，编号 ${id}。请另一个人核实后运行 weilian confirm ${id} --key <文件> / waits for a second person to confirm`,
  )
}

/** Another person confirms it: now it is done. */
export async function confirm(desk: Desk, [text = '']: string[]): Promise<void> {
  const { shop, merchant } = desk
  const person = await personFrom(desk)
  const resolution = await shop.database.db
    .selectFrom('supply_resolutions')
    .selectAll()
    .where('merchant_id', '=', merchant.id)
    .where('id', '=', idFrom(text))
    .executeTakeFirst()
  if (!resolution) throw new CommandError(`没有编号 ${text} / no such number`)
  const services = { secrets: secretsOf(shop), clock: { now: () => shop.now, advance: () => {} } }
  const { id } = await inWords(() =>
    shop.database.transaction(tx => confirmResolution(tx, services, resolution, person)),
  )
  console.log(`已了结购买 #${id} / settled（${resolution.asked_by}、${person.keeper.name}）`)
}

/** A refused purchase is tried once more. */
export async function retry(desk: Desk, [number = '']: string[]): Promise<void> {
  const { shop } = desk
  const purchase = await purchaseBy(desk, number)
  await inWords(() => shop.database.transaction(tx => tryAgain(tx, purchase, shop.now)))
  console.log(`购买 #${purchase.id} 将重新购买 / will be bought again`)
}

/** The hosted service that took the money has given it back. */
export async function refunded(desk: Desk, [number = '']: string[]): Promise<void> {
  const { shop } = desk
  const purchase = await purchaseBy(desk, number)
  await inWords(() => shop.database.transaction(tx => noteRefundedElsewhere(tx, purchase, shop.now)))
  console.log(`购买 #${purchase.id} 记为已退款 / noted as refunded`)
}

function verdictFrom({ values }: Desk, text: string): Verdict {
  if (text === 'bought') {
    const codes = values.codes === undefined ? [] : codesIn(String(values.codes))
    return { bought: true, codes, ...(values.order && { supplierOrderId: String(values.order) }) }
  }
  const next = values.next ?? 'refund'
  if (text === 'not-bought' && (next === 'refund' || next === 'again')) return { bought: false, next }
  throw new CommandError('请写 bought（可带 --codes 文件）或 not-bought（--next refund 或 again）')
}

/** A line each: the code, or number and code with a space or `----` between. Never arguments: those stay in histories. */
function codesIn(path: string): CardCode[] {
  try {
    const lines = readFileSync(path === '-' ? 0 : path, 'utf8').split(/\r?\n/)
    return lines.filter(line => line.trim()).map(codeFrom)
  } catch {
    throw new CommandError(`读不了卡密文件 ${path} / cannot read the file of codes`)
  }
}

function codeFrom(line: string): CardCode {
  const [first = '', ...rest] = line.trim().split(/\s+|----/)
  return rest.length ? { number: first, secret: rest.join(' ') } : { secret: first }
}

/** Each shows their own key, from a file, the input or the environment: what stands in a command stays in histories. */
async function personFrom({ shop, merchant, values }: Desk): Promise<Person> {
  const key = (values.key === undefined ? process.env.KEEPER_KEY : textIn(String(values.key)))?.trim()
  if (!key)
    throw new CommandError('请用 --key 文件 或 KEEPER_KEY 出示自己的钥匙（people add <姓名>）/ show your own key')
  const keeper = await keeperWith(shop.database.db, merchant.id, key)
  if (!keeper) throw new CommandError('这把钥匙不对或已作废 / the key is wrong or void')
  return { keeper, account: userInfo().username }
}

function textIn(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch {
    throw new CommandError(`读不了钥匙文件 ${path} / cannot read the file of the key`)
  }
}

async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CannotResolve) throw new CommandError(error.message)
    throw error
  }
}
