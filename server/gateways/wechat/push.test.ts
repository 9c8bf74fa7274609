import { describe, expect, it } from 'vitest'
import { decryptPush, echoOf, encryptPush, pushSignature, readPush, writeReply } from './push'

const token = 'mp_token_1'
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const appid = 'wxba5fad812f8e6fb9'
const query = { timestamp: '1714112445', nonce: '415670741' }
const signed = { ...query, signature: '4b5abd216cfcd1f4deb862ae483ada866189ff84' }
const ENCRYPT =
  'Q3stYC6hdFzMh9T8HCvyDMYtulr353jIpYm0P8oGQLwKh1PO3CqELnsn3ymA1NNNIHnheGjNouc8iIUYqahbJkgY6M6N1TtTCS8MIa14jB9ZGkM/I9Ux0WQL/9vZI0glH0mRWCOWgg8aAvyi1QGKVm1QE1ykN7BpBpGOQwGBNKuXlYvAErSP58p0jA3JLmEA3IcnMRCySGPV3Cy8vyfJzRfdX+3NpFKIBn1uVcNIXjP3RBS3R9x5MaFi/SprqcER'
const MSG_SIGNATURE = '242b27820b2ed6b308acb88513c1a7c755b5e8fc'
const random = Buffer.from('0123456789abcdef')

describe('the vectors', () => {
  it('sign what the query carries', () => {
    expect(pushSignature(token, query)).toBe(signed.signature)
    expect(pushSignature('AAAAA', { timestamp: '1714036504', nonce: '1514711492' })).toBe(
      'f464b24fc39322e44b38aa78f5edd27bd1441696',
    )
  })

  it('open, and are made again from what they hold', () => {
    const text = decryptPush(aesKey, appid, ENCRYPT) ?? ''
    expect(text).toContain('<xml>')
    expect(encryptPush(aesKey, appid, text, random)).toBe(ENCRYPT)
    expect(pushSignature(token, query, ENCRYPT)).toBe(MSG_SIGNATURE)
  })

  it('hold for JSON, too', () => {
    const text = '{"Event":"xpay_goods_deliver_notify","OutTradeNo":"VP202601010001"}'
    const encrypt = encryptPush(aesKey, 'wxdemo0000000001', text, random)
    expect(encrypt).toMatch(/^Q3stYC6hdFzMh9T8HCvyDK1owGF1a\/o7Y6KIBKTAffephcWbqXKn4C77Rq/)
    expect(pushSignature('demoToken', { timestamp: '1767225600', nonce: 'nonce1' }, encrypt)).toBe(
      'b735bb87e9f1f878eb30b484ce81b558edc12c6a',
    )
  })
})

describe('readPush', () => {
  const safe = { appid, token, aesKey }
  const body = (fields: string) => Buffer.from(`<xml><ToUserName>gh_1</ToUserName>${fields}</xml>`)
  const sealed = body(`<Encrypt><![CDATA[${ENCRYPT}]]></Encrypt>`)
  const whole = { ...signed, encrypt_type: 'aes', msg_signature: MSG_SIGNATURE }
  const plain = body('<MsgType>text</MsgType><Content>hi</Content>')

  it('reads safe and compatible mode from what is encrypted', () => {
    expect(readPush(safe, whole, sealed)).toMatchObject({ isEncrypted: true, isJson: false })
    const both = body(`<MsgType>text</MsgType><Content>forged</Content><Encrypt>${ENCRYPT}</Encrypt>`)
    expect(readPush(safe, whole, both)).toEqual(readPush(safe, whole, sealed))
  })

  it('reads plain mode where there is no key, and not where there is one', () => {
    expect(readPush({ appid, token }, signed, plain)?.fields).toMatchObject({ Content: 'hi' })
    expect(readPush(safe, signed, plain)).toBeUndefined()
  })

  it.each([
    ['another signature', { ...whole, signature: 'f'.repeat(40) }, safe],
    ['another signature over the body', { ...whole, msg_signature: 'f'.repeat(40) }, safe],
    ['no signature', { encrypt_type: 'aes' }, safe],
    ['another time', { ...whole, timestamp: '1714112446' }, safe],
    ['another app', whole, { ...safe, appid: 'wx0000000000000000' }],
    ['another key', whole, { ...safe, aesKey: aesKey.toLowerCase() }],
  ])('believes nothing with %s', (_, given, settings) => {
    expect(readPush(settings, given, sealed)).toBeUndefined()
  })

  it('answers the check of the address only when it is signed', () => {
    expect(echoOf(safe, { ...signed, echostr: '8291' })).toBe('8291')
    expect(echoOf(safe, { ...signed, nonce: '1', echostr: '8291' })).toBeUndefined()
  })

  it('replies in the form in which it was asked', () => {
    const push = readPush(safe, whole, sealed)
    if (!push) throw new Error('unread')
    const now = new Date(1714112445000)
    const reply = writeReply(safe, push, { Content: '好' }, now)
    expect(reply).not.toContain('好')
    expect(reply).toMatch(/<Encrypt>.*<MsgSignature>.*<TimeStamp>1714112445<\/TimeStamp><Nonce>/)
    expect(writeReply({ appid, token }, { ...push, isEncrypted: false }, { Content: '好' }, now)).toContain('好')
  })
})
