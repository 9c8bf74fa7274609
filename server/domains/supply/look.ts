/** A look at the goods before they are bought: whether they are there, for what, and what they ask for. */
import { type Fen, fen, yuanText } from '../../../contract/money'
import type { Weilian, WeilianGoods } from '../../gateways/weilian'
import { readJson, writeJson } from '../../json'
import type { Services } from '../../services'
import { logisticsOf } from '../order/rows'
import type { PurchaseRow } from './purchases'

const TOP_UP = 1
const PHYSICAL = 2

type Seen = { problem: string } | { costFen: Fen; fields: string }

/** Says why not, or what the supplier will take and what it must be told. Throws what the gateway throws. */
export async function lookAt(weilian: Weilian, purchase: PurchaseRow, services: Services): Promise<Seen> {
  const { goods_id, price_limit_fen, quantity } = purchase
  const found = await weilian.goodsById([goods_id])
  const goods = found.find(({ id }) => id === goods_id)
  if (!goods) return { problem: '供货商没有该商品' }
  if (goods.priceFen === undefined) return { problem: '供货商没有给出价格' }
  if (goods.priceFen > price_limit_fen)
    return { problem: `供货价 ¥${yuanText(goods.priceFen)} 高于顾客所付 ¥${yuanText(price_limit_fen)}` }
  if (goods.stock !== undefined && goods.stock < quantity) return { problem: '供货商库存不足' }
  const fields = readJson<Record<string, string>>(purchase.fields_json)
  if (purchase.goods_kind === PHYSICAL) Object.assign(fields, await whereTo(goods, fields, purchase, services))
  const missing = purchase.goods_kind === TOP_UP && !Object.keys(fields).length ? goods.fields : []
  if (missing.length) return { problem: `没有填写：${missing.join('、')}` }
  return { costFen: fen(goods.priceFen * quantity), fields: writeJson(fields) }
}

/** Goods that are sent ask for the address in words of their own; the buyer has told it once already. */
async function whereTo(
  { fields: asked }: WeilianGoods,
  told: Readonly<Record<string, string>>,
  { merchant_id, order_id }: PurchaseRow,
  { db }: Services,
): Promise<Record<string, string>> {
  const order = await db
    .selectFrom('orders')
    .selectAll()
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', order_id)
    .executeTakeFirst()
  const address = order && logisticsOf(order)
  if (!address) return {}
  const { linkMan, mobile, provinceStr, cityStr, areaStr, streetStr } = address
  const known: [RegExp, string][] = [
    [/地址/, `${provinceStr}${cityStr}${areaStr}${streetStr}${address.address}`],
    [/电话|手机|联系方式/, mobile],
    [/收货人|收件人|姓名|联系人/, linkMan],
  ]
  const missing = asked.filter(name => !told[name])
  return Object.fromEntries(
    missing.flatMap(name => {
      const fact = known.find(([pattern]) => pattern.test(name))
      return fact ? [[name, fact[1]]] : []
    }),
  )
}
