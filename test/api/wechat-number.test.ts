/** Numbers by the code of WeChat's button, and the ways in that service providers call. */
import { describe, expect, it } from 'vitest'
import { codeOf, dataOf, refusalOf, signIn, wxCode } from '../support/people'
import { signInByPhone } from '../support/phone'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const NOT_REGISTERED = 10000
const CODE_INVALID = 11002
const MOBILE_TAKEN = 11009
const FOREIGN = 11025
const QUOTA = 11015

let numbers = 0
const freshNumber = () => `1390000${String(1000 + numbers++)}`
const phoneCode = async (mobile: string, countryCode = '86') =>
  String((await shop.sim('/wechat/phone-code', { mobile, countryCode })).code)
const encrypted = async (name: string, payload: object) =>
  (await shop.sim('/wechat/encrypted', { name, payload })) as unknown as Record<'code' | 'encryptedData' | 'iv', string>

describe('loginWxaMobileV3', () => {
  it('registers an unknown number with its WeChat, and knows both from then on', async () => {
    const mobile = freshNumber()
    const first = await dataOf(
      wxapi.loginWxaMobileV3({ code: wxCode('v3-new'), codeMobile: await phoneCode(mobile), autoReg: true }),
    )
    expect(first.mobile).toBe(mobile)
    expect((await dataOf(wxapi.login_wx(wxCode('v3-new')))).uid).toBe(first.uid)
    const again = { code: wxCode('v3-new'), codeMobile: await phoneCode(mobile) }
    expect((await dataOf(wxapi.loginWxaMobileV3(again))).uid).toBe(first.uid)
  })

  it('registers nobody when told not to', async () => {
    const input = { code: wxCode('v3-no'), codeMobile: await phoneCode(freshNumber()), autoReg: false }
    expect(await codeOf(wxapi.loginWxaMobileV3(input))).toBe(NOT_REGISTERED)
    expect(await codeOf(wxapi.login_wx(wxCode('v3-no')))).toBe(NOT_REGISTERED)
  })

  it('merges nobody: the number decides, and an account of this WeChat stays as it is', async () => {
    const mobile = freshNumber()
    const owner = await signInByPhone(shop, mobile)
    const other = await signIn(shop, 'v3-other')
    const login = await dataOf(
      wxapi.loginWxaMobileV3({ code: wxCode('v3-other'), codeMobile: await phoneCode(mobile) }),
    )
    expect(login.uid).toBe(owner.uid)
    expect((await dataOf(wxapi.login_wx(wxCode('v3-other')))).uid).toBe(other.uid)
  })

  it('takes a code once, within five minutes, and no number from abroad', async () => {
    const codeMobile = await phoneCode(freshNumber())
    await dataOf(wxapi.loginWxaMobileV3({ code: wxCode('v3-once'), codeMobile }))
    expect(await codeOf(wxapi.loginWxaMobileV3({ code: wxCode('v3-once'), codeMobile }))).toBe(CODE_INVALID)
    const late = await phoneCode(freshNumber())
    await shop.advance(301)
    expect(await codeOf(wxapi.loginWxaMobileV3({ code: wxCode('v3-late'), codeMobile: late }))).toBe(CODE_INVALID)
    const abroad = await phoneCode('91234567', '852')
    expect(await codeOf(wxapi.loginWxaMobileV3({ code: wxCode('v3-hk'), codeMobile: abroad }))).toBe(FOREIGN)
  })

  it('says what else to do when the verifications are used up, and tells the log', async () => {
    await shop.sim('/wechat/phone-quota', { left: 0 })
    const input = { code: wxCode('v3-quota'), codeMobile: await phoneCode(freshNumber()) }
    expect(await refusalOf(wxapi.loginWxaMobileV3(input))).toMatchObject({
      code: QUOTA,
      msg: expect.stringContaining('短信'),
    })
    expect(shop.logLines().join('')).toContain('quota')
    await shop.sim('/wechat/phone-quota', { left: 1000 })
  })
})

describe('bindMobileWxappV2', () => {
  it('gives the caller the number, and with a password a way in', async () => {
    const { token, uid } = await signIn(shop, 'bind-v2')
    const mobile = freshNumber()
    expect(await dataOf(wxapi.bindMobileWxappV2(token, await phoneCode(mobile), 'a long password'))).toBe(mobile)
    expect((await dataOf(wxapi.login_mobile(mobile, 'a long password'))).uid).toBe(uid)
  })

  it('refuses a number of somebody else, and changes nothing', async () => {
    const mobile = freshNumber()
    await signInByPhone(shop, mobile)
    const { token } = await signIn(shop, 'bind-v2-thief')
    expect(await codeOf(wxapi.bindMobileWxappV2(token, await phoneCode(mobile)))).toBe(MOBILE_TAKEN)
    expect((await dataOf(wxapi.userDetail(token))).base.mobile).toBeUndefined()
    expect(await codeOf(wxapi.bindMobileWxappV2(token, 'made up'))).toBe(CODE_INVALID)
  })

  it('survives a token that WeChat has given up', async () => {
    const { token } = await signIn(shop, 'bind-v2-token')
    await shop.sim('/wechat/void-token', {})
    expect(await codeOf(wxapi.bindMobileWxappV2(token, await phoneCode(freshNumber())))).toBe(0)
  })
})

describe('wxappServiceLogin', () => {
  it('refuses the unknown with 10000, and registers them when asked', async () => {
    expect(await codeOf(wxapi.wxappServiceLogin({ code: wxCode('service') }))).toBe(NOT_REGISTERED)
    const { uid } = await dataOf(wxapi.wxappServiceLogin({ code: wxCode('service'), autoReg: true }))
    expect((await dataOf(wxapi.wxappServiceLogin({ code: wxCode('service') }))).uid).toBe(uid)
    expect((await dataOf(wxapi.login_wx(wxCode('service')))).uid).toBe(uid)
  })
})

describe('the twins of service providers', () => {
  it('know the same people as the methods without `Service`', async () => {
    const { uid, token } = await dataOf(wxapi.wxappServiceAuthorize({ code: wxCode('twin') }))
    expect((await dataOf(wxapi.authorize({ code: wxCode('twin') }))).uid).toBe(uid)
    await dataOf(wxapi.wxappServiceRegisterSimple({ code: wxCode('twin-simple') }))
    expect(await codeOf(wxapi.login_wx(wxCode('twin-simple')))).toBe(0)
    const profile = await encrypted('twin-complex', { nickName: '林小满' })
    await dataOf(wxapi.wxappServiceRegisterComplex(profile))
    const login = await dataOf(wxapi.login_wx(wxCode('twin-complex')))
    expect((await dataOf(wxapi.userDetail(login.token))).base.nick).toBe('林小满')

    const mobile = freshNumber()
    const number = { purePhoneNumber: mobile, phoneNumber: mobile, countryCode: '86' }
    expect(await dataOf(wxapi.wxappServiceBindMobile({ token, ...(await encrypted('twin', number)) }))).toBe(mobile)
    expect((await dataOf(wxapi.wxappServiceLoginWxaMobile(await encrypted('twin', number)))).uid).toBe(uid)
    const next = freshNumber()
    expect(await dataOf(wxapi.wxappServiceBindMobileV2({ token, code: await phoneCode(next) }))).toBe(next)

    const byPhone = await signInByPhone(shop, freshNumber())
    await dataOf(wxapi.wxappServiceBindOpenid({ token: byPhone.token, code: wxCode('twin-open') }))
    expect((await dataOf(wxapi.login_wx(wxCode('twin-open')))).uid).toBe(byPhone.uid)
    const steps = await encrypted('twin', { step: 9000 })
    expect(await dataOf(wxapi.wxappServiceEncryptedData(steps))).toMatchObject({ step: 9000 })
  })
})
