import { afterAll, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { nextActions } from '../../server/domains/pay/next-actions'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { simulatorKeysOf } from '../support/notification'
import { place, statusOf } from '../support/orders'
import { startParties } from '../support/parties'
import { codeOf, dataOf, refusalOf, signIn } from '../support/people'
import { signInByPhone } from '../support/phone'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop
const ann = await signIn(shop, 'ann')
const phone = await signInByPhone(shop, '13900000001')
const goodsId = await createGoods(shop, { stock: 999 })

const bill = async (who = ann) => {
  const order = await place(shop, who, goodsId)
  return { order, request: { token: who.token, money: 10, nextAction: { type: 0, id: String(order.id) } } }
}

describe('wxpayQrcode', () => {
  it('answers the text of a code; who scans it pays the order, whoever that is', async () => {
    const { order, request } = await bill(phone)
    const { codeUrl, outTradeId } = await dataOf(wxapi.wxpayQrcode(request))
    expect(codeUrl).toMatch(/^weixin:\/\/wxpay\/bizpayurl\?pr=/)
    expect(await codeOf(wxapi.payQuery(phone.token, outTradeId))).toBe(errors.payPending[0])
    expect(await sim('/wechatpay/confirm', { codeUrl })).toMatchObject({ accepted: true })
    expect(await statusOf(shop, phone, order.id)).toBe(3)
    expect(await dataOf(wxapi.payQuery(phone.token, outTradeId))).toMatchObject({ money: 10, status: 1 })
  })
})

describe('wxpayJsapi', () => {
  const webCode = async (name: string) => String((await sim('/wechat/oauth-code', { name, scope: 'snsapi_base' })).code)

  it('answers a sheet of the official account, for whom that account knows', async () => {
    const { token, uid } = await dataOf(wxapi.wxmpAuth({ code: await webCode('web-payer') }))
    const who = { name: 'web-payer', token, uid }
    const { order, request } = await bill(who)
    const { outTradeId, ...sheet } = await dataOf(wxapi.wxpayJsapi(request))
    const { official, wechat } = simulatorKeysOf(shop)
    expect(sheet).toMatchObject({ appId: official.appid, signType: 'RSA', sign: sheet.paySign })
    expect(sheet.appId).not.toBe(wechat.appid)
    expect(await sim('/wechatpay/confirm', { ...sheet })).toMatchObject({ accepted: true })
    expect(await statusOf(shop, who, order.id)).toBe(3)
    expect(await dataOf(wxapi.payQuery(token, outTradeId))).toMatchObject({ money: 10, status: 1 })
  })

  it('refuses who has not come by the official account, and starts nothing', async () => {
    const { request } = await bill(phone)
    expect(await codeOf(wxapi.wxpayJsapi(request))).toBe(errors.openidRequired[0])
    expect(await codeOf(wxapi.payLogs({ token: phone.token, status: 0 }))).toBe(errors.noData[0])
  })
})

describe('wxpayApp', () => {
  it("answers what WeChat's library takes in an app for phones, signed over the bare prepay id", async () => {
    const { order, request } = await bill(phone)
    const { outTradeId, ...sheet } = await dataOf(wxapi.wxpayApp(request))
    const { wechatpay } = simulatorKeysOf(shop)
    expect(sheet).toMatchObject({
      appid: wechatpay.phoneAppid,
      partnerid: wechatpay.mchid,
      package: 'Sign=WXPay',
      timestamp: expect.stringMatching(/^\d{10}$/),
    })
    await expect(sim('/wechatpay/confirm', { ...sheet, noncestr: 'another' })).rejects.toThrow('sign is wrong')
    expect(await sim('/wechatpay/confirm', sheet)).toMatchObject({ accepted: true })
    expect(await statusOf(shop, phone, order.id)).toBe(3)
    expect(await dataOf(wxapi.payLogs({ token: phone.token, orderNo: outTradeId }))).toMatchObject([
      { payGate: 'wechatpay', payGateStr: '微信支付', status: 1 },
    ])
  })
})

/** Every purpose that clients of WXAPI know. */
const purposes: readonly (readonly [type: number, name: string])[] = [
  [0, '商城订单'],
  [1, '知识付费'],
  [2, '短信'],
  [3, '报名费'],
  [4, '优惠买单'],
  [5, '押金'],
  [6, '会员'],
  [7, '优惠券'],
  [8, '京东订单'],
  [9, '点餐订单'],
  [10, '会员卡'],
  [13, '分销资格'],
  [14, '团长资格'],
  [15, '课程'],
]

describe('a purpose', () => {
  const isServed = ([type]: readonly [number, string]) => type in nextActions

  it.each(purposes.filter(isServed))(
    '%i (%s) is served, and what is not there is refused before any money moves',
    async type => {
      const pay = wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type, id: '999999', couponRuleId: 999999 } })
      const { code } = await refusalOf(pay)
      expect([0, errors.nextActionUnknown[0], errors.serverFault[0]]).not.toContain(code)
      expect(await codeOf(wxapi.payLogs({ token: ann.token }))).toBe(errors.noData[0])
    },
  )

  it.each([11, 12, 16, 100])('%i, which nobody knows, is refused', async type => {
    const pay = wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type, id: '1' } })
    expect(await codeOf(pay)).toBe(errors.nextActionUnknown[0])
    expect(await codeOf(wxapi.payLogs({ token: ann.token }))).toBe(errors.noData[0])
  })

  it.each(purposes.filter(purpose => !isServed(purpose)))(
    '%s that is not served is refused by name, before any money moves',
    async (type, name) => {
      const pay = wxapi.wxpay({ token: ann.token, money: 10, nextAction: { type, id: '1' } })
      expect(await refusalOf(pay)).toEqual({ code: errors.nextActionUnknown[0], msg: `这家店暂不支持在线支付${name}` })
      expect(await codeOf(wxapi.payLogs({ token: ann.token }))).toBe(errors.noData[0])
    },
  )
})

describe('a party that this server has no account with', () => {
  it('is refused as such, and nothing is started', async () => {
    const request = { token: phone.token, money: 1 }
    expect(await codeOf(wxapi.wxpayFOMO(request))).toBe(errors.payNotOpen[0])
    expect(await codeOf(wxapi.payNow(request))).toBe(errors.payNotOpen[0])
    expect(await codeOf(wxapi.fomoCheckout(request))).toBe(errors.payNotOpen[0])
    expect(await codeOf(wxapi.wxpaySaobei(request))).toBe(errors.payNotOpen[0])
    expect(await codeOf(wxapi.wxpayWepayez(request))).toBe(errors.payNotOpen[0])
    expect(await codeOf(wxapi.wxpayIntelsalon(request))).toBe(errors.payNotOpen[0])
    expect(await codeOf(wxapi.wxpayWepayez({ ...request, token: 'nobody' }))).toBe(errors.loginRequired[0])
  })
})

it('every way refuses the same before any money can move', async () => {
  const { request } = await bill()
  for (const pay of [wxapi.wxpay, wxapi.wxpayFWS, wxapi.wxpayJsapi, wxapi.wxpayH5, wxapi.wxpayQrcode, wxapi.wxpayApp]) {
    expect(await codeOf(pay({ ...request, token: 'nobody' }))).toBe(errors.loginRequired[0])
    expect(await codeOf(pay({ ...request, money: 9 }))).toBe(errors.payAmountWrong[0])
    expect(await codeOf(pay({ ...request, nextAction: { type: 12 } }))).toBe(errors.nextActionUnknown[0])
    expect(await codeOf(pay({ ...request, nextAction: { type: 0, id: '999999' } }))).toBe(errors.orderUnknown[0])
  }
  expect(await dataOf(wxapi.payLogs({ token: ann.token, status: 0 })).catch(() => [])).toEqual([])
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

describe('a shop without an app for phones', async () => {
  const parties = await startParties()
  const plain = await createShop(parties.settings)
  afterAll(() => parties.close())

  it('says so, and starts no payment', async () => {
    const { token } = await signIn(plain, 'ann')
    expect(await codeOf(plain.wxapi.wxpayApp({ token, money: 1 }))).toBe(errors.payNotOpen[0])
    expect(await codeOf(plain.wxapi.payLogs({ token }))).toBe(errors.noData[0])
  })
})
