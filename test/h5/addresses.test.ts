/** The address book: written, read from a text, deleted and taken back. */
import { expect, it } from 'vitest'
import { dataOf } from '../support/people'
import { inBrowser } from './support/in-browser'
import { at, newcomer, sees, seesNot, tap } from './support/steps'

const BOOK = '/packages/user/addresses'
const FORM = '/packages/user/address'

inBrowser('an address book', (open, shop) => {
  it('reads an address out of a pasted text, down to the street', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/user/addresses/index', ann)
    await tap(await at(page, BOOK), '新增地址')
    const form = await at(page, FORM)
    await form
      .getByLabel('整段地址')
      .fill('收货人：周小川\n手机：139 0013 9000\n地址：浙江省杭州市西湖区翠苑街道文三路1号')
    await tap(form, '识别')
    await sees(form, '浙江省 杭州市 西湖区 翠苑街道')
    expect(await form.getByLabel('收货人').inputValue()).toBe('周小川')
    expect(await form.getByLabel('详细地址').inputValue()).toBe('文三路1号')
    await tap(form, '保存')
    const book = await at(page, BOOK)
    await sees(book, '周小川')
    const { result } = await dataOf(shop.wxapi.queryAddressV2({ token: ann.token }))
    expect(result.find(({ linkMan }) => linkMan === '周小川')).toMatchObject({
      mobile: '13900139000',
      streetStr: '翠苑街道',
    })
  })

  it('says so when a text holds no address', async () => {
    const page = await open('/packages/user/address/index', await newcomer(shop))
    const form = await at(page, FORM)
    await form.getByLabel('整段地址').fill('？？')
    await tap(form, '识别')
    await sees(form, '没有认出来，请手动填写')
  })

  it('deletes without asking, and gives back what was deleted', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/user/addresses/index', ann)
    const book = await at(page, BOOK)
    const before = (await dataOf(shop.wxapi.queryAddressV2({ token: ann.token }))).result[0]
    await book.getByRole('button', { name: /^删除/ }).tap()
    await sees(book, '还没有收货地址')
    await tap(book, '撤销')
    await seesNot(book, '还没有收货地址')
    await sees(book, before?.linkMan ?? '')
    const [after] = (await dataOf(shop.wxapi.queryAddressV2({ token: ann.token }))).result
    expect(after).toMatchObject({ address: before?.address, districtId: before?.districtId, isDefault: true })
  })

  it('makes another one the default', async () => {
    const ann = await newcomer(shop)
    await dataOf(
      shop.wxapi.addAddress({
        token: ann.token,
        linkMan: '办公室',
        mobile: '13700137000',
        provinceId: '330000000000',
        cityId: '330100000000',
        districtId: '330106000000',
        address: '古荡 2 号',
      }),
    )
    const page = await open('/packages/user/addresses/index', ann)
    const book = await at(page, BOOK)
    await book.getByRole('checkbox', { name: '设为默认地址 办公室' }).tap()
    await expect.poll(async () => (await dataOf(shop.wxapi.defaultAddress(ann.token))).info.linkMan).toBe('办公室')
  })

  it('keeps the place where the phone is, when its owner lets it', async () => {
    const ann = await newcomer(shop)
    const page = await open('/packages/user/addresses/index', { token: ann.token, permissions: ['geolocation'] })
    await page.context().setGeolocation({ latitude: 30.27, longitude: 120.12 })
    await (await at(page, BOOK)).getByRole('button', { name: /^编辑/ }).tap()
    const form = await at(page, FORM)
    await tap(form, '选填，让配送更准')
    await sees(form, '已标出')
    await tap(form, '保存')
    await at(page, BOOK)
    expect((await dataOf(shop.wxapi.defaultAddress(ann.token))).info).toMatchObject({
      latitude: 30.27,
      longitude: 120.12,
    })
  })
})
