/** The server killed -9 between every two steps of paying and of giving back. `npm run faults` prints it with the other faults. */
import { describe, expect, it } from 'vitest'
import { agreeToRefund } from '../../server/domains/refund/keeper'
import type { RefundRow } from '../../server/domains/refund/store'
import { startKillable } from '../support/killable'
import { expectBalancedLedger } from '../support/ledger'
import { notify } from '../support/notification'
import { place, sheetFor, statusOf } from '../support/orders'
import { dataOf, type Person, signIn } from '../support/people'
import { ask } from '../support/refunds'

const { parties, shop, books, killAndOpen } = await startKillable()

const tell = (outTradeNo: string) =>
  notify(
    { ...books, origin: shop.origin, now: () => new Date() },
    { outTradeNo, amountFen: 1000, transactionId: `42${outTradeNo.slice(2).padEnd(26, '0')}` },
    parties.keys,
  )
const balanceOf = async ({ token }: Person) => (await dataOf(shop.wxapi.userAmount(token))).balance

let people = 0
async function ordered() {
  const who = await signIn(shop, `buyer-${people++}`)
  const order = await place(shop, who, shop.goodsId)
  return { who, order }
}
const confirm = (sheet: { package: string }) => parties.control('/wechatpay/confirm', { package: sheet.package })
const refunds = async () =>
  (await parties.control('/wechatpay/refunds')) as unknown as { outTradeNo: string; amountFen: number }[]

describe('the server is killed while paying', { timeout: 120_000 }, () => {
  it('while the gateway prepares the payment → open, and paid by the next try', async () => {
    const { who, order } = await ordered()
    const { reached, release } = parties.hold('/transactions/jsapi')
    const lost = sheetFor(shop, who, order).catch(() => 'lost')
    await reached
    await shop.kill()
    release()
    expect(await lost).toBe('lost')
    await shop.open()
    expect(await statusOf(shop, who, order.id)).toBe(0)
    await confirm(await sheetFor(shop, who, order))
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([3, 0])
  })

  it('when the sheet is shown, before the payer confirms → paid by the notification', async () => {
    const { who, order } = await ordered()
    const sheet = await sheetFor(shop, who, order)
    await killAndOpen()
    await confirm(sheet)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([3, 0])
  })

  it('when the payer confirms, so that nobody hears the notification → found by asking, paid', async () => {
    const { who, order } = await ordered()
    const sheet = await sheetFor(shop, who, order)
    await shop.kill()
    await confirm(sheet)
    await shop.open()
    await dataOf(shop.wxapi.payQuery(who.token, sheet.outTradeId))
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([3, 0])
  })

  it('while the notification is booked → booked wholly or not at all, and once when it comes again', async () => {
    for (const delayMs of [0, 5]) {
      const { who, order } = await ordered()
      const sheet = await sheetFor(shop, who, order)
      const told = tell(sheet.outTradeId).catch(() => undefined)
      await new Promise(resolve => setTimeout(resolve, delayMs))
      await killAndOpen()
      await told
      expect([0, 3]).toContain(await statusOf(shop, who, order.id))
      await expectBalancedLedger(books)
      expect((await tell(sheet.outTradeId)).status).toBe(204)
      expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([3, 0])
    }
  })

  it('after booking, before the gateway hears thanks → told again, booked once', async () => {
    const { who, order } = await ordered()
    const sheet = await sheetFor(shop, who, order)
    await tell(sheet.outTradeId)
    await killAndOpen()
    expect((await tell(sheet.outTradeId)).status).toBe(204)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([3, 0])
  })
})

describe('the server is killed while giving back', { timeout: 120_000 }, () => {
  async function asked() {
    const { who, order } = await ordered()
    const sheet = await sheetFor(shop, who, order)
    await confirm(sheet)
    const id = await ask(shop, who, order.id)
    return { who, order, id, outTradeNo: sheet.outTradeId }
  }
  const row = (id: number): Promise<RefundRow> =>
    shop.database.db
      .selectFrom('refunds')
      .selectAll()
      .where('merchant_id', '=', shop.merchantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  const agree = async (id: number) => {
    const refund = await row(id)
    await shop.database.transaction(tx => agreeToRefund(tx, refund, {}, new Date()))
  }
  const isDone = (id: number) => async () => (await row(id)).money_state === 'done'
  const givenBack = async (outTradeNo: string) => (await refunds()).filter(refund => refund.outTradeNo === outTradeNo)

  it('after it was agreed, before the gateway is asked → given back once', async () => {
    const { who, order, id, outTradeNo } = await asked()
    await shop.kill()
    await agree(id)
    await shop.open()
    await shop.until(isDone(id), 'the money to be back')
    expect(await givenBack(outTradeNo)).toMatchObject([{ amountFen: 1000 }])
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([-1, 0])
  })

  it('while the gateway gives back → asked again with the same number, given back once', async () => {
    const { who, order, id, outTradeNo } = await asked()
    const { reached, release } = parties.hold('/refund/domestic')
    await shop.kill()
    await agree(id)
    await shop.open()
    await reached
    await shop.kill()
    release()
    expect(await row(id)).toMatchObject({ money_state: 'sending' })
    await shop.open()
    await shop.until(isDone(id), 'the money to be back')
    expect(await givenBack(outTradeNo)).toMatchObject([{ amountFen: 1000 }])
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([-1, 0])
  })

  it('after the money is back → nothing is done again', async () => {
    const { who, order, id, outTradeNo } = await asked()
    await shop.kill()
    await agree(id)
    await shop.open()
    await shop.until(isDone(id), 'the money to be back')
    await killAndOpen()
    expect(await givenBack(outTradeNo)).toHaveLength(1)
    expect([await statusOf(shop, who, order.id), await balanceOf(who)]).toEqual([-1, 0])
  })
})
