import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { payOnline, place, ship } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim, merchantId, app } = shop

it('a shopper fills the balance, is rewarded, and buys from it until it is spent', async () => {
  const rule = { merchant_id: merchantId, confine_fen: fen(10_000), send_fen: fen(500), is_loop: 1 }
  await app.services.transaction(tx => tx.insertInto('recharge_rules').values(rule).execute())
  const goodsId = await createGoods(shop, { name: '脐橙', priceFen: 3990, freightId: await createFreight(shop) })
  const ann = await signIn(shop, 'ann')
  const balance = async () => (await dataOf(wxapi.userAmount(ann.token))).balance

  const first = await place(shop, ann, [{ goodsId, number: 2 }], HANGZHOU)
  expect(await codeOf(wxapi.orderPay(ann.token, String(first.id)))).toBe(errors.balanceShort[0])
  expect(await dataOf(wxapi.rechargeSendRules())).toMatchObject([{ confine: 100, send: 5, loop: true }])
  const sheet = await dataOf(wxapi.wxpay({ token: ann.token, money: 100, remark: '在线充值' }))
  expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })
  expect(await balance()).toBe(105)

  await dataOf(wxapi.orderPay(ann.token, String(first.id)))
  expect(await balance()).toBe(15.2)
  const second = await place(shop, ann, goodsId, HANGZHOU)
  expect(second.amountReal).toBe(47.9)
  await payOnline(shop, ann, { id: second.id, amountReal: 32.7 })
  expect(await balance()).toBe(0)

  for (const { id } of [first, second]) {
    await ship(shop, id)
    await dataOf(wxapi.orderDelivery(ann.token, id))
  }
  expect(await dataOf(wxapi.orderStatistics(ann.token))).toMatchObject({
    count_id_no_reputation: 2,
    count_id_no_pay: 0,
  })
  const { result } = await dataOf(wxapi.cashLogsV2({ token: ann.token }))
  expect(result.map(({ typeStr, amount, balance: left }) => [typeStr, amount, left])).toEqual([
    ['支付订单', 47.9, 0],
    ['充值', 32.7, 47.9],
    ['支付订单', 89.8, 15.2],
    ['赠送', 5, 105],
    ['充值', 100, 100],
  ])
  expect((await dataOf(wxapi.userAmount(ann.token))).totleConsumed).toBe(137.7)
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})
