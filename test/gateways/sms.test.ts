import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acs3Headers } from '../../server/gateways/sms/acs3'
import { createAliyunSms } from '../../server/gateways/sms/aliyun'
import { isSigned } from '../../simulators/aliyun-sms/signature'
import {
  deadAddress,
  everythingIn,
  failureOf,
  keys,
  type Parties,
  smsTexts,
  startParties,
  startStub,
  timeoutMs,
} from './support'
import vectors from './vectors.json'

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const message = (mobile: string, code = '123456') =>
  ({ mobile, template: 'code', params: { code }, key: 'code-1' }) as const

describe('acs3Headers', () => {
  const { host, query, action, version, date, nonce, signature, ...key } = vectors.aliyun
  const request = { method: 'POST', action, version, body: '', nonce, now: new Date(date) } as const
  const signed = (target: string) => acs3Headers({ ...request, url: new URL(`https://${host}${target}`) }, key)

  it("agrees with Aliyun's own example, and so does the simulator's check", () => {
    const headers = signed(`/?${query}`)
    expect(headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;' +
        `x-acs-signature-nonce;x-acs-version,Signature=${signature}`,
    )
    const received = { method: 'POST', target: `/?${query}`, headers, body: '' }
    expect(isSigned(received, key.accessKeySecret)).toBe(true)
    expect(isSigned({ ...received, target: `/?${query}0` }, key.accessKeySecret)).toBe(false)
    expect(isSigned({ ...received, body: 'x' }, key.accessKeySecret)).toBe(false)
    expect(isSigned({ ...received, headers: { ...headers, 'x-acs-action': 'Other' } }, key.accessKeySecret)).toBe(false)
    expect(isSigned(received, 'another')).toBe(false)
  })

  it('sorts and encodes what the address leaves as it is', () => {
    const target = `/prefix/?b=${encodeURIComponent("小铺 *'()!~")}&a=1`
    const headers = signed(target)
    expect(isSigned({ method: 'POST', target, headers, body: '' }, key.accessKeySecret)).toBe(true)
  })
})

describe('send', () => {
  it('brings the code to the phone', async () => {
    const { vendorId } = await parties.sms.send(message('13800138000', '004211'))
    expect(vendorId).not.toBe('')
    const { json } = await parties.control('/sms?mobile=13800138000')
    expect(json).toMatchObject({ code: '004211', signName: '小铺', templateCode: 'SMS_154950909', outId: 'code-1' })
    expect((await parties.control('/sms?mobile=13800138999')).status).toBe(404)
  })

  it('sends one message a minute, five an hour and ten a day to a number', async () => {
    const mobile = '13800138001'
    const rate = async () => expect(await failureOf(parties.sms.send(message(mobile)))).toMatchObject(refused)
    const refused = { code: 'rate', sent: 'yes', retry: true }
    for (let sent = 1; sent <= 10; sent++) {
      await parties.sms.send(message(mobile))
      await rate()
      parties.clock.advance(60)
      if (sent === 5) {
        await rate()
        parties.clock.advance(3600)
      }
    }
    parties.clock.advance(3600)
    await rate()
    parties.clock.advance(86_400)
    await parties.sms.send(message(mobile))
  })

  it('refuses what is no mobile number before anything is sent', async () => {
    for (const mobile of ['12345678901', '1380013800', '+8613800138000', ''])
      expect(await failureOf(parties.sms.send(message(mobile)))).toMatchObject({ code: 'invalid', sent: 'no' })
  })

  it('hears that parameters are missing', async () => {
    const empty = { ...message('13800138002'), params: {} }
    expect(await failureOf(parties.sms.send(empty))).toMatchObject({ code: 'invalid', sent: 'yes', retry: false })
  })

  it('says that we are blocked when the credentials or the clock are wrong', async () => {
    for (const change of [
      { accessKeySecret: 'not-the-secret' },
      { accessKeyId: 'LTAI0' },
      { now: () => new Date(Date.now() - 16 * 60_000) },
    ]) {
      const sms = createAliyunSms({ baseUrl: `${parties.base}/aliyun-sms`, ...keys.sms, ...smsTexts, ...change })
      const error = await failureOf(sms.send(message('13800138003', '998877')))
      expect(error).toMatchObject({ code: 'blocked', sent: 'yes', retry: false })
      expect(everythingIn(error)).not.toMatch(/not-the-secret|998877/)
      await sms.end()
    }
  })

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', 'rate'],
    ['isv.DAY_LIMIT_CONTROL', 'rate'],
    ['Throttling.User', 'rate'],
    ['isv.MOBILE_NUMBER_ILLEGAL', 'invalid'],
    ['isv.INVALID_JSON_PARAM', 'invalid'],
    ['isv.BLACK_KEY_CONTROL_LIMIT', 'blocked'],
    ['isv.SMS_SIGNATURE_ILLEGAL', 'blocked'],
    ['isv.AMOUNT_NOT_ENOUGH', 'balance'],
    ['isv.OUT_OF_SERVICE', 'balance'],
    ['isp.SYSTEM_ERROR', 'transient'],
    ['isv.SOMETHING_NEW', 'blocked'],
    ['constructor', 'blocked'],
  ])('reads %s as %s', async (Code, code) => {
    const sms = await stub(JSON.stringify({ Code, Message: 'x' }))
    const mayPass = code === 'rate' || code === 'transient'
    expect(await failureOf(sms.send(message('13800138004')))).toMatchObject({ code, sent: 'yes', retry: mayPass })
  })

  it('allows another message only when it is sure that none was sent', async () => {
    const unreadable = await stub('<html>')
    expect(await failureOf(unreadable.send(message('13800138005')))).toMatchObject({
      code: 'transient',
      sent: 'maybe',
      retry: false,
    })
    const silent = createAliyunSms({ baseUrl: await startStub(() => undefined), ...keys.sms, ...smsTexts, timeoutMs })
    expect(await failureOf(silent.send(message('13800138005')))).toMatchObject({
      code: 'transient',
      sent: 'maybe',
      retry: false,
    })
    const dead = createAliyunSms({ baseUrl: await deadAddress(), ...keys.sms, ...smsTexts })
    expect(await failureOf(dead.send(message('13800138005')))).toMatchObject({
      code: 'transient',
      sent: 'no',
      retry: true,
    })
  })
})

async function stub(body: string) {
  const baseUrl = await startStub((_request, response) => response.end(body))
  return createAliyunSms({ baseUrl, ...keys.sms, ...smsTexts, timeoutMs })
}
