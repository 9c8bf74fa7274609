import { X509Certificate } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWechatPay, type WechatPay } from '../../server/gateways/wechatpay'
import { makeCertificate } from '../../simulators/certificate'
import { failureOf, payKeys, startWechatPay, timeoutMs } from './support'

let older: WechatPay
const { parties, shop } = await startWechatPay(() => older)
beforeEach(async () => {
  older = withKeys({})
  await platform('certificate')
})

const withKeys = (platformKeys: Record<string, string>) =>
  createWechatPay({
    ...payKeys,
    baseUrl: `${parties.base}/wechatpay`,
    platformKeys,
    timeoutMs: 10 * timeoutMs,
    now: parties.clock.now,
  })
const platform = (mode: 'publicKey' | 'certificate', rotate = false) =>
  parties.control('/wechatpay/platform', { mode, rotate })

let count = 0
const order = () => ({
  outTradeNo: `C${Date.now()}${count++}`,
  description: '小铺：测试商品',
  amountFen: 1280,
  notifyUrl: shop.notifyUrl,
  openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
})
const paid = async (gateway: WechatPay) => {
  const { prepayId } = await gateway.jsapi(order())
  return parties.control('/wechatpay/confirm', { package: `prepay_id=${prepayId}` })
}

describe('a merchant with certificates', () => {
  it('fetches them, and believes answers and notifications', async () => {
    expect((await paid(older)).json).toEqual({ accepted: true, status: 204 })
    expect(shop.notifications).toHaveLength(1)
    expect(await older.query('C00000000')).toBeUndefined()
  })

  it('learns the next one when it is used, also while the old one is', async () => {
    await older.query('C00000000')
    await platform('certificate', true)
    parties.clock.advance(61)
    expect((await paid(older)).json).toMatchObject({ accepted: true })
  })

  it('does not ask again and again for a serial that nobody has', async () => {
    await older.query('C00000000')
    await platform('certificate', true)
    // Within the minute nothing is fetched: the answer is not believed, and the call may be made again.
    expect(await failureOf(older.jsapi(order()))).toMatchObject({ code: 'unknownSerial', sent: 'maybe' })
    parties.clock.advance(61)
    await older.jsapi(order())
  })

  it('moves over to the public key, with both at once', async () => {
    const both = withKeys(payKeys.platformKeys)
    expect((await paid(both)).json).toMatchObject({ accepted: true })
    await platform('publicKey')
    older = both
    expect((await paid(both)).json).toMatchObject({ accepted: true })
    await platform('certificate')
    expect((await paid(both)).json).toMatchObject({ accepted: true })
    await both.end()
  })
})

describe('a merchant with the public key alone', () => {
  it('has no certificates, and believes nothing that a certificate signs under another APIv3 key', async () => {
    await platform('publicKey')
    const fine = withKeys(payKeys.platformKeys)
    await fine.jsapi(order())
    const stranger = createWechatPay({
      ...payKeys,
      baseUrl: `${parties.base}/wechatpay`,
      platformKeys: payKeys.platformKeys,
      apiV3Key: 'x'.repeat(32),
      timeoutMs: 10 * timeoutMs,
      now: parties.clock.now,
    })
    await platform('certificate')
    expect(await failureOf(stranger.jsapi(order()))).toMatchObject({ code: 'unknownSerial' })
    await stranger.end()
    await fine.end()
  })
})

it('makes certificates that Node reads', () => {
  const [from, until] = [new Date('2026-01-01T00:00:00Z'), new Date('2031-01-01T00:00:00Z')]
  const { certificatePem, serial } = makeCertificate('Tenpay.com Root CA', from, until)
  const certificate = new X509Certificate(certificatePem)
  expect(certificate.serialNumber).toBe(serial)
  expect([new Date(certificate.validFrom), new Date(certificate.validTo)]).toEqual([from, until])
  expect(certificate.verify(certificate.publicKey)).toBe(true)
})
