import { beforeAll, describe, expect, it } from 'vitest'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { refused, told } from '../support/keeper'
import { expectBalancedLedger } from '../support/ledger'
import { payOnline, place, ship } from '../support/orders'
import { dataOf, giveBalance, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { ask, newest, refundRow } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const freightId = await createFreight(shop)
beforeAll(builtPrograms)

async function bought(isOnline = false) {
  const order = await place(shop, ann, await createGoods(shop, { freightId, afterSale: '0,1,2' }), HANGZHOU)
  if (isOnline) await payOnline(shop, ann, order)
  else {
    await giveBalance(shop, ann, order.amountReal * 100)
    await dataOf(wxapi.orderPay(ann.token, String(order.id)))
  }
  return order
}
const asked = async (orderId: number, type: 0 | 1 | 2 = 0) => {
  const id = await ask(shop, ann, orderId, { type, remark: '盒子压坏了' })
  return { id, no: (await refundRow(shop, id)).refund_no }
}

describe('shop refunds', () => {
  it('lists what waits, shows it, and agrees to a part', async () => {
    const { id, orderNumber } = await bought()
    const { no } = await asked(id)
    const listed = await told(shop, 'refunds', 'list', '--status', '待商家处理')
    expect(listed.split('\n').find(line => line.startsWith(no))).toContain(`订单 ${orderNumber}`)
    expect(await told(shop, 'refunds', 'show', no)).toMatch(/不想要了：盒子压坏了/)
    expect(await refused(shop, 'refunds', 'agree', no, '--amount', '100')).toContain('超出可退金额')
    await told(shop, 'refunds', 'agree', no, '--amount', '5', '--note', '补偿一部分')
    expect((await newest(shop, ann, id)).baseInfo).toMatchObject({ status: 4, amount: 5, shopRemark: '补偿一部分' })
    expect(await refused(shop, 'refunds', 'agree', no)).toContain('不能这样处理')
    expect(await refused(shop, 'refunds', 'show', 'TK0')).toContain('没有售后单')
    await expectBalancedLedger(shop)
  })

  it('refuses with a reason, and speaks of wrong words', async () => {
    const { no, id } = await asked((await bought()).id)
    await told(shop, 'refunds', 'refuse', no, '已经发货，请先拒收')
    expect(await refundRow(shop, id)).toMatchObject({ status: 2, shop_remark: '已经发货，请先拒收' })
    expect(await refused(shop, 'refunds', 'eat', no)).toContain('没有这个动作')
    expect(await refused(shop, 'refunds', 'list', '--status', '飞走')).toContain('没有状态')
  })

  it('takes goods back, at an address it must know', async () => {
    const { id } = await bought()
    await ship(shop, id)
    await dataOf(wxapi.orderDelivery(ann.token, id))
    const { no, id: refundId } = await asked(id, 1)
    expect(await refused(shop, 'refunds', 'agree', no)).toContain('寄回地址')
    await told(shop, 'setting', 'refund_address', '小铺售后 13800138111 杭州市西湖区 文三路 1 号')
    await told(shop, 'refunds', 'agree', no)
    expect(JSON.parse((await newest(shop, ann, id)).baseInfo.logisticsContent ?? '')).toEqual({
      linkMan: '小铺售后',
      mobile: '13800138111',
      address: '杭州市西湖区 文三路 1 号',
    })
    await told(shop, 'refunds', 'received', no)
    expect((await refundRow(shop, refundId)).status).toBe(4)
  })

  it('exchanges, telling the parcel of the new goods', async () => {
    const { id } = await bought()
    await ship(shop, id)
    const { no } = await asked(id, 2)
    await told(shop, 'refunds', 'agree', no, '--to', '小铺 13800138111 文三路')
    expect(await refused(shop, 'refunds', 'received', no)).toContain('--tracking')
    await told(shop, 'refunds', 'received', no, '--shipper', '中通', '--tracking', 'ZT1001')
    expect((await newest(shop, ann, id)).baseInfo).toMatchObject({ status: 4, trackingNumber: 'ZT1001' })
  })

  it('gives money back unasked, and to the balance what the gateway would not take', async () => {
    const order = await bought(true)
    await shop.sim('/wechatpay/faults', { fault: 'abnormalRefund' })
    await told(shop, 'refunds', 'give', order.orderNumber ?? '', '卡券无法使用')
    await shop.runJobs()
    const { refund_no, id } = await newestRow()
    expect(await refundRow(shop, id)).toMatchObject({ money_state: 'stuck' })
    expect(await told(shop, 'refunds')).toContain('to-balance')
    const before = (await dataOf(wxapi.userAmount(ann.token))).balance
    await told(shop, 'refunds', 'to-balance', refund_no)
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBeCloseTo(before + order.amountReal, 2)
    expect(await refused(shop, 'refunds', 'to-balance', refund_no)).toContain('不能这样处理')
    await expectBalancedLedger(shop)
  })
})

const newestRow = () =>
  shop.app.services.db
    .selectFrom('refunds')
    .select(['id', 'refund_no'])
    .where('merchant_id', '=', shop.merchantId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
