import { beforeAll, describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { payOnline, place, statusOf } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
beforeAll(builtPrograms)

describe('shop branch', () => {
  it('adds, changes and lists branches', async () => {
    expect(await told(shop, 'branch')).toContain('没有门店')
    await told(shop, 'branch', '文三路店', '--address', '文三路 1 号', '--at', '30.27,120.13', '--hours', '9:00–21:00')
    await told(shop, 'branch', '文三路店', '--phone', '0571-8800', '--pick-up', 'off')
    expect(await told(shop, 'branch')).toMatch(/文三路店 {2}文三路 1 号 {2}0571-8800 {2}9:00–21:00 {2}自提关/)
    const [branch] = await dataOf(shop.wxapi.fetchShops())
    expect(branch).toMatchObject({ latitude: 30.27, longitude: 120.13, openZiqu: false })
    expect(await refused(shop, 'branch', '文三路店', '--at', '杭州')).toContain('位置应如')
    expect(await refused(shop, 'branch', '文三路店', '--open', '也许')).toContain('on')
  })
})

describe('shop verify', () => {
  it('hands out a paid order by its code, once', async () => {
    const ann = await signIn(shop, 'ann')
    const order = await place(shop, ann, await createGoods(shop), { peisongType: 'zq', isCanHx: true })
    const code = order.hxNumber ?? ''
    expect(await refused(shop, 'verify', code)).toContain('不能核销')
    await payOnline(shop, ann, order)
    await told(shop, 'verify', code)
    expect(await statusOf(shop, ann, order.id)).toBe(3)
    expect(await refused(shop, 'verify', code)).toContain('不能核销')
    expect(await refused(shop, 'verify', '000')).toContain('没有核销码')
  })
})
