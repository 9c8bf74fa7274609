/** Orders placed and paid a second: orderCreate and orderPay from the balance, by many shoppers at once. */

import { type Connection, dataOf } from '../../src/api/client'
import * as methods from '../../src/api/wxapi.gen'
import { type Place, startShop } from './servers'
import { connectionTo, HANGZHOU } from './shopper'

const SHOPPERS = 20

export interface OrderResult {
  perSecond: number
  p50: number
  p99: number
  count: number
  memoryMb: number
}

export async function measureOrders(place: Place, seconds: number): Promise<OrderResult> {
  const shop = await startShop(place)
  const connection = connectionTo(shop.origin)
  const goods = await dataOf(methods.goods.on(connection)({ pageSize: 1000 }))
  const simple = goods.filter(
    ({ propertyIds, hasAddition, limitation, supplyType, stores, minBuyNumber, logisticsId }) =>
      !propertyIds && !hasAddition && !limitation && !supplyType && stores > 50 && minBuyNumber === 1 && logisticsId,
  )
  const tokens = await Promise.all(Array.from({ length: SHOPPERS }, (_, i) => shopper(shop.origin, connection, i)))
  const until = Date.now() + seconds * 1000
  const times: number[] = []
  await Promise.all(
    tokens.map(async (token, i) => {
      for (let n = i; Date.now() < until; n++) {
        const start = performance.now()
        const { id } = simple[n % simple.length] ?? { id: 0 }
        if (await buy(connection, token, id)) times.push(performance.now() - start)
      }
    }),
  )
  const memoryMb = shop.memoryMb()
  await shop.stop()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), count: times.length, memoryMb }
}

/** Answers whether there was stock left. */
async function buy(connection: Connection, token: string, goodsId: number): Promise<boolean> {
  const placed = await methods.orderCreate.on(connection)({
    token,
    goodsJsonStr: [{ goodsId, number: 1 }],
    ...HANGZHOU,
  })
  if (placed.code !== 0) return false
  await dataOf(methods.orderPay.on(connection)(token, String(placed.data.id)))
  return true
}

async function shopper(origin: string, connection: Connection, i: number): Promise<string> {
  const { token } = await dataOf(methods.authorize.on(connection)({ code: `sim:bench${i}:1` }))
  const sheet = await dataOf(methods.wxpay.on(connection)({ token, money: 500_000 }))
  const body = JSON.stringify({ package: sheet.package })
  await fetch(`${origin}/_sim/wechatpay/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return token
}
