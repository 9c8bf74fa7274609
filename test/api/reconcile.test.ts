import { beforeAll, expect, it } from 'vitest'
import { dayOf } from '../../contract/time'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { told } from '../support/keeper'
import { notify } from '../support/notification'
import { closeBehindItsBack, payOnline, place, sheetFor } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { agree, ask, refundRow } from '../support/refunds'
import { set } from '../support/settings'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop
const ann = await signIn(shop, 'ann')
const goodsId = await createGoods(shop, { stock: 999 })
const freightId = await createFreight(shop)
beforeAll(builtPrograms)

const DAY = 86_400
/** A day later everything that was planned for its morning has run. */
async function tomorrow() {
  const day = dayOf(shop.now())
  await shop.advance(2 * DAY)
  return day
}
const reportOf = async (provider: string, day: string) => {
  const row = await shop.app.services.db
    .selectFrom('reconciliations')
    .selectAll()
    .where('merchant_id', '=', shop.merchantId)
    .where('provider', '=', provider)
    .where('day', '=', day)
    .executeTakeFirst()
  return row && { ...row, differences: JSON.parse(row.differences_json) }
}
const refunded = async () => {
  const order = await place(shop, ann, await createGoods(shop, { freightId, afterSale: '0' }), HANGZHOU)
  const { outTradeId } = await payOnline(shop, ann, order)
  const id = await ask(shop, ann, order.id)
  await agree(shop, id)
  await shop.runJobs()
  return { outTradeId, refundNo: (await refundRow(shop, id)).refund_no }
}

it('finds nothing where all is well: payments, refunds and money sent back, with both parties', async () => {
  await payOnline(shop, ann, await place(shop, ann, goodsId))
  await refunded()
  await set(shop, 'late_payment', 'refund')
  const late = await place(shop, ann, goodsId)
  const sheet = await sheetFor(shop, ann, late)
  await sim('/wechatpay/faults', { fault: 'loseNotification' })
  await sim('/wechatpay/confirm', { package: sheet.package })
  await closeBehindItsBack(shop, late.id)
  await dataOf(wxapi.payQuery(ann.token, sheet.outTradeId))
  await shop.runJobs()
  const order = await place(shop, ann, goodsId)
  const request = { token: ann.token, money: 10, nextAction: { type: 0, id: String(order.id) } }
  const { url } = await dataOf(wxapi.alipayH5(request))
  await sim('/alipay/confirm', { url })
  const day = await tomorrow()
  expect(await reportOf('wechatpay', day)).toMatchObject({ lines: 5, differences: [] })
  expect(await reportOf('alipay', day)).toMatchObject({ lines: 1, paid_fen: 1000, differences: [] })
  expect(await told(shop, 'reconcile')).toMatch(/支付宝 .*收款 ¥10\.00 .*一致/)
})

it('tells what differs, by number and amount, and calls a person', async () => {
  const missing = await payOnline(shop, ann, await place(shop, ann, goodsId))
  const open = await sheetFor(shop, ann, await place(shop, ann, goodsId))
  await sim('/wechatpay/faults', { fault: 'loseNotification' })
  await sim('/wechatpay/confirm', { package: open.package })
  const invented = await sheetFor(shop, ann, await place(shop, ann, goodsId))
  await notify(shop, { outTradeNo: invented.outTradeId, amountFen: 1000 })
  await sim('/wechatpay/bill', { leaveOut: [missing.outTradeId], addFen: 1 })
  const day = dayOf(shop.now())
  // Nobody asks for a payment that is thought closed: only the bill tells of it.
  await shop.app.services.transaction(tx =>
    tx
      .updateTable('payments')
      .set({ state: 2 })
      .where('merchant_id', '=', shop.merchantId)
      .where('state', '=', 0)
      .execute(),
  )
  await shop.advance(2 * DAY)
  const report = await reportOf('wechatpay', day)
  expect(report?.differences).toEqual(
    expect.arrayContaining([
      { kind: 'paidMissing', number: missing.outTradeId, books: 1000 },
      { kind: 'paidMissing', number: invented.outTradeId, books: 1000 },
      { kind: 'paidUnknown', number: open.outTradeId, bill: 1001 },
    ]),
  )
  expect(shop.logLines().join('\n')).toContain(`微信支付 ${day} 的账单与本店有 ${report?.differences.length} 处不同`)
  expect(await told(shop, 'reconcile', day)).toContain(`${missing.outTradeId}  本店已入账，账单上没有`)
  await sim('/wechatpay/bill', { leaveOut: [], addFen: 0 })
  expect(await told(shop, 'reconcile', day, '--again')).toContain('重新下载')
  await shop.runJobs()
  expect((await reportOf('wechatpay', day))?.differences).toHaveLength(2)
})

it('keeps a day without trade as such', async () => {
  const day = await tomorrow()
  expect(await reportOf('alipay', day)).toMatchObject({ lines: 0, differences: [] })
})
