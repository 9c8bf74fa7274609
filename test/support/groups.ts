/** Group buys as the shop keeper's tool sets them. */
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { type Level, setTerms } from '../../server/domains/pingtuan/terms'
import { type OrderCreate, place } from './orders'
import { dataOf, giveBalance, type Person } from './people'
import type { Shop } from './shop'

interface Terms {
  priceFen?: number
  persons?: number
  hours?: number
  refundTo?: 0 | 1
  levels?: Level[]
  days?: number
}

/** ¥7 for three people within a day, refunded to the balance, for thirty days, unless said otherwise. */
export function createGroupTerms(
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  goodsId: number,
  { priceFen = 700, persons = 3, hours = 24, refundTo = 0, levels, days = 30 }: Terms = {},
): Promise<number> {
  const { transaction, clock } = app.services
  const now = clock.now()
  const endsAt = new Date(now.getTime() + days * DAY_MS)
  const draft = { goodsId, priceFen: fen(priceFen), persons, hours, refundTo, levels, endsAt }
  return transaction(tx => setTerms(tx, merchantId, draft, now))
}

/** Orders one piece with a group and pays it from a balance that is filled for it. Answers the order. */
export async function joinTeam(
  shop: Shop,
  person: Person,
  goodsId: number,
  teamId: number,
  more: Partial<OrderCreate> = {},
) {
  const order = await place(shop, person, goodsId, { pingtuanOpenId: teamId, ...more })
  await giveBalance(shop, person, Math.round(order.amountReal * 100))
  await dataOf(shop.wxapi.orderPay(person.token, String(order.id)))
  return order
}

/** A group whose leader has paid. Answers its number. */
export async function openTeam(shop: Shop, leader: Person, goodsId: number): Promise<number> {
  const { id } = await dataOf(shop.wxapi.pingtuanOpen(leader.token, goodsId))
  await joinTeam(shop, leader, goodsId, id)
  return id
}
