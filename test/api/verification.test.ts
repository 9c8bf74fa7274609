import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { setSetting } from '../../server/domains/site/settings'
import { charactersOf, windowAt } from '../../server/domains/verification/pictures'
import { startParties } from '../support/parties'
import { codeOf, dataOf, refusalOf } from '../support/people'
import { createShop } from '../support/shop'
import { codeOnPhone, codeSentTo, otherThan, readPicture } from '../support/sms'
import { rowsOf } from '../support/tables'
import { unreachableParties } from '../support/unreachable'
import { call } from '../support/wire'

const shop = await createShop({ TRUSTED_PROXIES: '1' })
const offline = await createShop(unreachableParties())
const parties = await startParties()
afterAll(() => parties.close())
const twofold = await createShop(origin => ({ ...parties.settings(origin), SMS_BASE_URL: 'http://127.0.0.1:9' }))
const { wxapi } = shop
const TOO_SOON = 11007
const WRONG = 11005
const EXPIRED = 11006
const PICTURE_REQUIRED = 11011
const PICTURE_WRONG = 11012

let numbers = 0
const freshNumber = () => `1380000${String(1000 + numbers++)}`
/** From another address each time, because an address has a limit of its own. */
const sendFrom = async (address: string, mobile: string, more: Record<string, string> = readPicture(shop)) => {
  const headers = { 'x-forwarded-for': address }
  return (await call(shop, '/demo/verification/sms/get', { query: { mobile, ...more }, headers })).code
}

beforeEach(() => shop.advance(3601))

describe('smsValidateCode', () => {
  it('sends six digits, which stand in the database as a keyed hash alone', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(code).toMatch(/^\d{6}$/)
    const rows = (await rowsOf(shop)).verification_codes?.map(row => JSON.parse(row) as Record<string, unknown>)
    const row = rows?.find(({ target }) => target === mobile)
    expect(row?.code_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.values(row ?? {}).map(String)).not.toContain(code)
  })

  it('sends once a minute to a number', async () => {
    const mobile = freshNumber()
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(0)
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(TOO_SOON)
    await shop.advance(30)
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(TOO_SOON)
    await shop.advance(31)
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(0)
  })

  it('sends once when it is asked twice at the same moment', async () => {
    const mobile = freshNumber()
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(wxapi.smsValidateCode(mobile))))
    expect(codes.sort()).toEqual([0, TOO_SOON, TOO_SOON])
  })

  it('sends five times an hour and ten times a day to a number', async () => {
    const mobile = freshNumber()
    const sent: number[] = []
    for (let hour = 0; hour < 3; hour++) {
      for (let i = 0; i < 6; i++) {
        sent.push(await sendFrom(`203.0.113.${hour}`, mobile))
        await shop.advance(61)
      }
      await shop.advance(3600)
    }
    const six = [0, 0, 0, 0, 0, TOO_SOON]
    expect(sent).toEqual([...six, ...six, ...six.map(() => TOO_SOON)])
    await shop.advance(86_400)
    expect(await sendFrom('203.0.113.1', mobile)).toBe(0)
  })

  it('sends twenty times an hour for one address of the net', async () => {
    const sent = []
    for (let i = 0; i < 21; i++) sent.push(await sendFrom('198.51.100.1', freshNumber()))
    expect(sent).toEqual([...Array.from({ length: 20 }, () => 0), TOO_SOON])
    expect(await sendFrom('198.51.100.2', freshNumber())).toBe(0)
    await shop.advance(3601)
    expect(await sendFrom('198.51.100.1', freshNumber())).toBe(0)
  })

  it('answers the same whether or not somebody is registered with the number', async () => {
    const [known, unknown] = [freshNumber(), freshNumber()]
    const code = await codeSentTo(shop, known)
    await dataOf(wxapi.register_mobile({ mobile: known, code }))
    await shop.advance(61)
    const path = '/demo/verification/sms/get'
    const answers = await Promise.all([known, unknown].map(mobile => call(shop, path, { query: { mobile } })))
    expect(answers[0]?.text).toBe(answers[1]?.text)
    const wrong = await Promise.all(
      [known, unknown].map(mobile => refusalOf(wxapi.smsValidateCodeCheck(mobile, '0000'))),
    )
    expect(wrong[0]).toEqual(wrong[1])
  })

  it('says so when messages cannot be sent, and tells the log no code and no number', async () => {
    const mobile = freshNumber()
    expect(await refusalOf(offline.wxapi.smsValidateCode(mobile))).toEqual({
      code: 11008,
      msg: '短信暂时无法发送，请稍后再试',
    })
    const log = offline.logLines().join('')
    expect(log).toContain('a code could not be sent')
    expect(log).not.toContain(mobile)
    expect(log).not.toMatch(/\b\d{6}\b/)
  })
})

describe('a message that does not leave', () => {
  it('keeps nobody waiting, and leaves an earlier code good', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    await shop.advance(61)
    await shop.sim('/sms/refuse', { mobile, code: 'isv.OUT_OF_SERVICE' })
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(11008)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(0)
    await shop.sim('/sms/refuse', { mobile, code: '' })
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(0)
  })

  it('counts for the address that asked, so that nobody tries without end', async () => {
    const mobile = freshNumber()
    await shop.sim('/sms/refuse', { mobile, code: 'isv.OUT_OF_SERVICE' })
    const answers = []
    for (let i = 0; i < 21; i++) answers.push(await sendFrom('198.51.100.77', mobile))
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 11008), TOO_SOON])
  })

  it('counts as sent when it may be under way', async () => {
    const mobile = freshNumber()
    await shop.sim('/sms/refuse', { mobile, code: 'lost' })
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(11008)
    await shop.sim('/sms/refuse', { mobile, code: '' })
    expect(await codeOf(wxapi.smsValidateCode(mobile))).toBe(TOO_SOON)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, await codeOnPhone(shop, mobile)))).toBe(0)
  })
})

describe('two accounts for text messages', () => {
  it('lets the second send when the first cannot be reached', async () => {
    const mobile = freshNumber()
    await dataOf(twofold.wxapi.smsValidateCode(mobile))
    const { code, provider } = await parties.control(`/sms?mobile=${mobile}`)
    expect(provider).toBe('tencent')
    expect(await codeOf(twofold.wxapi.smsValidateCodeCheck(mobile, String(code)))).toBe(0)
  })
})

describe('a code with a purpose', () => {
  it('serves that alone', async () => {
    const mobile = freshNumber()
    await dataOf(wxapi.smsValidateCode(mobile, undefined, undefined, 'login'))
    const code = await codeOnPhone(shop, mobile)
    expect(await codeOf(wxapi.resetPwdUseMobileCode(mobile, 'new password', code))).toBe(EXPIRED)
    expect(await codeOf(wxapi.register_mobile({ mobile, code }))).toBe(EXPIRED)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code, 'reset'))).toBe(EXPIRED)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code, 'login'))).toBe(0)
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))).toBe(0)
  })

  it('leaves the code for another purpose good', async () => {
    const mobile = freshNumber()
    await dataOf(wxapi.smsValidateCode(mobile, undefined, undefined, 'register'))
    const code = await codeOnPhone(shop, mobile)
    await shop.advance(61)
    await dataOf(wxapi.smsValidateCode(mobile, undefined, undefined, 'reset'))
    expect(await codeOf(wxapi.register_mobile({ mobile, code }))).toBe(0)
  })

  it('is sent four times an hour, so that a fifth message is left for something else', async () => {
    const mobile = freshNumber()
    const sent = []
    for (const purpose of ['bind', 'bind', 'bind', 'bind', 'bind', 'login']) {
      sent.push(await sendFrom('203.0.113.40', mobile, { ...readPicture(shop), purpose }))
      await shop.advance(61)
    }
    expect(sent).toEqual([0, 0, 0, 0, TOO_SOON, 0])
  })

  it('must be one of those that there are', async () => {
    expect(await sendFrom('203.0.113.41', freshNumber(), { purpose: 'fun' })).toBe(400)
  })
})

describe('graphValidateCodeUrl', () => {
  it('is the address of a picture', async () => {
    const response = await fetch(wxapi.graphValidateCodeUrl('a key'))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(2000)
    expect((await call(shop, '/demo/verification/pic/get')).code).toBe(400)
  })

  it('shows other characters for another key, and in another shop', async () => {
    const { secrets } = shop.app.services
    const shown = (id: number, key: string) =>
      charactersOf({ merchant: { id, subDomain: '', name: '' }, secrets }, key, windowAt(shop.now()))
    const all = [shown(1, 'a'), shown(1, 'b'), shown(2, 'a')]
    expect(new Set(all).size).toBe(3)
    expect(shown(1, 'a')).toBe(all[0])
  })
})

describe('graphValidateCodeCheck', () => {
  it('says that the characters are right, in capitals or not, and leaves them good', async () => {
    const { key, picCode } = readPicture(shop)
    expect(await codeOf(wxapi.graphValidateCodeCheck(key, picCode))).toBe(0)
    expect(await codeOf(wxapi.graphValidateCodeCheck(key, ` ${picCode.toLowerCase()}`))).toBe(0)
    expect(await codeOf(wxapi.smsValidateCode(freshNumber(), key, picCode))).toBe(0)
  })

  it('voids a picture that was read wrongly once', async () => {
    const { key, picCode } = readPicture(shop)
    expect(await codeOf(wxapi.graphValidateCodeCheck(key, '0000'))).toBe(PICTURE_WRONG)
    expect(await codeOf(wxapi.graphValidateCodeCheck(key, picCode))).toBe(PICTURE_WRONG)
    expect(await codeOf(wxapi.smsValidateCode(freshNumber(), key, picCode))).toBe(PICTURE_WRONG)
  })

  it('refuses a picture after ten minutes at the latest', async () => {
    const { key, picCode } = readPicture(shop)
    await shop.advance(299)
    expect(await codeOf(wxapi.graphValidateCodeCheck(key, picCode))).toBe(0)
    await shop.advance(302)
    expect(await codeOf(wxapi.graphValidateCodeCheck(key, picCode))).toBe(PICTURE_WRONG)
  })
})

describe('a picture before the message', () => {
  it('is asked for at the third code for one number', async () => {
    const mobile = freshNumber()
    const sent = []
    for (let i = 0; i < 3; i++) {
      sent.push(await sendFrom(`203.0.113.${60 + i}`, mobile, {}))
      await shop.advance(61)
    }
    expect(sent).toEqual([0, 0, PICTURE_REQUIRED])
    expect(await sendFrom('203.0.113.70', mobile)).toBe(0)
  })

  it('is asked for at the eleventh code from one address', async () => {
    const sent = []
    for (let i = 0; i < 11; i++) sent.push(await sendFrom('203.0.113.80', freshNumber(), {}))
    expect(sent).toEqual([...Array.from({ length: 10 }, () => 0), PICTURE_REQUIRED])
    expect(await sendFrom('203.0.113.80', freshNumber())).toBe(0)
  })

  it('lets one message pass and no second', async () => {
    const picture = readPicture(shop)
    expect(await sendFrom('203.0.113.90', freshNumber(), picture)).toBe(0)
    expect(await sendFrom('203.0.113.91', freshNumber(), picture)).toBe(PICTURE_WRONG)
  })

  it('lets one pass when two come at the same moment with it', async () => {
    const picture = readPicture(shop)
    const sent = await Promise.all([92, 93, 94].map(n => sendFrom(`203.0.113.${n}`, freshNumber(), picture)))
    expect(sent.sort((a, b) => a - b)).toEqual([0, PICTURE_WRONG, PICTURE_WRONG])
  })

  it('sends nothing when it was read wrongly', async () => {
    const mobile = freshNumber()
    const { key } = readPicture(shop)
    expect(await codeOf(wxapi.smsValidateCode(mobile, key, 'wrong'))).toBe(PICTURE_WRONG)
    await expect(shop.sim(`/sms?mobile=${mobile}`)).rejects.toThrow('404')
  })

  it('is asked for always where the shop keeper wants it', async () => {
    const { transaction, clock } = shop.app.services
    const set = (value: string) =>
      transaction(tx => setSetting(tx, shop.merchantId, { key: 'code_picture', value }, clock.now()))
    await set('always')
    expect(await codeOf(wxapi.smsValidateCode(freshNumber()))).toBe(PICTURE_REQUIRED)
    const { key, picCode } = readPicture(shop)
    expect(await codeOf(wxapi.smsValidateCode(freshNumber(), key, picCode))).toBe(0)
    await set('often')
    expect(await codeOf(wxapi.smsValidateCode(freshNumber()))).toBe(0)
  })
})

describe('smsValidateCodeCheck', () => {
  it('says that a code is right, as often as it is asked, and leaves it good', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(0)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(0)
    expect(await codeOf(wxapi.register_mobile({ mobile, code }))).toBe(0)
  })

  it('refuses a code that was used', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    await dataOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(EXPIRED)
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))).toBe(EXPIRED)
  })

  it('uses a code once when two ask at the same moment', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    const login = () => codeOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))
    expect((await Promise.all([login(), login(), login()])).sort()).toEqual([0, EXPIRED, EXPIRED])
  })

  it('refuses wrong codes, and after five of them the right one too', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    const tries = []
    for (let i = 0; i < 5; i++) tries.push(await codeOf(wxapi.smsValidateCodeCheck(mobile, otherThan(code))))
    expect(tries).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG])
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(EXPIRED)
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))).toBe(EXPIRED)
  })

  it('counts wrong codes that arrive at the same moment', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    const guess = () => codeOf(wxapi.smsValidateCodeCheck(mobile, otherThan(code)))
    const guesses = await Promise.all(Array.from({ length: 12 }, guess))
    expect(guesses.filter(answer => answer === WRONG)).toHaveLength(5)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(EXPIRED)
  })

  it('refuses a code after ten minutes', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    await shop.advance(590)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(0)
    await shop.advance(11)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, code))).toBe(EXPIRED)
  })

  it('takes the newest code alone', async () => {
    const mobile = freshNumber()
    const first = await codeSentTo(shop, mobile)
    await shop.advance(61)
    const second = await codeSentTo(shop, mobile)
    if (first !== second) expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, first))).toBe(WRONG)
    expect(await codeOf(wxapi.smsValidateCodeCheck(mobile, second))).toBe(0)
  })

  it('refuses the code of another number, of another shop, and any where none was sent', async () => {
    const [mobile, other] = [freshNumber(), freshNumber()]
    const code = await codeSentTo(shop, mobile)
    await dataOf(wxapi.smsValidateCode(other))
    if ((await codeOnPhone(shop, other)) !== code)
      expect(await codeOf(wxapi.smsValidateCodeCheck(other, code))).toBe(WRONG)
    expect(await codeOf(wxapi.smsValidateCodeCheck(freshNumber(), code))).toBe(EXPIRED)
    const second = await shop.anotherShop('second')
    expect(await codeOf(second.wxapi.smsValidateCodeCheck(mobile, code))).toBe(EXPIRED)
  })
})
