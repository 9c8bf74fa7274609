/** Addresses as WeChat helps to write them. */
import { describe, expect, it } from 'vitest'
import { demoShop } from '../support/demo-shop'
import { dataOf } from '../support/people'
import { launch } from './runtime/launch'
import { tokenOf } from './steps'

const shop = demoShop()

describe('a new address', () => {
  it('is taken from WeChat’s own book, and a pin on the map with it', async () => {
    const app = await launch(shop, 'ann')
    const page = await app.open('/packages/user/address/index')
    await page.tap('从微信选择')
    expect(page.text(), 'they changed their mind').not.toContain('已填好')

    app.phone.wechatAddress = {
      userName: '林小满',
      telNumber: '13900139000',
      provinceName: '浙江省',
      cityName: '杭州市',
      countyName: '西湖区',
      detailInfo: '文三路1号12幢',
    }
    await page.tap('从微信选择')
    expect(page.text()).toContain('浙江省 杭州市 西湖区')
    app.phone.pin = { latitude: 30.28, longitude: 120.13 }
    await page.tap('选填，让配送更准')
    await page.tap('保存')
    const { info } = await dataOf(shop.wxapi.defaultAddress(tokenOf(app)))
    expect(info).toMatchObject({ linkMan: '林小满', address: '文三路1号12幢', latitude: 30.28, longitude: 120.13 })
  })

  it('is read from the clipboard', async () => {
    const app = await launch(shop, 'ann')
    const page = await app.open('/packages/user/address/index')
    app.phone.clipboard = '李四 13700001234 江苏省苏州市姑苏区观前街9号'
    await page.tap('粘贴')
    await page.tap('识别')
    expect(page.text()).toContain('江苏省 苏州市 姑苏区')
  })
})

describe('a recharge', () => {
  it('is paid in WeChat’s sheet and lands in the balance with its gift', async () => {
    const app = await launch(shop, 'ann')
    const page = await app.open('/packages/user/recharge/index')
    await page.tap('充值 ¥100，到账 ¥105.00')
    await app.page().sees('充值成功')
    expect((await dataOf(shop.wxapi.userAmount(tokenOf(app)))).balance).toBe(105)
  })
})
