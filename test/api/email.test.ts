import { beforeEach, describe, expect, it } from 'vitest'
import { codeOf, dataOf, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { readPicture } from '../support/sms'
import { unreachableParties } from '../support/unreachable'

const shop = await createShop()
const offline = await createShop(unreachableParties())
const { wxapi } = shop
const WRONG = 11005
const EXPIRED = 11006
const TOO_SOON = 11007
const UNAVAILABLE = 11013
const TAKEN = 11014
const PASSWORD = 'a long password'

let mailboxes = 0
const freshMail = () => `Ann.${++mailboxes}@Example.com`
const codeIn = async (mail: string) => String((await shop.sim(`/mail?to=${encodeURIComponent(mail)}`)).code)
async function codeMailed(mail: string): Promise<string> {
  const { key, picCode } = readPicture(shop)
  await dataOf(wxapi.mailValidateCode(mail, key, picCode))
  return codeIn(mail)
}
const registered = async (email: string) =>
  dataOf(wxapi.register_email({ email, code: await codeMailed(email), pwd: PASSWORD, autoLogin: true }))

beforeEach(() => shop.advance(3601))

describe('mailValidateCode', () => {
  it('sends a letter in the name of the shop, with six digits', async () => {
    const mail = freshMail()
    expect(await codeMailed(mail)).toMatch(/^\d{6}$/)
    const letter = await shop.sim(`/mail?to=${encodeURIComponent(mail)}`)
    expect(letter).toMatchObject({ to: mail.toLowerCase(), subject: 'demo 店：验证码 / your code' })
    expect(letter.text).toContain('10 分钟内有效')
  })

  it('has the limits of a number: once a minute, and a picture at the third', async () => {
    const mail = freshMail()
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(0)
    expect(await codeOf(wxapi.mailValidateCode(mail.toUpperCase()))).toBe(TOO_SOON)
    await shop.advance(61)
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(0)
    await shop.advance(61)
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(11011)
  })

  it('says so when it cannot be sent, tells the log neither mailbox nor code, and keeps nobody waiting', async () => {
    const mail = freshMail()
    expect(await codeOf(offline.wxapi.mailValidateCode(mail))).toBe(UNAVAILABLE)
    expect(offline.logLines().join('')).not.toContain(mail.toLowerCase())
    await shop.sim('/mail/refuse', { to: mail, answer: '550' })
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(UNAVAILABLE)
    await shop.sim('/mail/refuse', { to: mail, answer: '' })
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(0)
  })

  it('counts a letter as sent whose fate is unknown', async () => {
    const mail = freshMail()
    await shop.sim('/mail/refuse', { to: mail, answer: 'silence' })
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(UNAVAILABLE)
    await shop.sim('/mail/refuse', { to: mail, answer: '' })
    expect(await codeOf(wxapi.mailValidateCode(mail))).toBe(TOO_SOON)
    expect(await codeOf(wxapi.mailValidateCodeCheck(mail, await codeIn(mail)))).toBe(0)
  })

  it('refuses what is no mailbox', async () => {
    for (const mail of [
      'ann',
      'ann@',
      '@example.com',
      'ann@example',
      'a b@example.com',
      'ann@example.com\r\nBcc: x@y.z',
    ])
      expect(await codeOf(wxapi.mailValidateCode(mail)), mail).toBe(400)
  })
})

describe('mailValidateCodeCheck', () => {
  it('says whether a code is right, which stays good', async () => {
    const mail = freshMail()
    const code = await codeMailed(mail)
    expect(await codeOf(wxapi.mailValidateCodeCheck(mail, '000000'))).toBe(code === '000000' ? 0 : WRONG)
    expect(await codeOf(wxapi.mailValidateCodeCheck(mail, code))).toBe(0)
    expect(await codeOf(wxapi.register_email({ email: mail, code, pwd: PASSWORD }))).toBe(0)
    expect(await codeOf(wxapi.mailValidateCodeCheck(mail, code))).toBe(EXPIRED)
  })
})

describe('register_email', () => {
  it('registers whom the code proves, and logs in when asked', async () => {
    const email = freshMail()
    const login = await registered(email)
    const { base } = await dataOf(wxapi.userDetail(login?.token ?? ''))
    expect(base).toMatchObject({ id: login?.uid, email: email.toLowerCase(), nick: '邮箱用户', sourceStr: '邮箱' })
  })

  it('refuses a mailbox that is known, and lets it in with autoLogin; its password stays', async () => {
    const email = freshMail()
    const first = await registered(email)
    await shop.advance(61)
    const again = { email: email.toUpperCase(), code: await codeMailed(email), pwd: 'another password' }
    expect(await codeOf(wxapi.register_email(again))).toBe(TAKEN)
    await shop.advance(61)
    const code = await codeMailed(email)
    const second = await dataOf(wxapi.register_email({ ...again, code, autoLogin: true }))
    expect(second?.uid).toBe(first?.uid)
    expect(await codeOf(wxapi.login_email({ email, pwd: PASSWORD }))).toBe(0)
  })

  it('refuses a code that was sent to a phone or to another mailbox', async () => {
    const code = await codeMailed(freshMail())
    expect(await codeOf(wxapi.register_email({ email: freshMail(), code, pwd: PASSWORD }))).toBe(EXPIRED)
  })
})

describe('login_email', () => {
  it('lets in who knows the password, however the mailbox is written', async () => {
    const email = freshMail()
    const login = await registered(email)
    const { uid } = await dataOf(wxapi.login_email({ email: email.toUpperCase(), pwd: PASSWORD, deviceName: 'phone' }))
    expect(uid).toBe(login?.uid)
  })

  it('refuses alike a wrong password and an unknown mailbox', async () => {
    const email = freshMail()
    await registered(email)
    const wrong = await refusalOf(wxapi.login_email({ email, pwd: 'wrong' }))
    expect(await refusalOf(wxapi.login_email({ email: freshMail(), pwd: 'wrong' }))).toEqual(wrong)
  })

  it('locks after five wrong ones', async () => {
    const email = freshMail()
    await registered(email)
    for (let i = 0; i < 5; i++) await wxapi.login_email({ email, pwd: 'wrong' })
    expect(await codeOf(wxapi.login_email({ email, pwd: PASSWORD }))).toBe(11022)
  })
})

describe('resetPwdUseEmailCode', () => {
  it('sets a new password and ends every session', async () => {
    const email = freshMail()
    const login = await registered(email)
    await shop.advance(61)
    const code = await codeMailed(email)
    expect(await codeOf(wxapi.resetPwdUseEmailCode(email, 'brand new password', code))).toBe(0)
    expect(await codeOf(wxapi.checkToken(login?.token ?? ''))).toBe(2000)
    expect(await codeOf(wxapi.login_email({ email, pwd: 'brand new password' }))).toBe(0)
    expect(await codeOf(wxapi.resetPwdUseEmailCode(email, 'once more again', code))).toBe(EXPIRED)
  })

  it('refuses a mailbox that nobody has', async () => {
    const email = freshMail()
    const code = await codeMailed(email)
    expect(await codeOf(wxapi.resetPwdUseEmailCode(email, PASSWORD, code))).toBe(10000)
  })
})

describe('bindEmail', () => {
  it('gives the caller a mailbox and a password to log in with', async () => {
    const { token, uid } = await signIn(shop, 'binder')
    const email = freshMail()
    await dataOf(wxapi.bindEmail(token, email, await codeMailed(email), PASSWORD))
    expect((await dataOf(wxapi.login_email({ email, pwd: PASSWORD }))).uid).toBe(uid)
  })

  it('refuses one that is another’s, so that nobody is merged', async () => {
    const email = freshMail()
    await registered(email)
    await shop.advance(61)
    const { token } = await signIn(shop, 'covetous')
    expect(await codeOf(wxapi.bindEmail(token, email, await codeMailed(email)))).toBe(TAKEN)
    expect((await dataOf(wxapi.userDetail(token))).base.email).toBeUndefined()
  })

  it('is forgotten with the account', async () => {
    const email = freshMail()
    const login = await registered(email)
    await dataOf(wxapi.userDelete(login?.token ?? ''))
    await shop.advance(61)
    const again = await registered(email)
    expect(again?.uid).not.toBe(login?.uid)
  })
})
