import { expect, it } from 'vitest'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { createCard, purchases } from '../support/supply'

const shop = await createShop()
const { wxapi, sim, app } = shop

it('a shopper buys a card code, has it a moment later, and says how it was', async () => {
  const goodsId = await createCard(shop, { name: '视频会员月卡', priceFen: 1500 })
  const ann = await signIn(shop, 'ann')
  app.worker.start()

  const page = await dataOf(wxapi.goodsDetail(goodsId))
  expect(page.basicInfo).toMatchObject({ name: '视频会员月卡', minPrice: 15, supplyType: 'weilian', logisticsId: 0 })
  const goodsJsonStr = [{ goodsId, number: 1 }]
  const price = await dataOf(wxapi.orderCreate({ token: ann.token, goodsJsonStr, calculate: true }))
  expect(price).toMatchObject({ amountReal: 15, isNeedLogistics: false })
  const placed = await dataOf(
    wxapi.orderCreate({ token: ann.token, goodsJsonStr, amountExpected: 15, idempotencyKey: 'story-card-code' }),
  )
  const id = placed.id ?? 0
  const nextAction = { type: 0, id: String(id) }
  const sheet = await dataOf(wxapi.wxpay({ token: ann.token, money: 15, payName: '支付订单', nextAction }))
  expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })

  const seen = () => dataOf(wxapi.orderDetail(ann.token, id))
  await expect.poll(async () => (await seen()).orderInfo.status, { timeout: 5000 }).toBe(3)
  const { goodsCoupons, orderInfo, goods } = await seen()
  const [sold] = await purchases(shop)
  expect(goodsCoupons).toMatchObject([{ coupon: sold?.codes[0]?.password, number: sold?.codes[0]?.number }])
  expect(orderInfo).toMatchObject({ isPay: true, supplyState: 2, statusStr: '待评价' })

  const reputations = goods.map(line => ({ id: line.id, reputation: 2 as const, remark: '秒到', reputationNumber: 5 }))
  await dataOf(wxapi.orderReputation({ token: ann.token, postJsonString: { orderId: id, reputations } }))
  expect((await dataOf(wxapi.orderStatistics(ann.token))).count_id_success).toBe(1)
  expect((await dataOf(wxapi.goodsDetail(goodsId))).basicInfo).toMatchObject({
    numberSells: 1,
    numberGoodReputation: 1,
  })
  expect(await purchases(shop)).toHaveLength(1)
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})
