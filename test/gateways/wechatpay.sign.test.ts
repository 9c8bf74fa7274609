import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createWechatPay } from '../../server/gateways/wechatpay'
import { decryptResource } from '../../server/gateways/wechatpay/decrypt'
import { paySignature } from '../../server/gateways/wechatpay/sheet'
import { authorization, platformKeysFrom, signatureProblem } from '../../server/gateways/wechatpay/sign'
import { failureOf, payKeys } from './support'
import vectors from './vectors.json'

const { rsa, wechatpay } = vectors
const privateKey = createPrivateKey(rsa.privateKey)
const SERIAL = 'PUB_KEY_ID_0111'
const keys = platformKeysFrom({ [SERIAL]: rsa.publicKey })

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('authorization', () => {
  it.each([
    ['a POST with a body', wechatpay.request],
    ['a GET with a query', wechatpay.query],
  ])('signs %s as two other libraries do', (_what, vector) => {
    expect(sha256(vector.string)).toBe(vector.sha256)
    const [method = '', target = '', timestamp = '', nonce = '', body = ''] = vector.string.split('\n')
    const request = { method, target, body, timestamp: Number(timestamp), nonce }
    const header = authorization(request, { mchid: '1230000109', serialNo: '5157F09EFDC0', privateKey })
    expect(header).toBe(
      `WECHATPAY2-SHA256-RSA2048 mchid="1230000109",nonce_str="${nonce}",signature="${vector.signature}",` +
        `timestamp="${timestamp}",serial_no="5157F09EFDC0"`,
    )
  })
})

describe('paySignature', () => {
  it('signs a payment sheet as two other libraries do', () => {
    const { string, sha256: hash, paySign } = wechatpay.paySign
    expect(sha256(string)).toBe(hash)
    const [appId = '', timeStamp = '', nonceStr = '', packageText = ''] = string.split('\n')
    expect(paySignature({ appId, timeStamp, nonceStr, package: packageText }, privateKey)).toBe(paySign)
  })
})

describe('signatureProblem', () => {
  const { body, timestamp, nonce, signature } = wechatpay.notification
  const rawBody = Buffer.from(body)
  const at = (seconds: number) => new Date((Number(timestamp) + seconds) * 1000)
  const headers = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
    'wechatpay-serial': SERIAL,
  }

  it('finds none in a genuine notification', () => {
    expect(signatureProblem({ headers, rawBody }, keys, at(0))).toBeUndefined()
  })

  it('takes a certificate as well as a public key, side by side', () => {
    const both = platformKeysFrom({ [SERIAL]: rsa.publicKey, '5157F09EFDC096DE': rsa.certificate })
    const certified = { ...headers, 'wechatpay-serial': '5157F09EFDC096DE' }
    for (const sent of [headers, certified])
      expect(signatureProblem({ headers: sent, rawBody }, both, at(0))).toBeUndefined()
  })

  it('allows 300 seconds to either side', () => {
    expect([-301, -300, 300, 301].map(seconds => signatureProblem({ headers, rawBody }, keys, at(seconds)))).toEqual([
      'stale',
      undefined,
      undefined,
      'stale',
    ])
  })

  it('looks the key up by the exact serial', () => {
    for (const serial of ['PUB_KEY_ID_0112', SERIAL.toLowerCase(), `${SERIAL} `, '__proto__', 'constructor'])
      expect(signatureProblem({ headers: { ...headers, 'wechatpay-serial': serial }, rawBody }, keys, at(0))).toBe(
        'unknownSerial',
      )
  })

  it('sees any change of body, time, nonce or signature', () => {
    const changed = [
      { headers, rawBody: Buffer.from(body.replace('SUCCESS', 'SUCCESs')) },
      { headers, rawBody: Buffer.from(JSON.stringify(JSON.parse(body), null, 1)) },
      { headers: { ...headers, 'wechatpay-timestamp': String(Number(timestamp) + 1) }, rawBody },
      { headers: { ...headers, 'wechatpay-nonce': `${nonce}0` }, rawBody },
      { headers: { ...headers, 'wechatpay-signature': `A${signature.slice(1)}` }, rawBody },
      { headers: { ...headers, 'wechatpay-signature': 'WECHATPAY/SIGNTEST/whatever' }, rawBody },
    ]
    for (const delivery of changed) expect(signatureProblem(delivery, keys, at(0))).toBe('signature')
  })

  it('refuses headers that are missing, doubled or malformed', () => {
    for (const name of Object.keys(headers))
      for (const value of [undefined, '', ['a', 'b']])
        expect(signatureProblem({ headers: { ...headers, [name]: value }, rawBody }, keys, at(0))).toBe('signature')
    expect(signatureProblem({ headers: { ...headers, 'wechatpay-timestamp': '1e9' }, rawBody }, keys, at(0))).toBe(
      'signature',
    )
  })

  it('checks an empty body, as of an answer 204', () => {
    const message = Buffer.from(`${timestamp}\n${nonce}\n\n`)
    const empty = { ...headers, 'wechatpay-signature': sign('RSA-SHA256', message, privateKey).toString('base64') }
    expect(signatureProblem({ headers: empty, rawBody: Buffer.alloc(0) }, keys, at(0))).toBeUndefined()
  })
})

describe('decryptResource', () => {
  const { apiv3, nonce, aad, plaintext, ciphertext } = wechatpay.resource
  const resource = { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: aad, ciphertext }
  const key = Buffer.from(apiv3)

  it('opens what two other libraries opened', () => {
    expect(String(decryptResource(resource, key))).toBe(plaintext)
  })

  it('opens nothing with another key, nonce, label, text or algorithm', () => {
    for (const change of [
      { nonce: '61f9c719728b' },
      { associated_data: '' },
      { ciphertext: `A${ciphertext.slice(1)}` },
      { ciphertext: 'AAAA' },
      { algorithm: 'AES_256_ECB' },
    ])
      expect(decryptResource({ ...resource, ...change }, key)).toBeUndefined()
    expect(decryptResource(resource, Buffer.alloc(32))).toBeUndefined()
  })
})

describe('readNotification of the known notification', () => {
  it('refuses it all the same, because it names neither our app nor a transaction', async () => {
    const { body, timestamp, nonce, signature } = wechatpay.notification
    const pay = createWechatPay({
      ...payKeys,
      baseUrl: 'https://api.mch.weixin.qq.com',
      apiV3Key: wechatpay.resource.apiv3,
      platformKeys: { [SERIAL]: rsa.publicKey },
    })
    const headers = {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
      'wechatpay-serial': SERIAL,
    }
    const now = new Date(Number(timestamp) * 1000)
    const error = await failureOf(() => pay.readNotification({ headers, rawBody: Buffer.from(body), now }))
    expect(error).toMatchObject({ code: 'unreadable', sent: 'no' })
    await pay.end()
  })
})

describe('createWechatPay', () => {
  const baseUrl = 'https://api.mch.weixin.qq.com'
  const create = (change: object) => () => createWechatPay({ baseUrl, ...payKeys, ...change })

  it('stops at keys that cannot be used', () => {
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = String(elliptic.publicKey.export({ type: 'spki', format: 'pem' }))
    for (const change of [
      { privateKey: 'no key' },
      { platformKeys: { A: 'no key' } },
      { platformKeys: { A: pem } },
      { apiV3Key: 'short' },
    ])
      expect(create(change)).toThrow()
  })

  it('gives a sheet whose signature the merchant certificate confirms', async () => {
    const pay = createWechatPay({ baseUrl, ...payKeys, privateKey: rsa.privateKey })
    const sheet = pay.sheet('wx201410272009395522657a690389285100', new Date(1414561699_000))
    expect(sheet).toMatchObject({
      appId: payKeys.appid,
      timeStamp: '1414561699',
      package: 'prepay_id=wx201410272009395522657a690389285100',
      signType: 'RSA',
    })
    const message = `${sheet.appId}\n${sheet.timeStamp}\n${sheet.nonceStr}\n${sheet.package}\n`
    const signature = Buffer.from(sheet.paySign, 'base64')
    expect(verify('RSA-SHA256', Buffer.from(message), createPublicKey(rsa.publicKey), signature)).toBe(true)
    await pay.end()
  })
})
