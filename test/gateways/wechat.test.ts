import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWechat } from '../../server/gateways/wechat'
import { decryptData, rawDataSignature } from '../../server/gateways/wechat/decrypt'
import { everythingIn, failureOf, keys, type Parties, startParties, startStub, timeoutMs } from './support'
import vectors from './vectors.json'

let parties: Parties
beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

const { appid, secret } = keys.wechat

describe('login', () => {
  it('knows a person again, with a new session key each time', async () => {
    const first = await parties.wechat.login('sim:anna:1')
    const second = await parties.wechat.login('sim:anna:2')
    expect(second).toMatchObject({ openid: first.openid, unionid: first.unionid })
    expect(second.sessionKey).not.toBe(first.sessionKey)
    expect(Buffer.from(first.sessionKey, 'base64')).toHaveLength(16)
    expect((await parties.wechat.login('sim:ben:1')).openid).not.toBe(first.openid)
  })

  it('takes a code once', async () => {
    await parties.wechat.login('sim:anna:once')
    const error = await failureOf(parties.wechat.login('sim:anna:once'))
    expect(error).toMatchObject({ code: 'codeInvalid', sent: 'yes', retry: false })
    expect(error.message).toContain('40163')
  })

  it('lets the developer tools in, whose code without a real appid never changes', async () => {
    const first = await parties.wechat.login('the code is a mock one')
    expect((await parties.wechat.login('the code is a mock one')).openid).toBe(first.openid)
  })

  it('refuses what is no code, without asking when there is nothing to ask', async () => {
    expect(await failureOf(parties.wechat.login('stolen'))).toMatchObject({ code: 'codeInvalid', sent: 'yes' })
    expect(await failureOf(parties.wechat.login(''))).toMatchObject({ code: 'codeInvalid', sent: 'no' })
    expect(await failureOf(parties.wechat.login('x'.repeat(600)))).toMatchObject({ code: 'codeInvalid', sent: 'no' })
  })

  it('refuses a code that is five minutes old', async () => {
    const issue = async () => (await parties.control('/wechat/encrypted', { name: 'late', payload: {} })).json.code
    const [old, fresh] = [await issue(), await issue()]
    parties.clock.advance(299)
    await parties.wechat.login(fresh)
    parties.clock.advance(1)
    expect(await failureOf(parties.wechat.login(old))).toMatchObject({ code: 'codeInvalid' })
  })

  it('names a wrong appid or secret as our own fault, and never tells the secret', async () => {
    const baseUrl = `${parties.base}/wechat`
    for (const wrong of [
      { appid: 'wx0', secret },
      { appid, secret: 'not-the-secret' },
    ]) {
      const wechat = createWechat({ baseUrl, ...wrong })
      const error = await failureOf(wechat.login('sim:anna:3'))
      expect(error).toMatchObject({ code: 'credentials', retry: false })
      expect(everythingIn(error)).not.toContain(wrong.secret)
      await wechat.end()
    }
  })

  it.each([
    [-1, 'busy', true],
    [40029, 'codeInvalid', false],
    [40226, 'blocked', false],
    [40164, 'credentials', false],
    [40243, 'credentials', false],
    [45011, 'tooMany', true],
    [48001, 'refused', false],
  ])('reads errcode %i as %s', async (errcode, code, retry) => {
    const baseUrl = await startStub((_request, response) => response.end(JSON.stringify({ errcode, errmsg: 'x' })))
    const wechat = createWechat({ baseUrl, appid, secret })
    expect(await failureOf(wechat.login('sim:anna:4'))).toMatchObject({ code, retry, sent: 'yes' })
    await wechat.end()
  })

  it.each([
    ['no JSON', '<html>session_key=hush</html>'],
    ['broken JSON', '{"session_key":"hush",'],
    ['no openid', '{"session_key":"hush"}'],
    ['no object', '["hush"]'],
  ])('believes nothing of an answer with %s', async (_what, body) => {
    const baseUrl = await startStub((_request, response) => response.end(body))
    const wechat = createWechat({ baseUrl, appid, secret, timeoutMs })
    const error = await failureOf(wechat.login('sim:anna:5'))
    expect(error).toMatchObject({ code: 'unreadable', sent: 'maybe', retry: true })
    expect(everythingIn(error)).not.toContain('hush')
    await wechat.end()
  })

  it('takes an answer that says errcode 0 and has no unionid', async () => {
    const answer = { errcode: 0, openid: 'o1', session_key: 'key' }
    const baseUrl = await startStub((_request, response) => response.end(JSON.stringify(answer)))
    const wechat = createWechat({ baseUrl, appid, secret })
    expect(await wechat.login('sim:anna:6')).toEqual({ openid: 'o1', sessionKey: 'key' })
    await wechat.end()
  })
})

describe('decryptData', () => {
  const { sessionKey, iv, ciphertext, plaintext, appid: demoAppid } = vectors.wechat.encryptedData

  it("opens WeChat's own example", () => {
    expect(decryptData(sessionKey, iv, ciphertext, demoAppid)).toEqual(JSON.parse(plaintext))
  })

  it('refuses data of another app, under another key, or changed', async () => {
    const other = Buffer.alloc(16).toString('base64')
    const cut = Buffer.from(ciphertext, 'base64').subarray(16).toString('base64')
    for (const [key, data, app] of [
      [sessionKey, ciphertext, 'wx0'],
      [other, ciphertext, demoAppid],
      [sessionKey, cut, demoAppid],
      [sessionKey, '', demoAppid],
      ['short', ciphertext, demoAppid],
    ] as const) {
      const error = await failureOf(() => decryptData(key, iv, data, app))
      expect(error).toMatchObject({ party: 'wechat', code: 'dataInvalid', sent: 'no', retry: false })
      expect(everythingIn(error)).not.toContain('oGZUI0')
    }
  })

  it('opens what the person encrypts, in the running session and in that of the code beside it', async () => {
    const { sessionKey: running } = await parties.wechat.login('sim:carla:1')
    const payload = { phoneNumber: '13800138000' }
    const { json } = await parties.control('/wechat/encrypted', { name: 'carla', payload })
    expect(decryptData(running, json.iv, json.encryptedData, appid)).toMatchObject(payload)
    const { sessionKey: named, openid } = await parties.wechat.login(json.code)
    const data = decryptData(named, json.iv, json.encryptedData, appid)
    expect(data).toMatchObject({ ...payload, watermark: { appid } })
    expect(openid).toBe((await parties.wechat.login('sim:carla:2')).openid)
    const { sessionKey: newer } = await parties.wechat.login('sim:carla:3')
    await failureOf(() => decryptData(newer, json.iv, json.encryptedData, appid))
  })
})

describe('rawDataSignature', () => {
  it("agrees with WeChat's own example", () => {
    const { text, sessionKey, signature } = vectors.wechat.rawData
    expect(rawDataSignature(text, sessionKey)).toBe(signature)
    expect(rawDataSignature(`${text} `, sessionKey)).not.toBe(signature)
  })
})
