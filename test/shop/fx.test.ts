import { beforeAll, describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
beforeAll(builtPrograms)

describe('shop fx', () => {
  it('says what distributors earn, and decides who may', async () => {
    expect(await told(shop, 'fx', 'list')).toContain('还没有分销商')
    expect(await told(shop, 'fx', 'terms', '--levels', '10,5', '--apply', 'on', '--buy', '99')).toContain(
      '佣金 10%、5%、0%；申请 开；购买 ¥99.00',
    )
    expect(await dataOf(wxapi.fxSetting())).toEqual({
      canApply: true,
      canBuy: true,
      price: 99,
      levels: [10, 5, 0],
      visitors: 0,
    })
    expect(await told(shop, 'fx', 'terms', '--visitors', 'all')).toContain('改绑新的')
    expect(await refused(shop, 'fx', 'terms', '--visitors', 'some')).toContain('off、new 或 all')
    expect(await told(shop, 'fx', 'terms', '--buy', 'off')).toContain('佣金 10%、5%、0%；申请 开；购买 关')
    expect(await refused(shop, 'fx', 'terms', '--levels', '60,50')).toContain('不超过 100')
    const bowl = await createGoods(shop, { priceFen: 1000 })
    expect(await told(shop, 'fx', 'rates')).toContain('所有商品同一比例')
    expect(await told(shop, 'fx', 'rate', String(bowl), '20,8')).toContain('佣金 20%、8%、0%')
    expect((await dataOf(wxapi.goodsDetail(bowl))).basicInfo.commission).toBe(2)
    expect(await told(shop, 'fx', 'rates')).toContain('20%、8%、0%')
    expect(await told(shop, 'fx', 'rate', String(bowl), 'off')).toContain('同一比例')
    expect(await refused(shop, 'fx', 'rate', '9999', '5')).toContain('没有商品')
    expect(await refused(shop, 'fx', 'rate', String(bowl), '90,20')).toContain('不超过 100')
    const ann = await signIn(shop, 'ann')
    await dataOf(wxapi.fxApply(ann.token, '安', '13800138000'))
    expect(await told(shop, 'fx', 'list')).toContain('安 13800138000 审核中')
    expect(await told(shop, 'fx', 'refuse', String(ann.uid), '资料不全')).toContain('已拒绝')
    expect((await dataOf(wxapi.fxApplyProgress(ann.token))).remark).toBe('资料不全')
    expect(await told(shop, 'fx', 'approve', String(ann.uid))).toContain('成为分销商')
    expect((await dataOf(wxapi.userDetail(ann.token))).base.isSeller).toBe(true)
    expect(await refused(shop, 'fx', 'refuse', '9999', '不认识')).toContain('没有申请')
  }, 60_000)
})
