/** Registering and logging in. The profile has a file of its own. */
import { beforeEach, describe, expect, it } from 'vitest'
import { codeOf, dataOf, refusalOf, signIn, wxCode } from '../support/people'
import { createShop } from '../support/shop'
import { codeSentTo, otherThan } from '../support/sms'
import { unreachableParties } from '../support/unreachable'

const shop = await createShop()
const offline = await createShop(unreachableParties())
const { wxapi, merchantId } = shop
const { db, transaction } = shop.app.services
const BLOCKED = 11001

const countUsers = async () => (await dataOf(wxapi.siteStatistics())).statistics.users
const block = (uid: number) =>
  transaction(tx =>
    tx.updateTable('users').set({ status: 1 }).where('merchant_id', '=', merchantId).where('id', '=', uid).execute(),
  )
/** What the device of a person encrypts, with a fresh code. */
async function encrypted(name: string, payload: object) {
  const answer: Record<string, string> = await shop.sim('/wechat/encrypted', { name, payload })
  const { code = '', encryptedData = '', iv = '' } = answer
  return { code, encryptedData, iv }
}

let numbers = 0
const freshNumber = () => `1370000${String(1000 + numbers++)}`

beforeEach(() => shop.advance(3601))

describe('checkReferrer', () => {
  it('knows users of this shop and nobody else', async () => {
    const { uid } = await signIn(shop, 'ann')
    expect(await codeOf(wxapi.checkReferrer(String(uid)))).toBe(0)
    for (const referrer of ['0', '-1', '1.5', 'ann', '999999', '99999999999999999999'])
      expect(await codeOf(wxapi.checkReferrer(referrer)), referrer).toBe(700)
    const second = await shop.anotherShop('second')
    expect(await codeOf(second.wxapi.checkReferrer(String(uid)))).toBe(700)
  })
})

describe('authorize', () => {
  it('registers a stranger and logs in who is known', async () => {
    const before = await countUsers()
    const first = await dataOf(wxapi.authorize({ code: wxCode('bob') }))
    const second = await dataOf(wxapi.authorize({ code: wxCode('bob') }))
    expect(first).toMatchObject({ uid: second.uid, openid: second.openid })
    expect(first.openid).toMatch(/^o[\w-]{27}$/)
    expect(second.token).not.toBe(first.token)
    expect(await countUsers()).toBe(before + 1)
    expect((await dataOf(wxapi.userDetail(first.token))).base).toMatchObject({ nick: '微信用户', source: 0 })
  })

  it('makes one user of two logins at the same moment', async () => {
    const before = await countUsers()
    const logins = await Promise.all(
      Array.from({ length: 5 }, () => dataOf(wxapi.authorize({ code: wxCode('twins') }))),
    )
    expect(new Set(logins.map(({ uid }) => uid)).size).toBe(1)
    expect(new Set(logins.map(({ token }) => token)).size).toBe(5)
    expect(await countUsers()).toBe(before + 1)
  })

  it('records who invited a new user, once', async () => {
    const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]
    const cat = await dataOf(wxapi.authorize({ code: wxCode('cat'), referrer: String(ann.uid) }))
    await dataOf(wxapi.authorize({ code: wxCode('cat'), referrer: String(bob.uid) }))
    expect((await dataOf(wxapi.userDetail(cat.token))).referrer).toMatchObject({ id: ann.uid, nick: '微信用户' })
  })

  it.each(['nonsense', '-5', '0', '999999', '1 or 1=1', '99999999999999999999'])(
    'lets a broken invitation stop nobody: %s',
    async referrer => {
      const { token } = await dataOf(wxapi.authorize({ code: wxCode(`by ${referrer}`), referrer }))
      expect(await dataOf(wxapi.userDetail(token))).not.toHaveProperty('referrer')
    },
  )

  it('keeps the own fields that a new user brings, as they are', async () => {
    const postJsonString = { from: '海报', age: 7, vip: true, note: null }
    const { token } = await dataOf(wxapi.authorize({ code: wxCode('dan'), postJsonString }))
    expect((await dataOf(wxapi.userDetail(token))).ext).toEqual(postJsonString)
  })

  it('refuses a code that WeChat does not know, and one that was used', async () => {
    expect(await refusalOf(wxapi.authorize({ code: 'made up' }))).toEqual({
      code: 11002,
      msg: '微信登录凭证无效，请重试',
    })
    const code = wxCode('eve')
    await dataOf(wxapi.authorize({ code }))
    expect(await codeOf(wxapi.authorize({ code }))).toBe(11002)
  })

  it('refuses a blocked user, whose open sessions end as well', async () => {
    const { token, uid } = await signIn(shop, 'villain')
    await block(uid)
    expect(await codeOf(wxapi.authorize({ code: wxCode('villain') }))).toBe(BLOCKED)
    expect(await refusalOf(wxapi.userDetail(token))).toEqual({ code: BLOCKED, msg: '该账号已被停用' })
    expect(await codeOf(wxapi.checkToken(token))).toBe(BLOCKED)
  })

  it('says so when WeChat does not answer', async () => {
    expect(await codeOf(offline.wxapi.authorize({ code: 'any' }))).toBe(11003)
    expect(await codeOf(offline.wxapi.login_wx('any'))).toBe(11003)
    expect(await codeOf(offline.wxapi.register_simple({ code: 'any' }))).toBe(11003)
    const data = { encryptedData: 'x', iv: 'x' }
    expect(await codeOf(offline.wxapi.register_complex({ code: 'any', ...data }))).toBe(11003)
  })
})

describe('register_simple', () => {
  it('registers without logging in, and a repeat changes nothing', async () => {
    const ann = await signIn(shop, 'ann')
    const before = await countUsers()
    const reply = await wxapi.register_simple({
      code: wxCode('fay'),
      referrer: String(ann.uid),
      postJsonString: { a: 1 },
    })
    expect(reply).toEqual({ code: 0, msg: 'success' })
    await dataOf(wxapi.register_simple({ code: wxCode('fay'), postJsonString: { a: 2 } }))
    expect(await countUsers()).toBe(before + 1)
    const { token } = await dataOf(wxapi.login_wx(wxCode('fay')))
    expect(await dataOf(wxapi.userDetail(token))).toMatchObject({ ext: { a: 1 }, referrer: { id: ann.uid } })
  })

  it('refuses a code that WeChat does not know', async () => {
    expect(await codeOf(wxapi.register_simple({ code: 'made up' }))).toBe(11002)
  })
})

describe('register_complex', () => {
  it('registers with the name and picture that the device encrypted', async () => {
    const payload = { nickName: '小明', avatarUrl: 'https://x.example.com/a.jpg', province: '浙江', city: '杭州' }
    const sent = await encrypted('ming', payload)
    await dataOf(wxapi.register_complex({ ...sent, postJsonString: { from: 'qr' } }))
    const { token } = await dataOf(wxapi.login_wx(wxCode('ming')))
    expect(await dataOf(wxapi.userDetail(token))).toMatchObject({
      base: { nick: '小明', avatarUrl: payload.avatarUrl, province: '浙江', city: '杭州' },
      ext: { from: 'qr' },
    })
  })

  it('takes no picture but one of the web, and no endless name', async () => {
    const sent = await encrypted('odd', { nickName: '名'.repeat(500), avatarUrl: 'javascript:alert(1)' })
    await dataOf(wxapi.register_complex(sent))
    const { token } = await dataOf(wxapi.login_wx(wxCode('odd')))
    expect((await dataOf(wxapi.userDetail(token))).base).toMatchObject({ nick: '名'.repeat(50), avatarUrl: '' })
  })

  it('refuses what was changed on the way, or belongs to somebody else, and registers nobody', async () => {
    const before = await countUsers()
    const payload = { nickName: '小红' }
    const changed = await encrypted('hong', payload)
    const middle = changed.encryptedData.length / 2
    const encryptedData = `${changed.encryptedData.slice(0, middle)}AAAA${changed.encryptedData.slice(middle + 4)}`
    expect(await codeOf(wxapi.register_complex({ ...changed, encryptedData }))).toBe(11004)
    const others = await encrypted('lan', payload)
    expect(await codeOf(wxapi.register_complex({ ...others, code: wxCode('hong') }))).toBe(11004)
    const { iv } = await encrypted('hong', { nickName: '小红', openId: 'o-of-somebody-else' })
    const foreign = await encrypted('hong', { nickName: '小红', openId: 'o-of-somebody-else' })
    expect(await codeOf(wxapi.register_complex(foreign))).toBe(11004)
    expect(await codeOf(wxapi.register_complex({ ...(await encrypted('hong', payload)), iv: 'short' }))).toBe(11004)
    expect(await codeOf(wxapi.register_complex({ encryptedData: 'x', iv, code: 'made up' }))).toBe(11002)
    expect(await countUsers()).toBe(before)
  })
})

describe('login_wx', () => {
  it('answers 10000 to a stranger, and registers nobody', async () => {
    const before = await countUsers()
    expect(await refusalOf(wxapi.login_wx(wxCode('stranger')))).toEqual({ code: 10000, msg: '用户尚未注册' })
    expect(await countUsers()).toBe(before)
  })

  it('logs in who is registered, and refuses who is blocked', async () => {
    const gus = await signIn(shop, 'gus')
    const login = await dataOf(wxapi.login_wx(wxCode('gus')))
    expect(login.uid).toBe(gus.uid)
    expect(await codeOf(wxapi.checkToken(login.token))).toBe(0)
    expect(await codeOf(wxapi.login_wx('made up'))).toBe(11002)
    await block(gus.uid)
    expect(await codeOf(wxapi.login_wx(wxCode('gus')))).toBe(BLOCKED)
  })

  it('knows nobody from another shop', async () => {
    await signIn(shop, 'hal')
    const third = await shop.anotherShop('third')
    expect(await codeOf(third.wxapi.login_wx(wxCode('hal')))).toBe(10000)
  })

  it('keeps what WeChat gave for the device sealed', async () => {
    await signIn(shop, 'ivy')
    const rows = await db
      .selectFrom('user_identities')
      .select('session_key')
      .where('merchant_id', '=', merchantId)
      .execute()
    for (const { session_key } of rows) expect(session_key).toMatch(/^v1\.[0-9a-f]{8}\./)
  })
})

describe('register_mobile', () => {
  it('registers, and logs in when asked', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(await wxapi.register_mobile({ mobile, code, nick: '小王', province: '浙江' })).toEqual({
      code: 0,
      msg: 'success',
    })
    await shop.advance(61)
    const again = { mobile, code: await codeSentTo(shop, mobile) }
    expect(await codeOf(wxapi.register_mobile(again))).toBe(11009)
    await shop.advance(61)
    const login = await dataOf(wxapi.register_mobile({ mobile, code: await codeSentTo(shop, mobile), autoLogin: true }))
    const { base } = await dataOf(wxapi.userDetail(login?.token ?? ''))
    expect(base).toMatchObject({ id: login?.uid, nick: '小王', mobile, province: '浙江', source: 1 })
  })

  it('refuses wrong codes, codes that ran out, and blocked users', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(await codeOf(wxapi.register_mobile({ mobile, code: otherThan(code) }))).toBe(11005)
    const login = await dataOf(wxapi.register_mobile({ mobile, code, autoLogin: true }))
    expect(await codeOf(wxapi.register_mobile({ mobile, code, autoLogin: true }))).toBe(11006)
    await block(login?.uid ?? 0)
    await shop.advance(61)
    const fresh = await codeSentTo(shop, mobile)
    expect(await codeOf(wxapi.register_mobile({ mobile, code: fresh, autoLogin: true }))).toBe(BLOCKED)
  })
})

describe('loginMobileSmsCode', () => {
  it('refuses an unknown number with 10000, registers it when asked, and lets it in from then on', async () => {
    const mobile = freshNumber()
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code: await codeSentTo(shop, mobile) }))).toBe(10000)
    await shop.advance(61)
    const first = await dataOf(
      wxapi.loginMobileSmsCode({
        mobile,
        code: await codeSentTo(shop, mobile),
        autoReg: true,
        postJsonString: { a: 'b' },
      }),
    )
    expect(first).toMatchObject({ mobile })
    await shop.advance(61)
    const second = await dataOf(wxapi.loginMobileSmsCode({ mobile, code: await codeSentTo(shop, mobile) }))
    expect(second.uid).toBe(first.uid)
    const detail = await dataOf(wxapi.userDetail(second.token))
    expect(detail).toMatchObject({ base: { nick: `用户${mobile.slice(-4)}`, source: 1 }, ext: { a: 'b' } })
  })

  it('refuses wrong codes, codes that ran out, and blocked users', async () => {
    const mobile = freshNumber()
    const code = await codeSentTo(shop, mobile)
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code: otherThan(code), autoReg: true }))).toBe(11005)
    const { uid } = await dataOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code }))).toBe(11006)
    await block(uid)
    await shop.advance(61)
    expect(await codeOf(wxapi.loginMobileSmsCode({ mobile, code: await codeSentTo(shop, mobile) }))).toBe(BLOCKED)
  })
})
