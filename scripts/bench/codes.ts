/** From payment to codes: how long a buyer waits while the supplier takes 200 ms for each answer. */
import { dataOf } from '../../src/api/client'
import * as methods from '../../src/api/wxapi.gen'
import { pauseBefore, payingState } from '../../src/lib/paying'
import { type Place, startShop } from './servers'
import { connectionTo } from './shopper'

const SUPPLIER_MS = 200
const BUYERS = 5
const EACH = 12

export interface CodesResult {
  count: number
  p50: number
  p95: number
}

export async function measureCodes(place: Place): Promise<CodesResult> {
  const shop = await startShop(place)
  const connection = connectionTo(shop.origin)
  const sim = (path: string, body: object) =>
    fetch(`${shop.origin}/_sim${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  for (const action of ['getmultiplegoods', 'buygoods'])
    await sim('/weilian/faults', { action, fault: 'delayAfterCommit', times: 10_000, delayMs: SUPPLIER_MS })
  await sim('/weilian/balance', { balance: 1_000_000 })
  const goods = await dataOf(methods.goods.on(connection)({ pageSize: 1000 }))
  const asksNothing = async (id: number) => {
    const price = await methods.orderCreate.on(connection)({
      token,
      goodsJsonStr: [{ goodsId: id, number: 1 }],
      calculate: true,
    })
    return price.code === 0 && price.data.goodsList.every(({ orderFields = [] }) => orderFields.length === 0)
  }
  const { token } = await dataOf(methods.authorize.on(connection)({ code: 'sim:looker:1' }))
  const cards: number[] = []
  for (const { id, supplyType, propertyIds, stores } of goods)
    if (supplyType === 'weilian' && !propertyIds && stores >= BUYERS * EACH && (await asksNothing(id))) cards.push(id)
  const times: number[] = []
  await Promise.all(
    Array.from({ length: BUYERS }, async (_, i) => {
      const buyer = await dataOf(methods.authorize.on(connection)({ code: `sim:codes${i}:1` }))
      for (let n = 0; n < EACH; n++) {
        const goodsJsonStr = [{ goodsId: cards[(i + n) % cards.length] ?? 0, number: 1 }]
        const placed = await dataOf(methods.orderCreate.on(connection)({ token: buyer.token, goodsJsonStr }))
        const [id = 0, money] = [placed.id, placed.amountReal]
        const nextAction = { type: 0 as const, id: String(id) }
        const sheet = await dataOf(methods.wxpay.on(connection)({ token: buyer.token, money, nextAction }))
        const start = performance.now()
        await sim('/wechatpay/confirm', { package: sheet.package })
        // As the page does that the payment leads to.
        for (let asked = 1; ; asked++) {
          const order = await dataOf(methods.orderDetail.on(connection)(buyer.token, id))
          if (order.goodsCoupons?.length) break
          const pause = pauseBefore(payingState(order.orderInfo, true), asked)
          if (!pause) throw new Error(`no codes for order ${id}`)
          await new Promise(resolve => setTimeout(resolve, pause))
        }
        times.push(performance.now() - start)
      }
    }),
  )
  await shop.stop()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { count: times.length, p50: at(0.5), p95: at(0.95) }
}
