import { describe, expect, it } from 'vitest'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place, ship } from '../support/orders'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { createShop } from '../support/shop'
import { codeOnPhone } from '../support/sms'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi } = shop
const file = fileFolder()
const tea = await createGoods(shop, { name: '茶', stock: 50 })
const sent = await createGoods(shop, { name: '杯', stock: 50, freightId: await createFreight(shop) })
const MARK = '阿福痕'
const MOBILE = '13912340000'

describe('userDelete', () => {
  it('refuses while something is unfinished, and says what', async () => {
    const ann = await signIn(shop, 'ann')
    await giveBalance(shop, ann, 1230)
    const order = await place(shop, ann, tea)
    const busy = await wxapi.userDelete(ann.token)
    expect(busy).toMatchObject({
      code: 11090,
      msg: '还有1 个进行中的订单、余额 12.30 元，处理完才能注销',
      data: { orders: 1, refunds: 0, payments: 0, balance: 12.3 },
    })
    await dataOf(wxapi.orderClose(ann.token, order.id))
    expect(await wxapi.userDelete(ann.token, true)).toMatchObject({ code: 11090, data: { orders: 0, balance: 12.3 } })
    await giveBalance(shop, ann, -1230)
    await dataOf(wxapi.wxpay({ token: ann.token, money: 5 }))
    expect(await wxapi.userDelete(ann.token)).toMatchObject({ code: 11090, data: { payments: 1 } })
    expect(await codeOf(wxapi.checkToken(ann.token))).toBe(0)
  })

  it('refuses while a paid order is not sent, also where an after-sale was asked for and withdrawn', async () => {
    const eve = await signIn(shop, 'eve')
    await giveBalance(shop, eve, 100_000)
    const { id } = await place(shop, eve, sent, { ...HANGZHOU, linkMan: '夏娃', mobile: '13800138009' })
    await dataOf(wxapi.orderPay(eve.token, String(id)))
    await dataOf(wxapi.refundApply({ token: eve.token, orderId: id, type: 0, reason: '不想要了' }))
    expect(await wxapi.userDelete(eve.token, true)).toMatchObject({ code: 11090, data: { orders: 1, refunds: 1 } })
    await dataOf(wxapi.refundApplyCancel(eve.token, id))
    const { balance } = await dataOf(wxapi.userAmount(eve.token))
    await giveBalance(shop, eve, -Math.round(balance * 100))
    expect(await wxapi.userDelete(eve.token)).toMatchObject({ code: 11090, data: { orders: 1, refunds: 0 } })
  })

  it('only looks when asked to, and deletes nothing', async () => {
    const bob = await signIn(shop, 'bob')
    await dataOf(wxapi.userDelete(bob.token, true))
    expect(await codeOf(wxapi.checkToken(bob.token))).toBe(0)
    expect(await codeOf(wxapi.userDelete('nobody'))).toBe(2000)
  })

  it('leaves nothing personal behind, while orders, reviews and the ledger stay', async () => {
    const { token, uid } = await signIn(shop, MARK)
    const fred = { name: MARK, token, uid }
    await dataOf(wxapi.smsValidateCode(MOBILE))
    await dataOf(wxapi.bindMobileSms(token, MOBILE, await codeOnPhone(shop, MOBILE)))
    const { url } = await dataOf(wxapi.uploadFile(token, file(`${MARK}.png`, await picture())))
    const profile = { nick: MARK, avatarUrl: url, province: MARK, city: MARK, birthday: '1990-01-02' }
    await dataOf(wxapi.modifyUserInfo({ token, ...profile, extJsonStr: { note: MARK } }))
    await dataOf(wxapi.addAddress({ token, ...HANGZHOU, linkMan: MARK, mobile: MOBILE, address: `${MARK}路` }))
    await dataOf(wxapi.goodsFavPut(token, tea))
    await dataOf(wxapi.shippingCarInfoAddItem(token, tea, 1))
    await dataOf(wxapi.addComment({ token, type: 1, content: MARK, mobile: MOBILE, pics: url }))
    await giveBalance(shop, fred, 100_000)
    const address = { ...HANGZHOU, linkMan: MARK, mobile: MOBILE, address: `${MARK}路` }
    const { id: done } = await place(shop, fred, sent, { ...address, remark: MARK, extJsonStr: { note: MARK } })
    await dataOf(wxapi.orderPay(token, String(done)))
    await ship(shop, done)
    await dataOf(wxapi.orderDelivery(token, done))
    const invoice = { comName: MARK, email: `${MARK}@example.com`, address: MARK, bank: MARK, remark: MARK }
    await dataOf(wxapi.invoiceApply({ token, orderId: done, ...invoice, extJsonStr: { note: MARK } }))
    const { balance } = await dataOf(wxapi.userAmount(token))
    await giveBalance(shop, fred, -Math.round(balance * 100))
    const before = await rowsOf(shop)
    expect(JSON.stringify(before)).toContain(MARK)

    await dataOf(wxapi.userDelete(token))
    const after = await rowsOf(shop)
    const left = Object.entries(after).filter(([, rows]) =>
      [MARK, MOBILE, '1990-01-02'].some(word => rows.some(row => row.includes(word))),
    )
    expect(
      left.map(([table, rows]) => [table, rows.filter(row => row.includes(MARK) || row.includes(MOBILE))]),
    ).toEqual([])
    expect(await codeOf(wxapi.userDetail(token))).toBe(2000)
    expect(after.orders?.some(row => JSON.parse(row).id === done)).toBe(true)
    expect(after.ledger_entries).toEqual(before.ledger_entries)
    await expectBalancedLedger(shop)
    await shop.runJobs()
    expect((await fetch(url)).status).toBe(404)
  })

  it('lets the same person begin anew, as somebody new', async () => {
    const again = await signIn(shop, MARK)
    const { base } = await dataOf(wxapi.userDetail(again.token))
    expect(base).toMatchObject({ id: again.uid, nick: '微信用户' })
    expect(base.mobile).toBeUndefined()
    expect(await codeOf(wxapi.orderList({ token: again.token }))).toBe(700)
  })
})
