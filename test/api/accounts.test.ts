/** Passwords, user names, bound numbers: ways in beside the silent one. */
import { beforeEach, describe, expect, it } from 'vitest'
import { codeOf, dataOf, refusalOf, signIn, wxCode } from '../support/people'
import { createShop } from '../support/shop'
import { codeSentTo, otherThan } from '../support/sms'

const shop = await createShop()
const { wxapi } = shop
const PASSWORD = 'correct horse 9'
const [WRONG, LOCKED, NAME_TAKEN, OPENID_TAKEN, FOREIGN, PAY_SET, PAY_WRONG] = [
  11021, 11022, 11023, 11024, 11025, 11026, 11027,
]
const [MOBILE_TAKEN, STALE, CODE_INVALID, DATA_INVALID] = [11009, 10002, 11002, 11004]

let numbers = 0
const freshNumber = () => `1381000${String(1000 + numbers++)}`
const freshName = () => `shopper${numbers++}`

/** What the device of a person encrypts of their number, with a fresh code. */
async function phoneOf(name: string, purePhoneNumber: string, countryCode = '86') {
  const sealed: Record<string, string> = await shop.sim('/wechat/encrypted', {
    name,
    payload: { phoneNumber: purePhoneNumber, purePhoneNumber, countryCode },
  })
  const { code = '', encryptedData = '', iv = '' } = sealed
  return { code, encryptedData, iv }
}

const baseOf = async (token: string) => (await dataOf(wxapi.userDetail(token))).base

/** Another code to a number, which takes a minute. */
async function nextCodeTo(mobile: string) {
  await shop.advance(61)
  return codeSentTo(shop, mobile)
}

/** Somebody with a number and a password. */
async function registered() {
  const mobile = freshNumber()
  const code = await codeSentTo(shop, mobile)
  const login = await dataOf(wxapi.register_mobile({ mobile, code, pwd: PASSWORD, autoLogin: true }))
  return { mobile, ...(login as { token: string; uid: number }) }
}

beforeEach(() => shop.advance(3601))

describe('register_username and login_username', () => {
  it('register somebody once, and let in who knows the password, however the name is written', async () => {
    const username = freshName()
    expect(await codeOf(wxapi.register_username({ username, pwd: PASSWORD, nick: '阿木' }))).toBe(0)
    const login = await dataOf(wxapi.login_username({ username: username.toUpperCase(), pwd: PASSWORD }))
    expect(await baseOf(login.token)).toMatchObject({ id: login.uid, nick: '阿木', username, source: 2, pwdPay: false })
    expect((await refusalOf(wxapi.login_username({ username, pwd: `${PASSWORD}!` }))).code).toBe(WRONG)
    expect((await refusalOf(wxapi.login_username({ username: 'nobody at all', pwd: PASSWORD }))).code).toBe(WRONG)
    expect((await refusalOf(wxapi.register_username({ username, pwd: PASSWORD }))).code).toBe(NAME_TAKEN)
  })

  it('log in at once with autoLogin: a stranger by registering, who is known only by the password', async () => {
    const username = freshName()
    const first = await dataOf(wxapi.register_username({ username, pwd: PASSWORD, autoLogin: true }))
    const again = await dataOf(wxapi.register_username({ username, pwd: PASSWORD, autoLogin: true }))
    expect(again?.uid).toBe(first?.uid)
    const guess = wxapi.register_username({ username, pwd: 'something else', autoLogin: true })
    expect((await refusalOf(guess)).code).toBe(NAME_TAKEN)
  })

  it('refuse names that are numbers, too short or full of signs, and short passwords', async () => {
    for (const username of ['13800138000', 'a', '<b>', 'a'.repeat(31)])
      expect((await refusalOf(wxapi.register_username({ username, pwd: PASSWORD }))).msg, username).toMatch(
        /^用户名应为/,
      )
    expect((await refusalOf(wxapi.register_username({ username: freshName(), pwd: '12345' }))).msg).toMatch(/^密码应为/)
  })

  it('make one user of two that register the same name at the same moment', async () => {
    const username = freshName()
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(wxapi.register_username({ username, pwd: PASSWORD }))))
    expect(codes.sort()).toEqual([0, NAME_TAKEN, NAME_TAKEN])
  })
})

describe('login_mobile', () => {
  it('lets in who set a password while registering, and nobody else', async () => {
    const { mobile, uid } = await registered()
    expect((await dataOf(wxapi.login_mobile(mobile, PASSWORD, 'phone-1', '小米'))).uid).toBe(uid)
    expect((await refusalOf(wxapi.login_mobile(mobile, 'no idea'))).code).toBe(WRONG)
    expect((await refusalOf(wxapi.login_mobile(freshNumber(), PASSWORD))).code).toBe(WRONG)
  })

  it('is locked for 15 minutes after five wrong passwords, also when they come all at once', async () => {
    const { mobile } = await registered()
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, i) => codeOf(wxapi.login_mobile(mobile, `guess${i}`))),
    )
    expect(guesses.filter(code => code === WRONG)).toHaveLength(5)
    expect(guesses.filter(code => code === LOCKED)).toHaveLength(3)
    expect((await refusalOf(wxapi.login_mobile(mobile, PASSWORD))).code).toBe(LOCKED)
    await shop.advance(15 * 60 + 1)
    expect(await codeOf(wxapi.login_mobile(mobile, PASSWORD))).toBe(0)
  })

  it('keeps no password that could be read, in the database or in the log', async () => {
    await registered()
    const { db } = shop.app.services
    const rows = await db
      .selectFrom('user_passwords')
      .select('hash')
      .where('merchant_id', '=', shop.merchantId)
      .execute()
    for (const { hash } of rows) expect(hash).toMatch(/^scrypt\$16384\$8\$5\$/)
    expect(new Set(rows.map(({ hash }) => hash)).size, 'salted').toBe(rows.length)
    expect(shop.logLines().join('\n')).not.toContain(PASSWORD)
  })
})

describe('resetPwdUseMobileCode', () => {
  it('sets a new password for who has the code, and ends what was open', async () => {
    const { mobile, token } = await registered()
    const code = await nextCodeTo(mobile)
    expect(await codeOf(wxapi.resetPwdUseMobileCode(mobile, 'brand new 1', otherThan(code)))).not.toBe(0)
    expect(await codeOf(wxapi.resetPwdUseMobileCode(mobile, 'brand new 1', code))).toBe(0)
    expect(await codeOf(wxapi.checkToken(token))).toBe(2000)
    expect((await refusalOf(wxapi.login_mobile(mobile, PASSWORD))).code).toBe(WRONG)
    expect(await codeOf(wxapi.login_mobile(mobile, 'brand new 1'))).toBe(0)
    expect(await codeOf(wxapi.resetPwdUseMobileCode(mobile, 'third one 1', code)), 'a code works once').not.toBe(0)
  })

  it('tells a number that nobody has registered', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(await codeOf(wxapi.resetPwdUseMobileCode(mobile, PASSWORD, code))).toBe(10000)
  })
})

describe('bindUsername', () => {
  it('gives a name, changes it and frees the old one', async () => {
    const { token } = await signIn(shop, 'bind-name')
    const [first, second] = [freshName(), freshName()]
    expect(await codeOf(wxapi.bindUsername(token, first, PASSWORD))).toBe(0)
    expect(await codeOf(wxapi.bindUsername(token, second))).toBe(0)
    expect((await baseOf(token)).username).toBe(second)
    expect(await codeOf(wxapi.login_username({ username: second, pwd: PASSWORD }))).toBe(0)
    const other = await signIn(shop, 'bind-name-2')
    expect(await codeOf(wxapi.bindUsername(other.token, first))).toBe(0)
    expect((await refusalOf(wxapi.bindUsername(other.token, second))).code).toBe(NAME_TAKEN)
    expect((await baseOf(other.token)).username, 'what was refused changed nothing').toBe(first)
  })
})

describe('bindMobileSms', () => {
  it('binds a number that was proven and is nobody else’s', async () => {
    const { token } = await signIn(shop, 'bind-sms')
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(await codeOf(wxapi.bindMobileSms(token, mobile, otherThan(code)))).not.toBe(0)
    expect(await codeOf(wxapi.bindMobileSms(token, mobile, code, PASSWORD))).toBe(0)
    expect((await baseOf(token)).mobile).toBe(mobile)
    expect(await codeOf(wxapi.login_mobile(mobile, PASSWORD))).toBe(0)
    const taken = (await registered()).mobile
    const another = await nextCodeTo(taken)
    expect((await refusalOf(wxapi.bindMobileSms(token, taken, another))).code).toBe(MOBILE_TAKEN)
    expect((await baseOf(token)).mobile).toBe(mobile)
  })
})

describe('bindMobileWxapp', () => {
  it('binds the number that WeChat encrypted for this very person', async () => {
    const { token } = await signIn(shop, 'wx-bind')
    const mobile = freshNumber()
    const { code, encryptedData, iv } = await phoneOf('wx-bind', mobile)
    expect(await dataOf(wxapi.bindMobileWxapp(token, code, encryptedData, iv))).toBe(mobile)
    expect((await baseOf(token)).mobile).toBe(mobile)
  })

  it('refuses the phone of another person, a foreign number, a used code and data that does not open', async () => {
    const { token } = await signIn(shop, 'wx-thief')
    await signIn(shop, 'wx-victim')
    const stolen = await phoneOf('wx-victim', freshNumber())
    const bind = ({ code, encryptedData, iv }: typeof stolen) => wxapi.bindMobileWxapp(token, code, encryptedData, iv)
    expect((await refusalOf(bind(stolen))).code).toBe(OPENID_TAKEN)
    expect((await refusalOf(bind(stolen))).code, 'log in again, as clients of it do').toBe(STALE)
    expect((await refusalOf(bind(await phoneOf('wx-thief', '2025550123', '1')))).code).toBe(FOREIGN)
    const good = await phoneOf('wx-thief', freshNumber())
    expect((await refusalOf(bind({ ...good, encryptedData: stolen.encryptedData }))).code).toBe(DATA_INVALID)
    expect((await baseOf(token)).mobile).toBeUndefined()
  })
})

describe('loginWxaMobile', () => {
  it('registers an unknown number with its WeChat, and knows it the next time', async () => {
    const mobile = freshNumber()
    const { code, encryptedData, iv } = await phoneOf('one-tap', mobile)
    const first = await dataOf(wxapi.loginWxaMobile(code, encryptedData, iv))
    expect(first).toMatchObject({ mobile, openid: expect.stringMatching(/^o/) })
    expect((await dataOf(wxapi.loginWxaMobileV2(await phoneOf('one-tap', mobile)))).uid).toBe(first.uid)
    expect((await dataOf(wxapi.authorize({ code: wxCode('one-tap') }))).uid, 'silently, too').toBe(first.uid)
  })

  it('adds the number to whom WeChat alone knew', async () => {
    const { uid } = await signIn(shop, 'one-tap-known')
    const mobile = freshNumber()
    const { code, encryptedData, iv } = await phoneOf('one-tap-known', mobile)
    expect(await dataOf(wxapi.loginWxaMobile(code, encryptedData, iv))).toMatchObject({ uid, mobile })
  })

  it('lets the number decide where it and the WeChat belong to two people, and merges neither', async () => {
    const owner = await registered()
    const { uid } = await signIn(shop, 'one-tap-other')
    const { code, encryptedData, iv } = await phoneOf('one-tap-other', owner.mobile)
    expect((await dataOf(wxapi.loginWxaMobile(code, encryptedData, iv))).uid).toBe(owner.uid)
    expect((await dataOf(wxapi.authorize({ code: wxCode('one-tap-other') }))).uid).toBe(uid)
  })

  it('refuses what is not from WeChat', async () => {
    const { encryptedData, iv } = await phoneOf('one-tap-bad', freshNumber())
    expect((await refusalOf(wxapi.loginWxaMobile('no code', encryptedData, iv))).code).toBe(CODE_INVALID)
    expect((await refusalOf(wxapi.loginWxaMobile(wxCode('one-tap-bad'), 'AAAA', iv))).code).toBe(DATA_INVALID)
  })
})

describe('bindOpenid', () => {
  it('lets who registered by number log in with WeChat later, unless that WeChat is another’s', async () => {
    const { token, uid } = await registered()
    expect(await codeOf(wxapi.bindOpenid(token, wxCode('bind-openid')))).toBe(0)
    expect((await dataOf(wxapi.login_wx(wxCode('bind-openid')))).uid).toBe(uid)
    await signIn(shop, 'bind-openid-2')
    expect((await refusalOf(wxapi.bindOpenid(token, wxCode('bind-openid-2')))).code).toBe(OPENID_TAKEN)
    expect((await dataOf(wxapi.login_wx(wxCode('bind-openid')))).uid, 'the old one stays').toBe(uid)
    expect(await codeOf(wxapi.bindOpenid(token, wxCode('bind-openid-3')))).toBe(0)
    expect(await codeOf(wxapi.login_wx(wxCode('bind-openid'))), 'a new one takes its place').toBe(10000)
  })
})

describe('encryptedData', () => {
  it('opens what WeChat encrypted for this mini-program, for who holds the code', async () => {
    const mobile = freshNumber()
    const { code, encryptedData, iv } = await phoneOf('decode', mobile)
    expect(await dataOf(wxapi.encryptedData(code, encryptedData, iv))).toMatchObject({ purePhoneNumber: mobile })
    expect((await refusalOf(wxapi.encryptedData(wxCode('decode'), encryptedData, iv))).code).toBe(DATA_INVALID)
  })
})

describe('the trade password', () => {
  it('is set once, changed by who knows it, and reset by who has the phone', async () => {
    const { token, mobile } = await registered()
    expect(await codeOf(wxapi.setPayPassword(token, '246810'))).toBe(0)
    expect((await refusalOf(wxapi.setPayPassword(token, '135791'))).code).toBe(PAY_SET)
    expect((await baseOf(token)).pwdPay).toBe(true)
    expect((await refusalOf(wxapi.modifyPayPassword(token, '000000', '135791'))).code).toBe(PAY_WRONG)
    expect(await codeOf(wxapi.modifyPayPassword(token, '246810', '135791'))).toBe(0)
    const code = await nextCodeTo(mobile)
    expect(await codeOf(wxapi.resetPayPassword(mobile, otherThan(code), '112233'))).not.toBe(0)
    expect(await codeOf(wxapi.resetPayPassword(mobile, code, '112233'))).toBe(0)
    expect(await codeOf(wxapi.modifyPayPassword(token, '112233', '445566'))).toBe(0)
    expect(await codeOf(wxapi.login_mobile(mobile, '445566')), 'it opens no account').toBe(WRONG)
  })

  it('is locked after five wrong ones, apart from the login', async () => {
    const { token, mobile } = await registered()
    await wxapi.setPayPassword(token, '246810')
    for (let i = 0; i < 5; i++) await wxapi.modifyPayPassword(token, `00000${i}`, '135791')
    expect((await refusalOf(wxapi.modifyPayPassword(token, '246810', '135791'))).code).toBe(LOCKED)
    expect(await codeOf(wxapi.login_mobile(mobile, PASSWORD))).toBe(0)
  })
})
