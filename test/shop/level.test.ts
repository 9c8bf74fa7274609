import { beforeAll, describe, expect, it } from 'vitest'
import { refused, told } from '../support/keeper'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
beforeAll(builtPrograms)

describe('shop level', () => {
  it('sets levels up, prices them and gives one to a shopper', async () => {
    expect(await told(shop, 'level')).toContain('还没有会员等级')
    await told(shop, 'level', 'set', '银卡', '1', '9.8', '--growth', '100', '--month-score', '20')
    expect(await told(shop, 'level', 'set', '银卡', '1', '9.7', '--spent', '500')).toMatch(
      /银卡：第 1 级，9\.7 折，累计消费 ¥500\.00 升级，成长值 100 升级，每月送 20 积分/,
    )
    expect(await told(shop, 'level', 'price', '银卡', '1', 'month', '9.90')).toContain('1 个月 ¥9.90')
    expect(await told(shop, 'level', 'price', '银卡', '1', 'month', 'off')).not.toContain('¥9.90')
    const ann = await signIn(shop, 'ann')
    expect(await told(shop, 'level', 'give', String(ann.uid), '银卡')).toContain('银卡')
    expect((await dataOf(wxapi.userDetail(ann.token))).userLevel).toMatchObject({ name: '银卡', rebate: 9.7 })
    expect((await dataOf(wxapi.userAmount(ann.token))).score).toBe(20)
    expect(await told(shop, 'level', 'give', String(ann.uid), 'none')).toContain('没有等级')
    expect(await refused(shop, 'level', 'set', '金卡', '2', '11')).toContain('折扣')
    expect(await refused(shop, 'level', 'give', '9999', '银卡')).toContain('没有顾客')
  }, 60_000)
})
