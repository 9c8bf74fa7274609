import { expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { codeOf, dataOf } from '../support/people'
import { createShop } from '../support/shop'
import { codeSentTo } from '../support/sms'

const shop = await createShop()
const { wxapi } = shop
const MOBILE = '13900000088'

it('a guest in a browser looks around, logs in by text message, and pays at the cashier', async () => {
  const goodsId = await createGoods(shop, { name: '黄铜台灯', priceFen: 26_800, freightId: await createFreight(shop) })
  expect(await dataOf(wxapi.goods({ k: '台灯' }))).toHaveLength(1)
  expect(await codeOf(wxapi.shippingCarInfoAddItem('', goodsId, 1))).toBe(errors.loginRequired[0])

  const code = await codeSentTo(shop, MOBILE)
  const { token } = await dataOf(wxapi.loginMobileSmsCode({ mobile: MOBILE, code, autoReg: true }))
  await dataOf(wxapi.shippingCarInfoAddItem(token, goodsId, 1))
  const { linkMan, mobile, address, provinceId, cityId, districtId } = HANGZHOU
  await dataOf(wxapi.addAddress({ token, linkMan, mobile, address, provinceId, cityId, districtId }))

  const { items } = await dataOf(wxapi.shippingCarInfo(token))
  const goodsJsonStr = items.map(item => ({ goodsId: item.goodsId, number: item.number }))
  const order = await dataOf(wxapi.orderCreate({ token, goodsJsonStr, ...HANGZHOU, idempotencyKey: 'story-h5-guest' }))
  const nextAction = { type: 0, id: String(order.id) }
  expect(await codeOf(wxapi.wxpay({ token, money: 276, nextAction })), 'no WeChat in here').toBe(
    errors.openidRequired[0],
  )

  const { url, outTradeId } = await dataOf(wxapi.wxpayH5({ token, money: 276, nextAction }))
  const back = `${shop.origin}/packages/order/detail/index?id=${order.id}`
  const cashier = await fetch(`${url}&redirect_url=${encodeURIComponent(back)}`)
  const page = await cashier.text()
  expect(page).toContain('276.00')
  const fields = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value.replace(/&#(\d+);/g, (_, char: string) => String.fromCharCode(Number(char))),
  ])
  const form = { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' as const }
  const pressed = await fetch(new URL('cashier/confirm', url), form)
  expect(pressed.headers.get('location')).toBe(back)

  expect(await dataOf(wxapi.payQuery(token, outTradeId))).toMatchObject({ status: 1, money: 276 })
  const { orderInfo } = await dataOf(wxapi.orderDetail(token, order.id))
  expect(orderInfo).toMatchObject({ status: 1, isPay: true, amountReal: 276 })
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})
