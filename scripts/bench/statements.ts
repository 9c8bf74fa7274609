/** SQL statements of each operation, counted exactly on a server in this process. */
import pino from 'pino'
import { createApp } from '../../server/app'
import { readConfig } from '../../server/config'
import { dataOf } from '../../src/api/client'
import * as methods from '../../src/api/wxapi.gen'
import { freePort, type Place } from './servers'
import { connectionTo, HANGZHOU } from './shopper'

export interface StatementCount {
  what: string
  statements: number
  brackets: number
}

const BRACKET = /^(begin|commit|start transaction)/i

export async function countStatements({ env }: Place): Promise<StatementCount[]> {
  const seen: string[] = []
  const port = await freePort()
  const config = readConfig({ ...env, PORT: String(port) })
  const app = await createApp({ config, log: pino({ level: 'silent' }), onStatement: sql => void seen.push(sql) })
  await app.server.listen({ port, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${port}`
  const shop = connectionTo(origin)
  const counts: StatementCount[] = []
  const count = async (what: string, work: () => Promise<unknown>) => {
    seen.length = 0
    await work()
    const brackets = seen.filter(sql => BRACKET.test(sql)).length
    counts.push({ what, statements: seen.length - brackets, brackets })
  }
  const { token } = await dataOf(methods.authorize.on(shop)({ code: 'sim:counter:1' }))
  const recharge = await dataOf(methods.wxpay.on(shop)({ token, money: 5000 }))
  await confirm(origin, recharge.package)

  await count('goods/list', () => dataOf(methods.goods.on(shop)({ pageSize: 20 })))
  await count('goods/detail', () => dataOf(methods.goodsDetail.on(shop)(1)))
  const { id } = (await dataOf(methods.goods.on(shop)({ pageSize: 1000 }))).find(
    ({ propertyIds, hasAddition, limitation, supplyType, stores, minBuyNumber, logisticsId }) =>
      !propertyIds && !hasAddition && !limitation && !supplyType && stores > 5 && minBuyNumber === 1 && logisticsId,
  ) ?? { id: 0 }
  await count('add to the cart', () => dataOf(methods.shippingCarInfoAddItem.on(shop)(token, id, 1)))
  const place = async (key: string) => {
    const order = await dataOf(
      methods.orderCreate.on(shop)({
        token,
        goodsJsonStr: [{ goodsId: id, number: 1 }],
        idempotencyKey: key,
        ...HANGZHOU,
      }),
    )
    return { orderId: String(order.id), money: order.amountReal }
  }
  await count('order placed and paid from the balance', async () => {
    const { orderId } = await place('counted-1')
    await dataOf(methods.orderPay.on(shop)(token, orderId))
  })
  await count('order placed and paid with WeChat Pay (create, start, notification)', async () => {
    const { orderId, money } = await place('counted-2')
    const sheet = await dataOf(methods.wxpay.on(shop)({ token, money, nextAction: { type: 0, id: orderId } }))
    await confirm(origin, sheet.package)
  })
  await app.close()
  return counts
}

const confirm = (origin: string, packageText: string) =>
  fetch(`${origin}/_sim/wechatpay/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ package: packageText }),
  })
