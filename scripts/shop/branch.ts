import { findBranches, saveBranch } from '../../server/domains/subshop/store'
import { type Command, CommandError, readArguments } from './context'

const usage =
  '[店名 name] [--address 地址] [--phone 电话] [--hours "9:00–21:00"] [--at 纬度,经度] [--pick-up on|off] [--open on|off] [--order 1]'

/** Branches where goods can be fetched. */
export const branch: Command = {
  usage,
  about: '列出门店；给出店名则新增或修改 / list branches, or add and change one',
  async run(args, shop) {
    const names = args.length && !args[0]?.startsWith('--') ? ['name'] : []
    const text = { address: 'string', phone: 'string', hours: 'string', at: 'string' } as const
    const more = { 'pick-up': 'string', open: 'string', order: 'string' } as const
    const { positionals, values, shop: at } = readArguments(args, usage, names, { ...text, ...more })
    const merchant = await shop.merchant(at)
    const [name] = positionals
    if (name === undefined) {
      const rows = await findBranches(shop.database.db, merchant.id)
      if (rows.length === 0) return console.log('没有门店 / no branches')
      for (const row of rows)
        console.log(
          `${row.id}  ${row.name}  ${row.address}  ${row.phone}  ${row.hours}  自提${row.hands_out ? '开' : '关'}${row.is_open ? '' : '  已歇业'}`,
        )
      return
    }
    const draft = {
      name,
      ...given('address', values.address),
      ...given('phone', values.phone),
      ...given('hours', values.hours),
      ...placeIn(values.at),
      ...flagged('hands_out', values['pick-up']),
      ...flagged('is_open', values.open),
      ...(values.order === undefined ? {} : { paixu: Number(values.order) || 0 }),
    }
    const row = await shop.database.transaction(tx => saveBranch(tx, merchant.id, draft, shop.now))
    console.log(`已保存 / saved: ${row.id} ${row.name}`)
  },
}

type Value = string | boolean | undefined

const given = (column: string, value: Value) => (value === undefined ? {} : { [column]: String(value) })

function flagged(column: string, value: Value) {
  if (value === undefined) return {}
  if (value !== 'on' && value !== 'off') throw new CommandError('应为 on 或 off / must be on or off')
  return { [column]: value === 'on' ? 1 : 0 }
}

function placeIn(value: Value) {
  if (value === undefined) return {}
  const [latitude, longitude] = String(value).split(/[,，]/).map(Number)
  if (!(Math.abs(latitude ?? 99) <= 90 && Math.abs(longitude ?? 999) <= 180))
    throw new CommandError('位置应如 30.2741,120.1551（纬度在前） / a place looks like 30.2741,120.1551')
  return { latitude, longitude }
}
