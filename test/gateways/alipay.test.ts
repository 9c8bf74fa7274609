import { createPrivateKey, createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { createAlipay } from '../../server/gateways/alipay'
import { readForm } from '../../server/gateways/alipay/form'
import { fenFrom, readNotification } from '../../server/gateways/alipay/notification'
import { isGenuine, privateKeyFrom, publicKeyFrom, rsa2Sign, signContent } from '../../server/gateways/alipay/sign'
import { gbkForm } from '../../simulators/gbk'
import { failureOf, keys, type Parties, startParties, startStub } from './support'
import vectors from './vectors.json'

const { rsa, alipay: vector } = vectors
const privateKey = createPrivateKey(rsa.privateKey)
const publicKey = createPublicKey(rsa.publicKey)
const OURS = { appId: vector.params.app_id, sellerId: vector.params.seller_id }
const signedForm = (params: Record<string, string>, charset = 'utf-8') => {
  const told = { ...params, charset }
  const whole = { ...told, sign_type: 'RSA2', sign: rsa2Sign(signContent(told), privateKey) }
  return Buffer.from(charset === 'gbk' ? gbkForm(whole) : new URLSearchParams(whole).toString())
}

describe('the signature', () => {
  it('is that of the official library, for a subject with a per cent sign and a plus', () => {
    expect(signContent(vector.params)).toBe(vector.signContent)
    expect(rsa2Sign(vector.signContent, privateKey)).toBe(vector.sign)
    expect(isGenuine({ ...vector.params, sign_type: 'RSA2', sign: vector.sign }, publicKey)).toBe(true)
    expect(isGenuine({ ...vector.params, total_amount: '0.01', sign_type: 'RSA2', sign: vector.sign }, publicKey)).toBe(
      false,
    )
  })

  it('is taken whether sign_type was signed or not, and never of another kind', () => {
    const whole = { ...vector.params, sign_type: 'RSA2' }
    expect(isGenuine({ ...whole, sign: rsa2Sign(signContent(whole), privateKey) }, publicKey)).toBe(true)
    for (const sign_type of ['RSA', 'none', ''])
      expect(isGenuine({ ...vector.params, sign_type, sign: vector.sign }, publicKey)).toBe(false)
  })

  it('takes keys as PEM and as bare base64 of either form', () => {
    const bare = (type: 'pkcs8' | 'pkcs1') => privateKey.export({ format: 'der', type }).toString('base64')
    const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
    for (const text of [rsa.privateKey, bare('pkcs8'), bare('pkcs1')])
      expect(rsa2Sign('x', privateKeyFrom(text))).toBe(rsa2Sign('x', privateKey))
    expect(publicKeyFrom(spki).equals(publicKey)).toBe(true)
    expect(() => privateKeyFrom('no key')).toThrow()
  })
})

describe('a notification', () => {
  it('of a payment tells what came, in utf-8 and in GBK', () => {
    for (const charset of ['utf-8', 'gbk'])
      expect(readNotification(signedForm(vector.params, charset), OURS, publicKey)).toEqual({
        id: vector.params.notify_id,
        kind: 'paid',
        money: {
          outTradeNo: vector.params.out_trade_no,
          transactionId: vector.params.trade_no,
          amountFen: 2000,
          isOurs: true,
        },
      })
  })

  it('of a refund is none of a payment, although its status is the same', () => {
    const params = { ...vector.params, out_biz_no: 'TK1', refund_fee: '5.00', gmt_refund: '2026-11-21 13:00:00' }
    expect(readNotification(signedForm(params), OURS, publicKey)).toMatchObject({ kind: 'refund', outRefundNo: 'TK1' })
  })

  it('of another app or another account is not ours; of a state in between, nothing', () => {
    for (const change of [{ app_id: '2014' }, { seller_id: '2088' }])
      expect(readNotification(signedForm({ ...vector.params, ...change }), OURS, publicKey)).toMatchObject({
        money: { isOurs: false },
      })
    for (const trade_status of ['WAIT_BUYER_PAY', 'TRADE_CLOSED'])
      expect(readNotification(signedForm({ ...vector.params, trade_status }), OURS, publicKey)).toMatchObject({
        kind: 'other',
      })
  })

  it('that was changed, doubled or garbled is not believed', async () => {
    const form = signedForm(vector.params).toString()
    const wrong = [form.replace('20.00', '0.01'), `${form}&total_amount=0.01`, `${form}&x=%FF`, 'charset=latin1', '']
    for (const body of wrong)
      expect(await failureOf(() => readNotification(Buffer.from(body), OURS, publicKey))).toMatchObject({
        code: expect.stringMatching(/signature|unreadable/),
      })
  })

  it('is decoded by bytes, with a plus for a space', () => {
    expect(readForm(Buffer.from('a=1+2%2B3&b=%E5%B0%8F&charset=UTF-8'))).toEqual({
      a: '1 2+3',
      b: '小',
      charset: 'UTF-8',
    })
  })
})

it('reads yuan to the fen, and nothing that is none', () => {
  expect(['20.00', '20', '0.1', '0.01'].map(fenFrom)).toEqual([2000, 2000, 10, 1])
  for (const text of ['1.001', '-1', '1e3', '', ' 1', '1,000.00', 20]) expect(fenFrom(text)).toBeUndefined()
})

describe('the gateway', () => {
  let parties: Parties
  beforeAll(async () => {
    parties = await startParties()
  })
  afterAll(() => parties.close())
  const arm = (fault: string, times = 1) => parties.control('/alipay/faults', { fault, times })
  const confirm = (url: string) => parties.control('/alipay/confirm', { url })

  let count = 0
  const order = () => ({
    outTradeNo: `ZF${Date.now()}${count++}`,
    subject: '测试 100% 商品+1 / a=b&c',
    amountFen: fen(2000),
    notifyUrl: 'http://127.0.0.1:9/notify',
    expiresAt: new Date(Date.now() + 3_600_000),
  })

  it('knows an order when its cashier was opened, and then that it was paid', async () => {
    const wanted = order()
    expect(await parties.alipay.query(wanted.outTradeNo)).toBeUndefined()
    const url = parties.alipay.wapUrl(wanted)
    expect((await fetch(url)).status).toBe(200)
    expect(await parties.alipay.query(wanted.outTradeNo)).toMatchObject({ state: 'WAIT_BUYER_PAY' })
    await confirm(url)
    expect(await parties.alipay.query(wanted.outTradeNo)).toEqual({
      state: 'TRADE_SUCCESS',
      money: { outTradeNo: wanted.outTradeNo, transactionId: expect.any(String), amountFen: 2000, isOurs: true },
    })
  })

  it('opens the cashier for computers, and by a code', async () => {
    expect((await confirm(parties.alipay.pageUrl(order()))).status).toBe(200)
    expect((await confirm(await parties.alipay.precreate(order()))).status).toBe(200)
  })

  it('shows no cashier for an address that was changed', async () => {
    const url = new URL(parties.alipay.wapUrl(order()))
    url.searchParams.set('notify_url', 'http://127.0.0.1:9/other')
    expect((await confirm(url.href)).json).toMatchObject({ message: expect.stringContaining('验签出错') })
  })

  it('closes what is open, and minds neither what it does not know nor what is closed', async () => {
    const wanted = order()
    const url = parties.alipay.wapUrl(wanted)
    await parties.alipay.close(wanted.outTradeNo)
    await fetch(url)
    await parties.alipay.close(wanted.outTradeNo)
    await parties.alipay.close(wanted.outTradeNo)
    expect((await confirm(url)).status).toBe(409)
    expect(await parties.alipay.query(wanted.outTradeNo)).toMatchObject({ state: 'TRADE_CLOSED' })
  })

  it('gives back once under each number, also when the answer was lost', async () => {
    const wanted = order()
    const { outTradeNo } = wanted
    await confirm(parties.alipay.wapUrl(wanted))
    const refund = { outTradeNo, outRefundNo: 'TK1', amountFen: fen(700), reason: '不想要了' }
    await arm('loseRefundAnswer')
    expect(await failureOf(parties.alipay.refund(refund))).toMatchObject({ code: 'busy', sent: 'maybe', retry: true })
    expect(await parties.alipay.refund(refund)).toBe('done')
    expect(await parties.alipay.refund({ ...refund, outRefundNo: 'TK2', amountFen: fen(1300) })).toBe('done')
    const more = parties.alipay.refund({ ...refund, outRefundNo: 'TK3', amountFen: fen(1) })
    expect(await failureOf(more)).toMatchObject({ code: 'refused', sent: 'yes', retry: false })
    await arm('sellerBalanceShort')
    const other = order()
    await confirm(parties.alipay.wapUrl(other))
    const short = parties.alipay.refund({ ...refund, outTradeNo: other.outTradeNo })
    expect(await failureOf(short)).toMatchObject({ code: 'shopBalanceShort', retry: true })
  })

  it('believes no answer without a signature', async () => {
    await arm('down')
    expect(await failureOf(parties.alipay.query('ZF000001'))).toMatchObject({ sent: 'maybe', retry: true })
    const answer = '{"alipay_trade_query_response":{"code":"10000","trade_status":"TRADE_SUCCESS"},"sign":"AAAA"}'
    const gatewayUrl = await startStub((_request, response) => response.end(answer))
    const forged = createAlipay({ ...alipayKeys(), gatewayUrl })
    expect(await failureOf(forged.query('ZF000001'))).toMatchObject({ code: 'unverified', sent: 'maybe' })
    await forged.end()
  })

  it('refuses credentials that are none of the app', async () => {
    const stranger = createAlipay({
      ...alipayKeys(),
      gatewayUrl: `${parties.base}/alipay/gateway.do`,
      privateKey: keys.wechatpay.merchantPrivateKey,
    })
    expect(await failureOf(stranger.query('ZF000001'))).toMatchObject({ code: 'credentials', sent: 'yes' })
    await stranger.end()
  })
})

const alipayKeys = () => ({
  appId: keys.alipay.appId,
  sellerId: keys.alipay.sellerId,
  privateKey: keys.alipay.merchantPrivateKey,
  alipayPublicKey: keys.alipay.alipayPublicKey,
})
