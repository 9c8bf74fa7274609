import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failOver } from '../../server/gateways/sms/fail-over'
import { tc3Authorization } from '../../server/gateways/sms/tc3'
import { createTencentSms } from '../../server/gateways/sms/tencent'
import { isSigned, signedIn } from '../../simulators/tencent-sms/signature'
import {
  deadAddress,
  everythingIn,
  failureOf,
  keys,
  type Parties,
  startParties,
  startStub,
  tencentTexts,
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

const at = (baseUrl: string, change = {}) =>
  createTencentSms({ baseUrl, ...keys.tencentSms, ...tencentTexts, timeoutMs, ...change })
const answering = async (answer: unknown) =>
  at(await startStub((_request, response) => response.end(JSON.stringify(answer))))
const withStatus = (Code: string) => ({ Response: { SendStatusSet: [{ Code, SerialNo: '' }] } })

describe('tc3Authorization', () => {
  const { host, contentType, timestamp, body, signature, ...key } = vectors.tencent
  const headers = { 'content-type': contentType, host }
  const request = { service: 'cvm', url: new URL(`https://${host}/`), headers, body, now: new Date(timestamp * 1000) }
  const received = { target: '/', headers: { ...headers, 'x-tc-timestamp': String(timestamp) }, body }

  it("agrees with Tencent's own example, and so does the simulator's check", () => {
    const authorization = tc3Authorization(request, key)
    expect(authorization).toBe(
      `TC3-HMAC-SHA256 Credential=${key.secretId}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=${signature}`,
    )
    const signed = signedIn(authorization)
    if (!signed) throw new Error('the header is not understood')
    expect(isSigned(received, signed, key.secretKey)).toBe(true)
    expect(isSigned(received, signed, 'another')).toBe(false)
    expect(isSigned({ ...received, body: `${body} ` }, signed, key.secretKey)).toBe(false)
    const nextDay = { ...received.headers, 'x-tc-timestamp': String(timestamp + 86_400) }
    expect(isSigned({ ...received, headers: nextDay }, signed, key.secretKey)).toBe(false)
    expect(isSigned(received, { ...signed, names: ['host'] }, key.secretKey)).toBe(false)
  })
})

describe('Tencent’s send', () => {
  it('brings the code to the phone', async () => {
    const { vendorId } = await parties.tencentSms.send(message('13900138000', '004211'))
    expect(vendorId).not.toBe('')
    const { json } = await parties.control('/sms?mobile=13900138000')
    expect(json).toMatchObject({ code: '004211', signName: '小铺', templateCode: '1110', outId: 'code-1' })
  })

  it('sends one message in half a minute and ten a day to a number', async () => {
    const mobile = '13900138001'
    for (let sent = 1; sent <= 10; sent++) {
      await parties.tencentSms.send(message(mobile))
      expect(await failureOf(parties.tencentSms.send(message(mobile)))).toMatchObject({ code: 'rate', sent: 'yes' })
      parties.clock.advance(30)
    }
    expect(await failureOf(parties.tencentSms.send(message(mobile)))).toMatchObject({ code: 'rate', retry: true })
  })

  it('refuses what is no mobile number before anything is sent', async () => {
    for (const mobile of ['12345678901', '+8613800138000', ''])
      expect(await failureOf(parties.tencentSms.send(message(mobile)))).toMatchObject({ code: 'invalid', sent: 'no' })
  })

  it('says that we are blocked when the credentials or the clock are wrong', async () => {
    for (const change of [
      { secretKey: 'not-the-secret' },
      { secretId: 'AKID0' },
      { sdkAppId: '1400000000000' },
      { now: () => new Date(Date.now() - 6 * 60_000) },
    ]) {
      const sms = at(`${parties.base}/tencent-sms`, change)
      const error = await failureOf(sms.send(message('13900138003', '998877')))
      expect(error).toMatchObject({ code: 'blocked', sent: 'yes', retry: false })
      expect(everythingIn(error)).not.toMatch(/not-the-secret|998877/)
      await sms.end()
    }
  })

  it.each([
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'rate'],
    ['LimitExceeded.DeliveryFrequencyLimit', 'rate'],
    ['RequestLimitExceeded', 'rate'],
    ['InvalidParameterValue.IncorrectPhoneNumber', 'invalid'],
    ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'invalid'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'balance'],
    ['FailedOperation.PhoneNumberInBlacklist', 'blocked'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'blocked'],
    ['InternalError.OtherError', 'transient'],
    ['InternalErrorless', 'blocked'],
  ])('reads %s as %s, of a message and of the call', async (Code, code) => {
    const retry = code === 'rate' || code === 'transient'
    for (const answer of [withStatus(Code), { Response: { Error: { Code, Message: 'x' } } }])
      expect(await failureOf((await answering(answer)).send(message('13900138004')))).toMatchObject({
        code,
        sent: 'yes',
        retry,
      })
  })

  it('does not know whether it was sent when the answer says nothing, or that Tencent itself waited in vain', async () => {
    for (const answer of ['<html>', {}, { Response: {} }, withStatus('InternalError.Timeout')])
      expect(await failureOf((await answering(answer)).send(message('13900138005')))).toMatchObject({
        code: 'transient',
        sent: 'maybe',
        retry: false,
      })
    expect(await failureOf(at(await deadAddress()).send(message('13900138005')))).toMatchObject({
      code: 'transient',
      sent: 'no',
      retry: true,
    })
  })
})

describe('check', () => {
  it('finds a template that is not approved, and sends nothing', async () => {
    await parties.tencentSms.check()
    await parties.sms.check()
    const refused = at(`${parties.base}/tencent-sms`, { templates: { code: '9999999' } })
    expect(await failureOf(refused.check())).toMatchObject({ code: 'template' })
    expect(await failureOf((await answering({ Response: {} })).check())).toMatchObject({ code: 'template' })
    await refused.end()
  })
})

describe('several accounts', () => {
  const sentTo = async (mobile: string) => (await parties.control(`/sms?mobile=${mobile}`)).json.provider

  it('asks the second when the first cannot be reached', async () => {
    const sms = failOver([at(await deadAddress()), parties.sms])
    await sms.send(message('13900138010'))
    expect(await sentTo('13900138010')).toBe('aliyun')
    const other = failOver([at(await deadAddress()), at(await deadAddress()), parties.tencentSms])
    await other.send(message('13900138011'))
    expect(await sentTo('13900138011')).toBe('tencent')
  })

  it('says what the last one said when none can be reached', async () => {
    const sms = failOver([at(await deadAddress()), at(await deadAddress())])
    expect(await failureOf(sms.send(message('13900138012')))).toMatchObject({
      code: 'transient',
      sent: 'no',
      retry: true,
    })
  })

  it('does not ask the second after a time-out, a refusal, or for a number that is none', async () => {
    const mobile = '13900138013'
    const silent = at(await startStub(() => undefined))
    const refusing = [silent]
    for (const Code of ['LimitExceeded.PhoneNumberDailyLimit', 'FailedOperation.InsufficientBalanceInSmsPackage'])
      refusing.push(await answering(withStatus(Code)))
    for (const first of refusing) {
      const error = await failureOf(failOver([first, parties.sms]).send(message(mobile)))
      expect(error.sent).not.toBe('no')
    }
    expect((await parties.control(`/sms?mobile=${mobile}`)).status).toBe(404)
    expect(await failureOf(failOver([parties.tencentSms, parties.sms]).send(message('1')))).toMatchObject({
      party: 'tencent-sms',
      code: 'invalid',
    })
  })
})
