/** `users`: logging in from the shop's own app by WeChat, QQ or Apple. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { unreachableParties } from '../support/unreachable'
import { call } from '../support/wire'

const shop = await createShop()
const nowhere = 'http://127.0.0.1:9'
const offline = await createShop({
  ...unreachableParties(),
  WECHAT_PHONE_APPID: 'wx0',
  WECHAT_PHONE_SECRET: 'secret',
  QQ_APP_ID: '1',
  QQ_BASE_URL: nowhere,
  APPLE_CLIENT_IDS: 'com.example.shop',
  APPLE_BASE_URL: nowhere,
})
const without = await createShop(unreachableParties())

interface Answer {
  info: string
  status: number
  data?: Record<string, string>
}
type Fields = Record<string, unknown>

async function ask(type: string, proof: Fields, more: Fields = {}, at = shop): Promise<Answer> {
  const { status, text } = await call(at, '/users', { json: { type, access_token: proof, ...more } })
  expect(status, text).toBe(200)
  return JSON.parse(text)
}

/** The words of a refusal, after which nothing has changed. */
async function refusalOf(type: string, proof: Fields, more: Fields = {}, at = shop): Promise<string> {
  const before = await rowsOf(at)
  const answer = await ask(type, proof, more, at)
  expect(answer).toEqual({ info: expect.stringMatching(/\p{Script=Han}/u), status: 0 })
  expect(answer.info).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error/)
  expect(await rowsOf(at)).toEqual(before)
  return answer.info
}

const idOf = ({ data, info }: Answer) => data?.id ?? `nobody: ${info}`
const phoneCode = async (name: string, app = 'phone') =>
  String((await shop.sim('/wechat/oauth-code', { name, scope: 'snsapi_userinfo', app })).code)
const qqToken = async (name: string, clientId?: string) =>
  (await shop.sim('/qq/token', { name, clientId })) as Record<string, string> as Record<
    'access_token' | 'openid',
    string
  >
const appleToken = async (name: string, lies: Fields = {}) =>
  String((await shop.sim('/apple/identity-token', { name, ...lies })).identityToken)
const appleFetches = async () => Number((await shop.sim('/apple/fetches')).fetches)

const INVALID = '登录凭证无效或已过期，请重新授权'

describe('users, whoever says who it is', () => {
  it('takes the proof as an object, as its JSON text, and in a form', async () => {
    const { access_token } = await qqToken('all forms')
    const text = JSON.stringify({ access_token, expires_in: 7776000 })
    const form = JSON.parse((await call(shop, '/users', { form: { type: 'qq', access_token: text } })).text) as Answer
    expect(form.status, form.info).toBe(1)
    expect(idOf(await ask('qq', { access_token, expires_in: 7776000 }))).toBe(idOf(form))
  })

  it('answers the member, whose token logs in, and remembers who invited', async () => {
    const inviter = await signIn(shop, 'app-inviter')
    const { data } = await ask('qq', await qqToken('小满'), { spread_id: String(inviter.uid) })
    expect(data).toMatchObject({
      nickname: '小满',
      group_name: '注册会员',
      shop_count: '0',
      amount: '0.00',
      mobile: '',
    })
    const { base, referrer } = await dataOf(shop.wxapi.userDetail(data?.token ?? ''))
    expect(base).toMatchObject({ sourceStr: 'APP' })
    expect(referrer?.id).toBe(inviter.uid)
  })

  it('refuses a way that is none, and a proof that is missing, deep, long or no object', async () => {
    expect(await refusalOf('weibo', { code: '1' })).toContain('type')
    expect(await refusalOf('weixin', { access_token: 'x', openid: 'y' })).toContain('code')
    expect(await refusalOf('qq', {})).toContain('access_token')
    expect(await refusalOf('apple', { code: 'x' })).toContain('identityToken')
    expect(await refusalOf('apple', { identityToken: 'a'.repeat(8001) })).toContain('8000')
    expect(await refusalOf('qq', { access_token: { a: { b: {} } } })).toContain('access_token')
    for (const access_token of ['plain', '[1]', '7', JSON.stringify({ access_token: '\0' })]) {
      const answer = JSON.parse((await call(shop, '/users', { form: { type: 'qq', access_token } })).text) as Answer
      expect(answer, access_token).toEqual({ info: expect.stringContaining('access_token'), status: 0 })
    }
  })

  it('says what the shop has not set up, and who is away', async () => {
    const proofs = { weixin: { code: 'c' }, qq: { access_token: 't' }, apple: { identityToken: await appleToken('x') } }
    for (const [type, proof] of Object.entries(proofs)) {
      expect(await refusalOf(type, proof, {}, without), type).toBe('店铺没有开通这种登录方式')
      expect(await refusalOf(type, proof, {}, offline), type).toMatch(/暂时无法/)
    }
  })

  it('lets nobody in who was blocked', async () => {
    const proof = await qqToken('blocked')
    const id = Number(idOf(await ask('qq', proof)))
    const { statement } = shop.app.services
    await statement(tx =>
      tx
        .updateTable('users')
        .set({ status: 1 })
        .where('merchant_id', '=', shop.merchantId)
        .where('id', '=', id)
        .execute(),
    )
    expect(await refusalOf('qq', proof)).toContain('停用')
  })
})

describe('users of WeChat', () => {
  it('are the shoppers of the mini-program, whichever came first, because WeChat says so', async () => {
    const mini = await signIn(shop, 'phone-mini-first')
    expect(idOf(await ask('weixin', { code: await phoneCode('phone-mini-first') }))).toBe(String(mini.uid))
    const first = idOf(await ask('weixin', { code: await phoneCode('phone-first') }))
    expect(String((await signIn(shop, 'phone-first')).uid)).toBe(first)
    expect(idOf(await ask('weixin', { code: await phoneCode('phone-first') }))).toBe(first)
  })

  it('are one when two requests come at once', async () => {
    const codes = await Promise.all([1, 2, 3].map(() => phoneCode('phone-twice')))
    const answers = await Promise.all(codes.map(code => ask('weixin', { code })))
    expect(new Set(answers.map(idOf)).size).toBe(1)
  })

  it('bring a code once, for five minutes, and given to this app', async () => {
    const code = await phoneCode('phone-once')
    expect((await ask('weixin', { code })).status).toBe(1)
    const late = await phoneCode('phone-late')
    await shop.advance(301)
    for (const bad of [code, late, 'made up', await phoneCode('phone-foreign', 'official')])
      expect(await refusalOf('weixin', { code: bad }), bad).toContain('凭证')
  })
})

describe('users of QQ', () => {
  it('are known again by another token', async () => {
    const first = await ask('qq', await qqToken('qq-known'))
    expect(idOf(await ask('qq', await qqToken('qq-known')))).toBe(idOf(first))
    expect(idOf(await ask('qq', await qqToken('qq-other')))).not.toBe(idOf(first))
  })

  it('do not come in by a token that another app was given, nor by one that is none or is over', async () => {
    const victim = await ask('qq', await qqToken('qq-victim'))
    expect(victim.status).toBe(1)
    const stolen = await qqToken('qq-victim', '10999999')
    expect(await refusalOf('qq', { access_token: stolen.access_token })).toBe(INVALID)
    expect(await refusalOf('qq', { access_token: 'made up' })).toBe(INVALID)
    const old = await qqToken('qq-old')
    await shop.advance(91 * 86_400)
    expect(await refusalOf('qq', old)).toBe(INVALID)
  })

  it('are not whoever they say they are', async () => {
    const victim = await qqToken('qq-claimed')
    await ask('qq', victim)
    const mine = await qqToken('qq-claimant')
    expect(await refusalOf('qq', { ...mine, openid: victim.openid })).toBe(INVALID)
    expect(await refusalOf('qq', mine, { openid: victim.openid })).toBe(INVALID)
  })
})

describe('users of Apple', () => {
  it('are known again, whichever of Apple’s algorithms signs', async () => {
    const first = await ask('apple', { identityToken: await appleToken('apple-known') })
    expect(first.data).toMatchObject({ nickname: 'Apple 用户' })
    expect(idOf(await ask('apple', { identityToken: await appleToken('apple-known', { alg: 'ES256' }) }))).toBe(
      idOf(first),
    )
  })

  it.each<[string, Fields]>([
    ['another app', { claims: { aud: 'com.evil.app' } }],
    ['several apps at once', { claims: { aud: ['com.example.shop'] } }],
    ['another issuer', { claims: { iss: 'https://appleid.apple.com.evil.com' } }],
    ['yesterday', { claims: { exp: 1_700_000_000 } }],
    ['no end', { claims: { exp: null } }],
    ['the future', { claims: { iat: 4_000_000_000 } }],
    ['nobody', { claims: { sub: '' } }],
    ['no signature', { header: { alg: 'none' } }],
    ['a shared secret', { header: { alg: 'HS256' } }],
    ['another algorithm than the key’s', { header: { alg: 'ES256' } }],
    ['another algorithm of the same key', { header: { alg: 'RS512' } }],
    ['a stranger’s key under a known name', { foreign: true }],
    ['a key that Apple does not have', { header: { kid: 'UNKNOWN' } }],
    ['a key that it brings itself', { foreign: true, header: { jwk: { kty: 'RSA' }, kid: undefined } }],
    ['a nonce that the app does not know', { claims: { nonce: 'n-1' } }],
  ])('do not come in by a token of %s', async (_, lies) => {
    expect(await refusalOf('apple', { identityToken: await appleToken('apple-victim', lies) })).toBe(INVALID)
  })

  it('do not come in by a token that was changed or lost its signature', async () => {
    const [header, claims, signature] = (await appleToken('apple-changed')).split('.')
    const other = Buffer.from(JSON.stringify({ sub: 'somebody else' })).toString('base64url')
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'x' })).toString('base64url')
    for (const bad of [
      `${header}.${other}.${signature}`,
      `${header}.${claims}.`,
      `${header}.${claims}`,
      `${none}.${claims}.`,
      `${none}.${claims}.${signature}`,
      'a.b.c',
      '..',
    ])
      expect(await refusalOf('apple', { identityToken: bad }), bad).toBe(INVALID)
  })

  it('bring a token once, also when it comes twice at the same moment', async () => {
    const identityToken = await appleToken('apple-once')
    const answers = await Promise.all([1, 2, 3].map(() => ask('apple', { identityToken })))
    expect(answers.filter(({ status }) => status === 1)).toHaveLength(1)
    expect(await refusalOf('apple', { identityToken })).toBe(INVALID)
    await shop.advance(2 * 86_400)
    expect(await refusalOf('apple', { identityToken }), 'after it was cleaned away it is over').toBe(INVALID)
  })

  it('bring the nonce of the app, as it was or hashed', async () => {
    const hashed = createHash('sha256').update('n-2').digest('hex')
    for (const nonce of ['n-2', hashed]) {
      const identityToken = await appleToken('apple-nonce', { claims: { nonce } })
      expect(await refusalOf('apple', { identityToken }, { nonce: 'n-3' })).toBe(INVALID)
      expect((await ask('apple', { identityToken }, { nonce: 'n-2' })).status).toBe(1)
    }
    expect(await refusalOf('apple', { identityToken: await appleToken('apple-nonce') }, { nonce: 'n-2' })).toBe(INVALID)
  })

  it('come in when Apple has exchanged its keys, and tokens of the old ones no longer count', async () => {
    const old = await appleToken('apple-rotated')
    await shop.advance(61)
    await shop.sim('/apple/rotate', {})
    expect((await ask('apple', { identityToken: await appleToken('apple-rotated') })).status).toBe(1)
    expect(await refusalOf('apple', { identityToken: old })).toBe(INVALID)
  })

  it('have the keys fetched once, and made-up ones ask Apple once a minute', async () => {
    await ask('apple', { identityToken: await appleToken('apple-cache') })
    await shop.advance(61)
    const before = await appleFetches()
    for (let i = 0; i < 5; i++)
      await ask('apple', { identityToken: await appleToken('apple-cache', { header: { kid: `made up ${i}` } }) })
    expect(await appleFetches()).toBe(before + 1)
    for (let i = 0; i < 3; i++)
      expect((await ask('apple', { identityToken: await appleToken(`apple-cache-${i}`) })).status).toBe(1)
    expect(await appleFetches()).toBe(before + 1)
  })
})

describe('two people', () => {
  it('stay two when they have the same name, and another’s id stands in another party’s answer', async () => {
    const ids = [
      String((await signIn(shop, 'namesake')).uid),
      idOf(await ask('qq', await qqToken('namesake'))),
      idOf(await ask('apple', { identityToken: await appleToken('namesake') })),
    ]
    expect(new Set(ids).size).toBe(3)
    const { openid } = await qqToken('namesake')
    const claims = { sub: openid, email: 'a@example.com', email_verified: true }
    const alike = idOf(await ask('apple', { identityToken: await appleToken('x', { claims }) }))
    expect(ids).not.toContain(alike)
  })

  it('stay apart between shops', async () => {
    const second = await shop.anotherShop('second')
    const proof = await qqToken('qq-two-shops')
    const here = await ask('qq', proof)
    const there = JSON.parse(
      (await call(shop, `/${second.subDomain}/users`, { json: { type: 'qq', access_token: proof } })).text,
    ) as Answer
    expect(there.status).toBe(1)
    expect(await codeOf(second.wxapi.checkToken(here.data?.token ?? ''))).not.toBe(0)
  })
})

describe('the log of the app’s logins', () => {
  it('holds no code, no token and no secret', async () => {
    const code = await phoneCode('log')
    const { access_token } = await qqToken('log')
    const identityToken = await appleToken('log')
    const answers = [
      await ask('weixin', { code }),
      await ask('qq', { access_token }),
      await ask('apple', { identityToken }),
    ]
    await Promise.all([ask('weixin', { code }), ask('apple', { identityToken })])
    await ask('weixin', { code }, {}, offline)
    await ask('qq', { access_token }, {}, offline)
    const log = [...shop.logLines(), ...offline.logLines()].join('')
    expect(log).toContain('users')
    for (const secret of [code, access_token, identityToken, ...answers.map(({ data }) => data?.token ?? 'none')])
      expect(log).not.toContain(secret)
    expect(log).not.toMatch(/secret=|access_token=/)
  })
})
