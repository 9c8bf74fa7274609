import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { createWechatPay } from '../../server/gateways/wechatpay'
import { wechatPay } from '../../simulators/wechatpay'
import { signatureHeaders } from '../../simulators/wechatpay/signature'
import { everythingIn, failureOf, keys, payKeys, startStub, startWechatPay, timeoutMs } from './support'
import vectors from './vectors.json'

const { parties, shop, order, confirm, arm } = await startWechatPay()

describe('jsapi', () => {
  it('answers the same prepay id to the same order, and refuses a changed one', async () => {
    const first = order()
    const { prepayId } = await parties.wechatpay.jsapi(first)
    expect(await parties.wechatpay.jsapi(first)).toEqual({ prepayId })
    const error = await failureOf(parties.wechatpay.jsapi({ ...first, amountFen: 1 }))
    expect(error).toMatchObject({ code: 'tradeNoUsed', sent: 'yes', retry: false })
  })

  it('cuts a long description between characters, at 127 bytes', async () => {
    await parties.wechatpay.jsapi({ ...order(), description: '长'.repeat(43) })
    await parties.wechatpay.jsapi({ ...order(), description: `${'x'.repeat(125)}😀` })
  })

  it('sends nothing for an amount or a number that cannot be', async () => {
    for (const change of [
      { amountFen: 0 },
      { amountFen: 0.5 },
      { amountFen: Number.NaN },
      { outTradeNo: 'short' },
      { outTradeNo: '../../certificates' },
    ])
      expect(await failureOf(parties.wechatpay.jsapi({ ...order(), ...change }))).toMatchObject({
        code: 'badRequest',
        sent: 'no',
      })
  })

  it('hears about fields that WeChat Pay refuses', async () => {
    for (const change of [
      { notifyUrl: `${shop.notifyUrl}?order=1` },
      { notifyUrl: 'ftp://shop' },
      { description: '' },
      { openid: '' },
      { expiresAt: new Date(Date.now() - 1000) },
    ])
      expect(await failureOf(parties.wechatpay.jsapi({ ...order(), ...change }))).toMatchObject({
        code: 'badRequest',
        sent: 'yes',
      })
  })

  it('refuses a closed, an expired and a paid order number', async () => {
    const [closed, expired, paid] = [
      order(),
      { ...order(), expiresAt: new Date(parties.clock.now().getTime() + 60_000) },
      order(),
    ]
    await parties.wechatpay.jsapi(closed)
    await parties.wechatpay.close(closed.outTradeNo)
    const { prepayId: late } = await parties.wechatpay.jsapi(expired)
    await confirm((await parties.wechatpay.jsapi(paid)).prepayId)
    expect(await failureOf(parties.wechatpay.jsapi(closed))).toMatchObject({ code: 'tradeNoUsed' })
    expect(await failureOf(parties.wechatpay.jsapi(paid))).toMatchObject({ code: 'orderPaid' })
    parties.clock.advance(60)
    expect((await confirm(late)).status).toBe(409)
    expect(await parties.wechatpay.query(expired.outTradeNo)).toMatchObject({ state: 'CLOSED' })
  })

  it('keeps a prepared payment for two hours', async () => {
    const { prepayId } = await parties.wechatpay.jsapi(order())
    parties.clock.advance(2 * 3600)
    expect((await confirm(prepayId)).status).toBe(409)
  })
})

describe('query', () => {
  it('tells of an unpaid, a paid and a closed order', async () => {
    const unpaid = order()
    const { prepayId } = await parties.wechatpay.jsapi(unpaid)
    const { outTradeNo } = unpaid
    expect(await parties.wechatpay.query(outTradeNo)).toMatchObject({ outTradeNo, state: 'NOTPAY', amountFen: 1280 })
    await confirm(prepayId)
    expect(await parties.wechatpay.query(outTradeNo)).toEqual({
      outTradeNo,
      state: 'SUCCESS',
      amountFen: 1280,
      currency: 'CNY',
      transactionId: expect.stringMatching(/^\d{28}$/),
      payerOpenid: unpaid.openid,
      successTime: expect.any(Date),
      mchid: payKeys.mchid,
      appid: payKeys.appid,
    })
    const closed = order()
    await parties.wechatpay.jsapi(closed)
    await parties.wechatpay.close(closed.outTradeNo)
    expect(await parties.wechatpay.query(closed.outTradeNo)).toMatchObject({ state: 'CLOSED' })
  })

  it('answers undefined for an order that was never made, in both spellings', async () => {
    expect(await parties.wechatpay.query('T000000')).toBeUndefined()
    const pay = await signedStub(404, JSON.stringify({ code: 'ORDERNOTEXIST', message: '订单不存在' }))
    expect(await pay.query('T000000')).toBeUndefined()
  })

  it('does not take the answer about another order', async () => {
    const pay = await signedStub(200, JSON.stringify({ out_trade_no: 'T000001', trade_state: 'NOTPAY' }))
    expect(await failureOf(pay.query('T000000'))).toMatchObject({ code: 'unreadable', sent: 'maybe' })
  })
})

describe('close', () => {
  it('closes once or twice alike, but not what is paid or unknown', async () => {
    const [open, paid] = [order(), order()]
    await parties.wechatpay.jsapi(open)
    await parties.wechatpay.close(open.outTradeNo)
    await parties.wechatpay.close(open.outTradeNo)
    await confirm((await parties.wechatpay.jsapi(paid)).prepayId)
    expect(await failureOf(parties.wechatpay.close(paid.outTradeNo))).toMatchObject({ code: 'orderPaid', sent: 'yes' })
    expect(await failureOf(parties.wechatpay.close('T000000'))).toMatchObject({ code: 'orderUnknown', sent: 'yes' })
  })
})

describe('refund', () => {
  const paid = async () => {
    const bought = order()
    await confirm((await parties.wechatpay.jsapi(bought)).prepayId)
    return bought
  }
  const refundOf = ({ outTradeNo, amountFen: totalFen }: ReturnType<typeof order>, amountFen: number) => ({
    outTradeNo,
    outRefundNo: `TK${outTradeNo}${amountFen}`,
    amountFen,
    totalFen,
    reason: '不想要了，'.repeat(20),
  })

  it('gives back once under one number, in parts, and never more than there was', async () => {
    const bought = await paid()
    const part = refundOf(bought, 1000)
    const given = { outRefundNo: part.outRefundNo, state: 'SUCCESS', amountFen: 1000 }
    expect(await parties.wechatpay.refund(part)).toEqual(given)
    expect(await parties.wechatpay.refund(part)).toEqual(given)
    expect(await failureOf(parties.wechatpay.refund({ ...part, amountFen: 999 }))).toMatchObject({ code: 'badRequest' })
    expect(await failureOf(parties.wechatpay.refund(refundOf(bought, 281)))).toMatchObject({
      sent: 'yes',
      retry: false,
    })
    expect(await parties.wechatpay.refund(refundOf(bought, 280))).toMatchObject({ state: 'SUCCESS' })
    const { json } = await parties.control('/wechatpay/refunds')
    expect(json.filter((one: { outTradeNo: string }) => one.outTradeNo === bought.outTradeNo)).toHaveLength(2)
  })

  it('may take its time, and tells so until it has come', async () => {
    const part = refundOf(await paid(), 100)
    await arm('slowRefund')
    expect(await parties.wechatpay.refund(part)).toMatchObject({ state: 'PROCESSING' })
    expect(await parties.wechatpay.refund(part)).toMatchObject({ state: 'SUCCESS' })
  })

  it('may be asked again while the shop has too little', async () => {
    const part = refundOf(await paid(), 100)
    await arm('shopBalanceShort')
    expect(await failureOf(parties.wechatpay.refund(part))).toMatchObject({ code: 'shopBalanceShort', retry: true })
    expect(await parties.wechatpay.refund(part)).toMatchObject({ state: 'SUCCESS' })
  })

  it('is refused for what was never paid, and sends nothing that cannot be', async () => {
    const unpaid = order()
    await parties.wechatpay.jsapi(unpaid)
    expect(await failureOf(parties.wechatpay.refund(refundOf(unpaid, 100)))).toMatchObject({ sent: 'yes' })
    expect(await failureOf(parties.wechatpay.refund(refundOf(order(), 100)))).toMatchObject({ code: 'orderUnknown' })
    for (const change of [{ amountFen: 0 }, { amountFen: 99_999 }, { outRefundNo: '../x' }]) {
      const wrong = { ...refundOf(unpaid, 100), ...change }
      expect(await failureOf(parties.wechatpay.refund(wrong))).toMatchObject({ code: 'badRequest', sent: 'no' })
    }
  })

  it('does not take the answer about another refund', async () => {
    const other = { out_refund_no: 'TK0', status: 'SUCCESS', amount: { refund: 100 } }
    const pay = await signedStub(200, JSON.stringify(other))
    expect(await failureOf(pay.refund(refundOf(order(), 100)))).toMatchObject({ code: 'unreadable', sent: 'maybe' })
  })
})

describe('an answer of the API', () => {
  it.each([
    ['signature', { 'wechatpay-signature': 'AAAA' }],
    ['signature', { 'wechatpay-signature': '' }],
    ['unknownSerial', { 'wechatpay-serial': 'PUB_KEY_ID_0' }],
  ])('is not believed: %s', async (code, change) => {
    const pay = await signedStub(200, JSON.stringify({ prepay_id: 'wx1' }), change)
    expect(await failureOf(pay.jsapi(order()))).toMatchObject({ code, sent: 'maybe', retry: false })
  })

  it('is not believed when it is old', async () => {
    const pay = await signedStub(200, JSON.stringify({ prepay_id: 'wx1' }), {}, new Date(Date.now() - 301_000))
    expect(await failureOf(pay.jsapi(order()))).toMatchObject({ code: 'stale', sent: 'maybe' })
  })

  it('proves nothing when it is an unsigned refusal, least of all that an order is unknown', async () => {
    const body = JSON.stringify({ code: 'ORDER_NOT_EXIST', message: '订单不存在' })
    const pay = await signedStub(404, body, { 'wechatpay-signature': '' })
    expect(await failureOf(pay.query('T000000'))).toMatchObject({ code: 'unverified', sent: 'maybe', retry: false })
  })

  it('is an error page when the API is down', async () => {
    await arm('down')
    expect(await failureOf(parties.wechatpay.query('T000000'))).toMatchObject({
      code: 'unverified',
      sent: 'maybe',
      retry: true,
    })
  })

  it.each([
    [401, 'SIGN_ERROR', 'credentials', 'yes', false],
    [400, 'APPID_MCHID_NOT_MATCH', 'credentials', 'yes', false],
    [403, 'NO_AUTH', 'noRight', 'yes', false],
    [403, 'OUT_TRADE_NO_USED', 'tradeNoUsed', 'yes', false],
    [500, 'OPENID_MISMATCH', 'openidMismatch', 'yes', false],
    [429, 'RATELIMIT_EXCEEDED', 'tooMany', 'yes', true],
    [400, 'FREQUENCY_LIMITED', 'tooMany', 'yes', true],
    [500, 'SYSTEM_ERROR', 'busy', 'maybe', true],
    [500, 'SYSTEMERROR', 'busy', 'maybe', true],
    [500, 'SOMETHING_NEW', 'refused', 'maybe', true],
    [202, 'USERPAYING', 'userPaying', 'yes', false],
    [403, 'RULE_LIMIT', 'refused', 'yes', false],
  ])('%i %s is %s', async (status, theirs, code, sent, retry) => {
    const pay = await signedStub(status, JSON.stringify({ code: theirs, message: '原因' }))
    const error = await failureOf(pay.close('T000000'))
    expect(error).toMatchObject({ party: 'wechatpay', code, sent, retry })
    expect(error.message).toContain(`HTTP ${status} ${theirs}: 原因`)
  })

  it('holds nothing that WeChat Pay would not say', async () => {
    const pay = await signedStub(200, JSON.stringify({ h5_url: 'javascript:alert(1)' }))
    expect(await failureOf(pay.h5({ ...order(), payerIp: '127.0.0.1' }))).toMatchObject({ code: 'unreadable' })
    expect(await failureOf((await signedStub(200, 'wx1')).jsapi(order()))).toMatchObject({ code: 'unreadable' })
  })
})

describe('the signature of a call', () => {
  it('covers the address as it is called, under a path of its own or at the root of a host', async () => {
    const app = Fastify()
    wechatPay(app, keys.wechatpay, parties.clock)
    const pay = createWechatPay({ ...payKeys, baseUrl: `${await app.listen({ port: 0 })}/`, now: parties.clock.now })
    const { prepayId } = await pay.jsapi(order())
    expect(prepayId).toMatch(/^wx/)
    expect(await pay.query('T000000')).toBeUndefined()
    await Promise.all([pay.end(), app.close()])
  })
})

describe('a call with wrong credentials', () => {
  it('is refused by WeChat Pay and keeps the key to itself', async () => {
    const { privateKey } = vectors.rsa
    for (const change of [{ privateKey }, { serialNo: 'AA' }, { mchid: '1000000000' }]) {
      const pay = createWechatPay({
        baseUrl: `${parties.base}/wechatpay`,
        ...payKeys,
        ...change,
        now: parties.clock.now,
      })
      const error = await failureOf(pay.query('T000000'))
      expect(error).toMatchObject({ code: 'credentials', sent: 'yes', retry: false })
      expect(everythingIn(error)).not.toContain('PRIVATE KEY')
      await pay.end()
    }
  })

  it('is refused when its clock is wrong, and accepted by the wall clock as well as by the moved one', async () => {
    const at = (now: () => Date) => createWechatPay({ baseUrl: `${parties.base}/wechatpay`, ...payKeys, now })
    const [wrong, wall] = [at(() => new Date(Date.now() - 3600_000)), at(() => new Date())]
    expect(await failureOf(wrong.query('T000000'))).toMatchObject({ code: 'unverified' })
    expect(await wall.query('T000000')).toBeUndefined()
    await Promise.all([wrong.end(), wall.end()])
  })
})

/** WeChat Pay, as far as one answer goes, signed or with signature headers changed. */
async function signedStub(status: number, body: string, change: Record<string, string> = {}, at = new Date()) {
  const baseUrl = await startStub((_request, response) => {
    response.writeHead(status, { ...signatureHeaders(body, at, keys.wechatpay), ...change }).end(body)
  })
  return createWechatPay({ baseUrl, ...payKeys, timeoutMs })
}
