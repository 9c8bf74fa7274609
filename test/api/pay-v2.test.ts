/** WeChat Pay's older API, by which a service provider collects for the shop: XML messages, believed by their signature alone. */
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { signatureOf, xmlOf } from '../../simulators/wechatpay-v2/wire'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { quarantined, simulatorKeysOf } from '../support/notification'
import { place, statusOf } from '../support/orders'
import { startParties } from '../support/parties'
import { codeOf, dataOf, signIn } from '../support/people'
import { agree, ask, refundRow } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const other = await shop.anotherShop('neighbour')
const goodsId = await createGoods(shop, { stock: 999, afterSale: '0' })
afterEach(async () => {
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

const { wxapi, sim } = shop
const { wechatpayV2: party } = simulatorKeysOf(shop)
const [PAID, OPEN, CLOSED] = [3, 0, -1]
let people = 0

async function opened() {
  people += 1
  const who = await signIn(shop, `buyer-${people}`)
  const order = await place(shop, who, goodsId)
  const nextAction = { type: 0, id: String(order.id) }
  const sheet = await dataOf(wxapi.wxpayFWS({ token: who.token, money: 10, nextAction }))
  return { who, order, sheet }
}

interface Told {
  change?: Record<string, string>
  key?: string
  type?: 'MD5' | 'HMAC-SHA256'
  address?: string
  /** Changed after it was signed. */
  tamper?(xml: string): string
}

/** A message of our own making, signed as the provider's key signs. */
async function tell(outTradeNo: string, { change, key = party.apiKey, type = 'MD5', address, tamper }: Told = {}) {
  const fields = {
    return_code: 'SUCCESS',
    result_code: 'SUCCESS',
    appid: party.appid,
    mch_id: party.mchid,
    sub_mch_id: party.subMchid,
    nonce_str: 'ibuaiVcKdpRxkhJA',
    total_fee: '1000',
    fee_type: 'CNY',
    out_trade_no: outTradeNo,
    transaction_id: `42${outTradeNo.slice(2).padEnd(26, '0')}`,
    ...change,
  }
  const xml = xmlOf({ ...fields, sign: signatureOf(fields, key, type) })
  const body = tamper?.(xml) ?? xml
  const response = await fetch(`${shop.origin}${address ?? `/notify/wechatpayV2/${shop.merchantId}`}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body,
  })
  return { status: response.status, text: await response.text() }
}
const balanceOf = async (token: string) => (await dataOf(wxapi.userAmount(token))).balance
const THANKS = '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>'

describe('wxpayFWS', () => {
  it('answers a sheet that clients build themselves from prepayId and sign, and the order is paid', async () => {
    const { who, order, sheet } = await opened()
    expect(sheet).toMatchObject({ signType: 'MD5', package: `prepay_id=${sheet.prepayId}`, sign: sheet.paySign })
    await expect(sim('/wechatpay-v2/confirm', { ...sheet, nonceStr: 'another' })).rejects.toThrow('paySign is wrong')
    expect(await sim('/wechatpay-v2/confirm', { ...sheet })).toEqual({ accepted: true, status: 200 })
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([PAID, 0])
    expect(await dataOf(wxapi.payLogs({ token: who.token }))).toMatchObject([
      { payGate: 'wechatpayV2', payGateStr: '微信支付（服务商）', status: 1 },
    ])
  })

  it('is found by asking when the message never comes, and closed before a new try', async () => {
    const { who, order, sheet } = await opened()
    const nextAction = { type: 0, id: String(order.id) }
    const second = await dataOf(wxapi.wxpayFWS({ token: who.token, money: 10, nextAction }))
    await expect(sim('/wechatpay-v2/confirm', { ...sheet })).rejects.toThrow('closed')
    await sim('/wechatpay-v2/confirm', { ...second, isLost: true })
    expect(await statusOf(shop, who, order.id)).toBe(OPEN)
    expect(await dataOf(wxapi.payQuery(who.token, second.outTradeId))).toMatchObject({ status: 1, outcome: 'done' })
    expect(await statusOf(shop, who, order.id)).toBe(PAID)
  })

  it('gives back through the provider, whose sealed message only makes us ask', async () => {
    const { who, order, sheet } = await opened()
    await sim('/wechatpay-v2/confirm', { ...sheet })
    const id = await ask(shop, who, order.id)
    await agree(shop, id)
    await shop.runJobs()
    const { refund_no, money_state } = await refundRow(shop, id)
    expect(money_state).toBe('done')
    expect(await sim('/wechatpay-v2/refunds/finish', { outRefundNo: refund_no })).toMatchObject({ accepted: true })
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([CLOSED, 0])
  })

  it('is as wxpay for a shop that collects for itself', async () => {
    const parties = await startParties()
    afterAll(() => parties.close())
    const plain = await createShop(parties.settings)
    const { token } = await signIn(plain, 'ann')
    const { outTradeId, ...sheet } = await dataOf(plain.wxapi.wxpayFWS({ token, money: 1 }))
    expect(sheet).toMatchObject({ signType: 'RSA', sign: sheet.paySign })
    await parties.control('/wechatpay/confirm', sheet)
    expect((await dataOf(plain.wxapi.userAmount(token))).balance).toBe(1)
    const xml = await fetch(`${plain.origin}/demo/wechat/notify`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: '<xml><return_code>SUCCESS</return_code></xml>',
    })
    expect([xml.status, await xml.text()], 'the older API is off').toEqual([404, expect.stringContaining('FAIL')])
  })
})

describe('a message of the older API', () => {
  it.each([
    ['MD5', undefined],
    ['HMAC-SHA256', '/demo/wechat/notify'],
  ] as const)('signed with %s pays once, however often it comes', async (type, address) => {
    const { who, order, sheet } = await opened()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => tell(sheet.outTradeId, { type, ...(address && { address }) })),
    )
    expect(answers).toEqual(Array(5).fill({ status: 200, text: THANKS }))
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([PAID, 0])
  })

  it.each<[string, Told]>([
    ['signed with another key', { key: 'f'.repeat(32) }],
    ['changed after it was signed', { tamper: xml => xml.replace('SUCCESS', 'SUCCES5') }],
    ['without a signature', { tamper: xml => xml.replace(/<sign>.*<\/sign>/, '') }],
    ['with a field twice', { tamper: xml => xml.replace('<total_fee>', '<total_fee>1</total_fee><total_fee>') }],
    ['with a declared entity', { tamper: xml => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${xml}` }],
    ['that is no XML', { tamper: () => '<xml><a>' }],
  ])('%s is not believed', async (_, how) => {
    const { who, order, sheet } = await opened()
    const { status, text } = await tell(sheet.outTradeId, how)
    expect([status, text]).toEqual([401, expect.stringContaining('FAIL')])
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([OPEN, 0])
  })

  it.each<[string, Record<string, string>, string]>([
    ['another amount', { total_fee: '1' }, 'amount'],
    ['another shop below the provider', { sub_mch_id: '1600000000' }, 'payee'],
    ['another provider', { mch_id: '1500000000' }, 'payee'],
    ['another currency', { fee_type: 'USD' }, 'currency'],
  ])('for %s is set apart, and the order stays open', async (_, change, reason) => {
    const { who, order, sheet } = await opened()
    expect((await tell(sheet.outTradeId, { change })).status).toBe(200)
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([OPEN, 0])
    expect(await quarantined(shop, sheet.outTradeId)).toEqual([reason])
  })

  it('sent to another shop, or for a payment of another way, is booked nowhere', async () => {
    const { who, order, sheet } = await opened()
    const elsewhere = await tell(sheet.outTradeId, { address: `/notify/wechatpayV2/${other.merchantId}` })
    expect(elsewhere.status).toBe(404)
    const plain = await dataOf(wxapi.wxpay({ token: who.token, money: 10 }))
    expect((await tell(plain.outTradeId)).status).toBe(404)
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([OPEN, 0])
  })

  it('after the order was closed brings the money to the balance', async () => {
    const { who, order, sheet } = await opened()
    await dataOf(wxapi.orderClose(who.token, order.id))
    expect((await tell(sheet.outTradeId)).text).toBe(THANKS)
    expect([await statusOf(shop, who, order.id), await balanceOf(who.token)]).toEqual([CLOSED, 10])
  })

  it('of a refund that does not open is not believed', async () => {
    const body = xmlOf({ return_code: 'SUCCESS', mch_id: party.mchid, req_info: 'AAAA' })
    const answer = await fetch(`${shop.origin}/notify/wechatpayV2/${shop.merchantId}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
    })
    expect(answer.status).toBe(401)
  })
})

it('who is not signed in, or comes without WeChat, pays nothing', async () => {
  expect(await codeOf(wxapi.wxpayFWS({ token: 'nobody', money: 1 }))).toBe(errors.loginRequired[0])
})
