/** A shop that asks for a picture before every message: logging in by way of it. */
import { expect, it } from 'vitest'
import { setSetting } from '../../server/domains/site/settings'
import { charactersOf, windowAt } from '../../server/domains/verification/pictures'
import { createShop } from '../support/shop'
import { inBrowser } from './support/in-browser'
import { freshMobile } from './support/resident'
import { at, sees, seesNot, tap, tokenOn } from './support/steps'

const shop = await createShop()
const { transaction, clock, secrets } = shop.app.services
await transaction(tx => setSetting(tx, shop.merchantId, { key: 'code_picture', value: 'always' }, clock.now()))

/** What a person reads in the picture that is shown. */
function readAt(address: string | null): string {
  const key = new URL(address ?? '', shop.origin).searchParams.get('key') ?? ''
  const merchant = { id: shop.merchantId, subDomain: shop.subDomain, name: '' }
  return charactersOf({ merchant, secrets }, key, windowAt(shop.now()))
}

inBrowser('a picture before the message', open => {
  it('is shown, another when it was read wrongly, and lets the message go', async () => {
    const page = await open('/packages/user/login/index', { origin: shop.origin })
    const login = await at(page, '/packages/user/login')
    await login.getByLabel('手机号').fill(freshMobile())
    await tap(login, '获取验证码')
    const sheet = login.getByRole('dialog', { name: '请输入图中的字符' })
    const picture = sheet.getByRole('img')
    await picture.waitFor()
    await expect.poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(240)
    const first = await picture.getAttribute('src')

    await tap(sheet, '看不清，换一张')
    await expect.poll(() => picture.getAttribute('src')).not.toBe(first)
    const second = await picture.getAttribute('src')
    await sheet.getByLabel('图中字符').fill('0000')
    await tap(sheet, '发送验证码')
    await sees(login, '图形验证码不正确或已失效，请换一张再试')
    await expect.poll(() => picture.getAttribute('src')).not.toBe(second)

    await sheet.getByLabel('图中字符').fill(readAt(await picture.getAttribute('src')).toLowerCase())
    await tap(sheet, '发送验证码')
    await sees(login, '演示商店不发短信，验证码已替你填好')
    await seesNot(login, '请输入图中的字符')
    await login.getByRole('checkbox', { name: '同意用户协议和隐私政策' }).tap()
    await login.getByRole('button', { name: '登录', exact: true }).tap()
    await expect.poll(() => tokenOn(page)).not.toBe('')
  })
})
