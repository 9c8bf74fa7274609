import { describe, expect, it } from 'vitest'
import { giveLevel } from '../support/orders'
import { codeOf, dataOf, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { codeSentTo } from '../support/sms'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi, merchantId } = shop
const ann = await signIn(shop, 'ann')

const baseOf = async (token: string) => (await dataOf(wxapi.userDetail(token))).base

describe('userDetail', () => {
  it('answers base data, own fields and nothing that is not there', async () => {
    const detail = await dataOf(wxapi.userDetail(ann.token))
    expect(detail.base).toMatchObject({
      id: ann.uid,
      nick: '微信用户',
      gender: 0,
      status: 0,
      statusStr: '正常',
      sourceStr: '小程序',
      isSeller: false,
      pwdPay: false,
    })
    expect(Object.keys(detail).sort()).toEqual(['base', 'ext'])
    expect(detail.base).not.toHaveProperty('mobile')
  })

  it('answers the level with its discount', async () => {
    const bob = await signIn(shop, 'bob')
    const id = await giveLevel(shop, bob, 9500)
    expect((await dataOf(wxapi.userDetail(bob.token))).userLevel).toEqual({ id, name: '金卡', level: 1, rebate: 9.5 })
  })

  it('tells when the user came and was last here', async () => {
    const { token } = await signIn(shop, 'cat')
    const before = await baseOf(token)
    await shop.advance(3600)
    await signIn(shop, 'cat')
    const after = await baseOf(token)
    expect(after.dateAdd).toBe(before.dateAdd)
    expect(after.dateLogin > before.dateLogin).toBe(true)
  })

  it('needs a token', async () => {
    expect(await codeOf(wxapi.userDetail(''))).toBe(2000)
    expect(await codeOf(wxapi.userDetail('void'))).toBe(2000)
  })
})

describe('userDetailSpreadUser', () => {
  it('answers name and picture of another user and nothing more', async () => {
    const dan = await signIn(shop, 'dan')
    await dataOf(wxapi.modifyUserInfo({ token: dan.token, nick: '丹', birthday: '2000-01-31', city: '杭州' }))
    const { base } = await dataOf(wxapi.userDetailSpreadUser(ann.token, dan.uid))
    expect(base).toEqual({ id: dan.uid, nick: '丹', avatarUrl: '' })
    expect(await codeOf(wxapi.userDetailSpreadUser(ann.token, 999_999))).toBe(700)
    expect(await codeOf(wxapi.userDetailSpreadUser('void', dan.uid))).toBe(2000)
  })
})

describe('userWxinfo', () => {
  it('answers openid and unionid of who came from the mini-program', async () => {
    const { openid, unionid, uid } = await dataOf(wxapi.userWxinfo(ann.token))
    expect(uid).toBe(ann.uid)
    expect(openid).toMatch(/^o[\w-]{27}$/)
    expect(unionid).toMatch(/^o[\w-]{27}$/)
    expect(unionid).not.toBe(openid)
  })

  it('answers the user id alone to who came by mobile number', async () => {
    const mobile = '13612345678'
    const code = await codeSentTo(shop, mobile)
    const { token, uid } = await dataOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true }))
    expect(await dataOf(wxapi.userWxinfo(token))).toEqual({ uid })
    expect(await codeOf(wxapi.userWxinfo('void'))).toBe(2000)
  })
})

describe('modifyUserInfo', () => {
  it('changes what it is given, and a repeat changes nothing more', async () => {
    const { token } = await signIn(shop, 'eve')
    const profile = { nick: '夏娃', gender: 2 as const, birthday: '2000-02-29', province: '浙江省', city: '杭州市' }
    await dataOf(wxapi.modifyUserInfo({ token, ...profile }))
    expect(await baseOf(token)).toMatchObject(profile)
    const before = await rowsOf(shop)
    await dataOf(wxapi.modifyUserInfo({ token, ...profile }))
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('leaves alone what it is not given', async () => {
    const { token } = await signIn(shop, 'fay')
    await dataOf(wxapi.modifyUserInfo({ token, nick: '费', city: '宁波' }))
    await dataOf(wxapi.modifyUserInfo({ token, gender: 1 }))
    await dataOf(wxapi.modifyUserInfo({ token }))
    expect(await baseOf(token)).toMatchObject({ nick: '费', city: '宁波', gender: 1 })
  })

  it('merges own fields, numbers as numbers', async () => {
    const { token } = await signIn(shop, 'gus')
    await dataOf(wxapi.modifyUserInfo({ token, extJsonStr: { 学校: '一中', 年龄: 7, vip: true } }))
    await dataOf(wxapi.modifyUserInfo({ token, extJsonStr: { 学校: '二中', 微信号: 'gus' } }))
    expect((await dataOf(wxapi.userDetail(token))).ext).toEqual({ 学校: '二中', 年龄: 7, vip: true, 微信号: 'gus' })
  })

  it('refuses more than fifty own fields in all', async () => {
    const { token } = await signIn(shop, 'hal')
    const fields = (from: number) => Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`k${from + i}`, i]))
    await dataOf(wxapi.modifyUserInfo({ token, extJsonStr: fields(0) }))
    const refusal = await refusalOf(wxapi.modifyUserInfo({ token, extJsonStr: fields(30) }))
    expect(refusal).toEqual({ code: 11010, msg: '扩展属性太多' })
    expect(Object.keys((await dataOf(wxapi.userDetail(token))).ext)).toHaveLength(30)
  })

  it('keeps addresses of our own pictures without the host', async () => {
    const { token, uid } = await signIn(shop, 'ivy')
    const avatarUrl = `${shop.origin}/files/${merchantId}/202601/abcdefghij0123456789.png`
    await dataOf(wxapi.modifyUserInfo({ token, avatarUrl }))
    expect((await baseOf(token)).avatarUrl).toBe(avatarUrl)
    const row = (await rowsOf(shop)).users?.find(text => text.includes(`"id":${uid},`))
    expect(row).toContain(`"avatar_url":"/files/${merchantId}/`)
  })

  it('loses nothing when several changes come at the same moment', async () => {
    const { token } = await signIn(shop, 'jim')
    const changes = Array.from({ length: 8 }, (_, i) => ({ token, extJsonStr: { [`k${i}`]: i } }))
    await Promise.all([
      ...changes.map(change => dataOf(wxapi.modifyUserInfo(change))),
      dataOf(wxapi.modifyUserInfo({ token, nick: '吉姆' })),
      dataOf(wxapi.modifyUserInfo({ token, city: '温州' })),
    ])
    const { base, ext } = await dataOf(wxapi.userDetail(token))
    expect(base).toMatchObject({ nick: '吉姆', city: '温州' })
    expect(Object.keys(ext)).toHaveLength(8)
  })

  it('is the same under its second name, and needs a token', async () => {
    const { token } = await signIn(shop, 'kim')
    await dataOf(wxapi.modifyUserInfoV2({ token, nick: '金' }))
    expect((await baseOf(token)).nick).toBe('金')
    expect(await codeOf(wxapi.modifyUserInfo({ token: 'void', nick: 'x' }))).toBe(2000)
    expect(await codeOf(wxapi.modifyUserInfoV2({ token: 'void', nick: 'x' }))).toBe(2000)
  })
})
