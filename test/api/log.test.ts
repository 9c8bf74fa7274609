import { describe, expect, it } from 'vitest'
import { createGoods, HANGZHOU } from '../support/goods'
import { dataOf, signIn, wxCode } from '../support/people'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const shop = await createShop()
const { wxapi } = shop
const MOBILE = '13912345678'

const linesOf = (method: string) =>
  shop
    .logLines()
    .map(line => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === method)

describe('the log', () => {
  it('has one line for each request: method, shop, user, answer', async () => {
    const ann = await signIn(shop, 'ann')
    await dataOf(wxapi.userDetail(ann.token))
    await wxapi.goodsDetail(999)
    expect(linesOf('userDetail')).toMatchObject([{ shop: 'demo', user: ann.uid, answer: 0, status: 200 }])
    expect(linesOf('goodsDetail')).toMatchObject([{ shop: 'demo', answer: 700, status: 200 }])
    expect(Object.keys(linesOf('userDetail')[0] ?? {})).toContain('ms')
  })

  it('holds no token, number, code, name or address, whatever happens', async () => {
    const code = wxCode('秘密的人')
    const { token } = await dataOf(wxapi.authorize({ code }))
    await dataOf(wxapi.smsValidateCode(MOBILE))
    const sms = await shop.sim(`/sms?mobile=${MOBILE}`)
    const smsCode = String(sms.code)
    await wxapi.smsValidateCodeCheck(MOBILE, '000000')
    const login = await dataOf(wxapi.loginMobileSmsCode({ mobile: MOBILE, code: smsCode, autoReg: true }))
    await dataOf(wxapi.addAddress({ token, ...HANGZHOU }))
    await wxapi.addAddress({ token, ...HANGZHOU, districtId: '110101000000' })
    await call(shop, `/demo/user/check-token?token=${token}`)
    await call(shop, '/demo/no/such/method', { query: { token, mobile: MOBILE } })
    await call(shop, '/demo/user/wxapp/authorize', {
      body: `{"token":"${token}"`,
      headers: { 'content-type': 'text/x' },
    })
    const goodsId = await createGoods(shop)
    await wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId, number: 1 }], ...HANGZHOU, calculate: true })
    await dataOf(wxapi.loginout(login.token))

    const log = shop.logLines().join('')
    expect(log).toContain('loginMobileSmsCode')
    const secrets = { code, token, MOBILE, smsCode, loginToken: login.token, ...HANGZHOU }
    for (const [what, secret] of Object.entries(secrets)) expect(log.includes(secret), what).toBe(false)
    expect(log).not.toMatch(/1[3-9]\d{9}\b(?!\d)/)
  })
})
