/** Our signatures against libraries that others made: what the one signs, the other must take. */
import { execFileSync } from 'node:child_process'
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Aes, Formatter, Hash, Rsa } from 'wechatpay-axios-plugin'
import { fen } from '../../contract/money'
import { createAlipay } from '../../server/gateways/alipay'
import { isGenuine, rsa2Sign, signContent } from '../../server/gateways/alipay/sign'
import { decryptResource } from '../../server/gateways/wechatpay/decrypt'
import { paymentSheet, phoneSheet } from '../../server/gateways/wechatpay/sheet'
import { authorization, platformKeysFrom, signatureProblem } from '../../server/gateways/wechatpay/sign'
import { hmacSign, isSigned, md5Sign, openSealed } from '../../server/gateways/wechatpay-v2/sign'
import { projectRoot } from '../../server/project-root'
import { seal } from '../../simulators/wechatpay/seal'
import { signatureHeaders } from '../../simulators/wechatpay/signature'
import { signatureOf } from '../../simulators/wechatpay-v2/wire'
import { keys } from './support'
import vectors from './vectors.json'

const { rsa } = vectors
const privateKey = createPrivateKey(rsa.privateKey)
const publicKey = createPublicKey(rsa.publicKey)
const texts = ['', '{"description":"小铺：测试 100% 商品+1"}', 'x'.repeat(3000)]
const timestamp = 1_793_000_000

describe('wechatpay-axios-plugin', () => {
  it.each(texts)('takes our requests: %#', body => {
    const nonce = randomBytes(16).toString('hex')
    const target = '/v3/pay/transactions/jsapi?mchid=1900000109'
    const header = authorization(
      { method: 'POST', target, body, timestamp, nonce },
      { mchid: '1900000109', serialNo: 'ABCDEF', privateKey },
    )
    const signature = /signature="([^"]+)"/.exec(header)?.[1] ?? ''
    const signed = Formatter.request('POST', target, timestamp, nonce, body)
    expect(Rsa.verify(signed, signature, publicKey)).toBe(true)
    const fields = (text: string) => text.replace(/^\S+ /, '').split(',').sort()
    const theirs = Formatter.authorization('1900000109', nonce, signature, String(timestamp), 'ABCDEF')
    expect(fields(header)).toEqual(fields(theirs))
  })

  it('takes our payment sheets', () => {
    const sheet = paymentSheet('wx8888888888888888', 'wx201410272009395522657a690389285100', new Date(), privateKey)
    const lines = Formatter.joinedByLineFeed(sheet.appId, sheet.timeStamp, sheet.nonceStr, sheet.package)
    expect(Rsa.verify(lines, sheet.paySign, publicKey)).toBe(true)
    const phone = phoneSheet(
      { appid: 'wx8888888888888888', mchid: '1900000109', prepayId: 'wx2014' },
      new Date(),
      privateKey,
    )
    const phoneLines = Formatter.joinedByLineFeed(phone.appid, phone.timestamp, phone.noncestr, phone.prepayid)
    expect(Rsa.verify(phoneLines, phone.sign, publicKey)).toBe(true)
  })

  it.each(texts)('signs answers that we take, and takes those of the simulator: %#', body => {
    const nonce = randomBytes(16).toString('hex')
    const signed = Formatter.response(String(timestamp), nonce, body)
    const headers = {
      'wechatpay-timestamp': String(timestamp),
      'wechatpay-nonce': nonce,
      'wechatpay-serial': 'PUB_KEY_ID_1',
      'wechatpay-signature': Rsa.sign(signed, privateKey),
    }
    const ring = platformKeysFrom({ PUB_KEY_ID_1: rsa.publicKey })
    const at = new Date(timestamp * 1000)
    expect(signatureProblem({ headers, rawBody: Buffer.from(body) }, ring, at)).toBeUndefined()
    const { wechatpay } = keys
    const told = signatureHeaders(body, at, wechatpay)
    const message = Formatter.response(told['wechatpay-timestamp'], told['wechatpay-nonce'], body)
    const { platformPublicKey } = wechatpay
    expect(Rsa.verify(message, told['wechatpay-signature'], createPublicKey(platformPublicKey))).toBe(true)
  })

  it('signs the older API as we and its simulator do, by both ways', () => {
    const key = '192006250b4c09247ec02edce69f6a2d'
    const fields = {
      appid: 'wxd930ea5d5a258f4f',
      mch_id: '10000100',
      device_info: '1000',
      body: 'test',
      nonce_str: 'ibuaiVcKdpRxkhJA',
      attach: '',
    }
    expect(md5Sign(fields, key)).toBe('9A0A8659F005D6984697E2CA0A9CF3B7')
    expect(hmacSign(fields, key)).toBe('6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6')
    const chinese = { ...fields, body: '小铺：测试 100% 商品+1' }
    for (const [type, ours] of [
      ['MD5', md5Sign],
      ['HMAC-SHA256', hmacSign],
    ] as const) {
      const sign = Hash.sign(type, chinese, key) ?? ''
      expect([ours(chinese, key), signatureOf(chinese, key, type)]).toEqual([sign, sign])
      expect(isSigned({ ...chinese, sign }, key)).toBe(true)
      expect(isSigned({ ...chinese, body: 'other', sign }, key)).toBe(false)
    }
  })

  it('seals the refunds of the older API as we open them', () => {
    const key = '192006250b4c09247ec02edce69f6a2d'
    const sealed = Aes.AesEcb.encrypt('<root><a>说</a></root>', Hash.md5(key))
    expect(openSealed(sealed, key)).toBe('<root><a>说</a></root>')
    expect(openSealed(sealed, 'f'.repeat(32))).toBeUndefined()
  })

  it('opens what the simulator seals, and seals what we open', () => {
    const key = '0123456789abcdef0123456789abcdef'
    const sealed = seal('{"说":"好"}', 'transaction', key)
    expect(Aes.AesGcm.decrypt(sealed.ciphertext, key, sealed.nonce, sealed.associated_data)).toBe('{"说":"好"}')
    const ciphertext = Aes.AesGcm.encrypt('{"说":"好"}', key, '61f9c719728a', 'refund')
    const resource = { algorithm: 'AEAD_AES_256_GCM', ciphertext, nonce: '61f9c719728a', associated_data: 'refund' }
    expect(decryptResource(resource, Buffer.from(key))?.toString()).toBe('{"说":"好"}')
  })
})

/** What the official library says of messages, and how it would sign a page. */
function askSdk(messages: object[], page: object): { genuine: boolean[]; page: string } {
  const settings = { appId: '2021000000000001', privateKey: rsa.privateKey, alipayPublicKey: rsa.publicKey }
  const input = JSON.stringify({ settings, messages, page })
  const oracle = join(projectRoot, 'test/gateways/alipay-oracle.mjs')
  return JSON.parse(execFileSync(process.execPath, [oracle], { input, encoding: 'utf8' }))
}

describe('alipay-sdk', () => {
  it('takes our messages and our cashier address, and we take its requests', async () => {
    const told = {
      app_id: '1',
      subject: '测试 100% 商品+1',
      total_amount: '20.00',
      charset: 'utf-8',
      sign_type: 'RSA2',
    }
    const sign = rsa2Sign(signContent(told, ['sign', 'sign_type']), privateKey)
    const gateway = createAlipay({
      gatewayUrl: 'http://127.0.0.1:9/gateway.do',
      appId: '2021000000000001',
      privateKey: rsa.privateKey,
      alipayPublicKey: rsa.publicKey,
    })
    const order = {
      outTradeNo: 'ZF000001',
      subject: told.subject,
      amountFen: fen(2000),
      notifyUrl: 'https://shop.example.com/notify/alipay/1',
      expiresAt: new Date(timestamp * 1000),
    }
    const address = Object.fromEntries(new URL(gateway.wapUrl(order)).searchParams)
    await gateway.end()
    const bizContent = {
      out_trade_no: 'ZF1',
      total_amount: '20.00',
      subject: told.subject,
      product_code: 'QUICK_WAP_WAY',
    }
    const { genuine, page } = askSdk([{ ...told, sign }, { ...told, sign, total_amount: '0.01' }, address], {
      bizContent,
      notify_url: order.notifyUrl,
    })
    expect(genuine).toEqual([true, false, true])
    // A request signs its sign_type, too.
    expect(isGenuine(Object.fromEntries(new URL(page).searchParams), publicKey)).toBe(true)
  })
})
