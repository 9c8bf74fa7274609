import { yuanText } from '../../../contract/money'
import type { WeilianGoods } from '../../../server/gateways/weilian'
import { withSupplier } from './account'
import type { Desk } from './desk'

const TYPES = ['卡密', '直充', '实物']

/** What the supplier sells; a word narrows it down. */
export async function listGoods({ shop, values }: Desk): Promise<void> {
  const goods = await withSupplier(shop, weilian => weilian.goods())
  const word = String(values.name ?? '')
  const found = goods.filter(({ title, id }) => title.includes(word) || id === word)
  if (found.length === 0) return console.log('没有商品 / no goods')
  for (const one of found) console.log(lineFor(one))
}

const lineFor = ({ id, title, priceFen, stock, type, fields }: WeilianGoods): string =>
  [
    id.padEnd(18),
    (priceFen === undefined ? '价格不明' : `¥${yuanText(priceFen)}`).padStart(10),
    `库存 ${stock ?? '?'}`.padEnd(9),
    TYPES[type ?? -1] ?? '类型不明',
    title,
    ...(fields.length ? [`（要填：${fields.join('、')}）`] : []),
  ].join('  ')
