import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { notify, simulatorKeysOf } from '../support/notification'
import { place, sheetFor, statusOf } from '../support/orders'
import { startParties } from '../support/parties'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop
const ann = await signIn(shop, 'ann')
const goodsId = await createGoods(shop, { stock: 999 })

const amounts = (token = ann.token) => dataOf(wxapi.userAmount(token))

/** An order with an open sheet: ten yuan. */
async function opened(who = ann) {
  const order = await place(shop, who, goodsId)
  const sheet = await sheetFor(shop, who, order)
  return { id: order.id, outTradeNo: sheet.outTradeId, amountFen: 1000, package: sheet.package }
}

afterEach(async () => {
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

describe('a payment notification', () => {
  it('that comes twice, or ten times at once, is booked once', async () => {
    const first = await opened()
    await sim('/wechatpay/faults', { fault: 'repeatNotification' })
    expect(await sim('/wechatpay/confirm', { package: first.package })).toMatchObject({ accepted: true, status: 204 })
    const second = await opened()
    const told = { ...second, transactionId: `42${'7'.repeat(26)}`, eventId: 'event-ten-times' }
    const answers = await Promise.all(Array.from({ length: 10 }, () => notify(shop, told)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(204))
    expect(await amounts()).toMatchObject({ balance: 0, totleConsumed: 20 })
    expect([await statusOf(shop, ann, first.id), await statusOf(shop, ann, second.id)]).toEqual([3, 3])
  })

  it('that is forged, changed, stale or from tomorrow is not believed', async () => {
    const order = await opened()
    const stranger = {
      wechatpay: {
        ...simulatorKeysOf(shop).wechatpay,
        platformPrivateKey: simulatorKeysOf(shop).wechatpay.merchantPrivateKey,
      },
    }
    const answers = [
      await notify(shop, order, { ...simulatorKeysOf(shop), ...stranger }),
      await notify(shop, { ...order, tampered: true }),
      await notify(shop, { ...order, secondsAgo: 301 }),
      await notify(shop, { ...order, secondsAgo: -301 }),
    ]
    for (const { status, text } of answers) {
      expect(status).toBe(401)
      expect(JSON.parse(text)).toMatchObject({ code: 'FAIL' })
    }
    for (const fault of ['badSignature', 'staleTimestamp']) {
      await sim('/wechatpay/faults', { fault })
      const { package: prepared } = await opened()
      expect(await sim('/wechatpay/confirm', { package: prepared })).toMatchObject({ accepted: false, status: 401 })
    }
    const plain = await fetch(`${shop.origin}/notify/wechatpay/${shop.merchantId}`, { method: 'POST', body: '{}' })
    expect(plain.status).toBe(401)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    expect((await amounts()).balance).toBe(0)
  })

  it('for another shop, another merchant, another app or in another money books nothing', async () => {
    const order = await opened()
    const other = await shop.anotherShop('neighbour')
    const wrong = [
      { merchantId: other.merchantId },
      { merchantId: 'nobody' },
      { outTradeNo: 'ZF000000000000000000000000' },
    ]
    for (const change of wrong)
      expect((await notify(shop, { ...order, ...change })).status, JSON.stringify(change)).toBe(404)
    const strange = [{ mchid: '1600000000' }, { appid: 'wx0000000000000000' }, { currency: 'USD' }]
    for (const change of strange)
      expect((await notify(shop, { ...order, ...change })).status, JSON.stringify(change)).toBe(204)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    expect((await amounts()).balance).toBe(0)
    await expectBalancedLedger({ app: shop.app, merchantId: other.merchantId })
  })

  it('of another amount is taken, set aside for a person, and books nothing', async () => {
    const order = await opened()
    expect((await notify(shop, { ...order, amountFen: 1001 })).status).toBe(204)
    expect((await notify(shop, { ...order, amountFen: 1 })).status).toBe(204)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    expect((await amounts()).balance).toBe(0)
    expect(await codeOf(wxapi.payQuery(ann.token, order.outTradeNo))).toBe(errors.payClosed[0])
    const alarmed = () => shop.logLines().filter(line => line.includes(`支付单 ${order.outTradeNo}`)).length
    await shop.runJobs()
    expect(alarmed()).toBe(2)
    // The right word still counts.
    expect((await notify(shop, order)).status).toBe(204)
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('that tells of no success is taken and changes nothing', async () => {
    const order = await opened()
    expect((await notify(shop, { ...order, state: 'REFUND' })).status).toBe(204)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
  })

  it('after the order was closed fills the balance, where the shopper sees it', async () => {
    const ben = await signIn(shop, 'ben')
    const order = await opened(ben)
    await dataOf(wxapi.orderClose(ben.token, order.id))
    expect(await sim('/wechatpay/confirm', { package: order.package })).toMatchObject({ accepted: true })
    expect(await statusOf(shop, ben, order.id)).toBe(-1)
    expect(await amounts(ben.token)).toMatchObject({ balance: 10, totleConsumed: 0 })
    const { result } = await dataOf(wxapi.cashLogsV2({ token: ben.token }))
    expect(result).toMatchObject([{ type: 0, behavior: 0, amount: 10, balance: 10, orderId: order.outTradeNo }])
    expect(await dataOf(wxapi.payQuery(ben.token, order.outTradeNo))).toMatchObject({ status: 1, money: 10 })
  })

  it('of a part fills the balance when the other part was spent meanwhile', async () => {
    const cleo = await signIn(shop, 'cleo')
    await giveBalance(shop, cleo, 400)
    const order = await place(shop, cleo, goodsId)
    const sheet = await sheetFor(shop, cleo, { ...order, amountReal: 6 })
    await giveBalance(shop, cleo, -100)
    expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })
    expect(await statusOf(shop, cleo, order.id)).toBe(0)
    expect((await amounts(cleo.token)).balance).toBe(9)
  })

  it('is not thanked for while it cannot be booked, so that it comes again', async () => {
    const order = await opened()
    const { transaction } = shop.app.services
    const rename = (from: string, to: string) =>
      transaction(tx => sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(tx))
    await rename('ledger_transfers', 'ledger_transfers_away')
    try {
      expect(await notify(shop, order)).toMatchObject({ status: 500, text: expect.stringContaining('FAIL') })
    } finally {
      await rename('ledger_transfers_away', 'ledger_transfers')
    }
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    expect((await notify(shop, order)).status).toBe(204)
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('is heard at the third-party address, too', async () => {
    const order = await opened()
    expect((await notify(shop, { ...order, address: '/nobody/wechat/notify' })).status).toBe(404)
    expect((await notify(shop, { ...order, address: '/demo/wechat/notify', tampered: true })).status).toBe(401)
    expect((await notify(shop, { ...order, address: '/demo/wechat/notify' })).status).toBe(204)
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('larger than any is refused as such', async () => {
    const body = 'x'.repeat(70_000)
    const headers = { 'content-type': 'application/json' }
    const url = `${shop.origin}/notify/wechatpay/${shop.merchantId}`
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(413)
  })

  it('logs neither what it carried nor whom it was about', async () => {
    const order = await opened()
    await notify(shop, { ...order, transactionId: '4200000000000000000000009999' })
    expect(shop.logLines().join('\n')).not.toMatch(/o-payer|ciphertext|4200000000000000000000009999/)
  })
})

describe('a payment notification in a crowd', async () => {
  const crowded = await createShop({ REQUESTS_PER_ADDRESS: '3' })

  it('is told to come again, not thanked', async () => {
    const told = { outTradeNo: 'ZF000000000000000000000000', amountFen: 1 }
    const answers = []
    for (let i = 0; i < 4; i++) answers.push((await notify(crowded, told)).status)
    expect(answers).toEqual([404, 404, 404, 429])
  })
})

describe('a payment notification that overtakes the answer to its preparation', async () => {
  const parties = await startParties()
  const earnest = await createShop(parties.settings)
  afterAll(() => parties.close())

  it('is booked, and the sheet still reaches the shopper', async () => {
    const dan = await signIn(earnest, 'dan')
    const order = await place(earnest, dan, await createGoods(earnest))
    const { reached, release } = parties.hold('/transactions/jsapi')
    const sheet = sheetFor(earnest, dan, order)
    await reached
    const [payment] = await dataOf(earnest.wxapi.payLogs({ token: dan.token }))
    const told = { outTradeNo: payment?.orderNo ?? '', amountFen: 1000 }
    expect((await notify(earnest, told, parties.keys)).status).toBe(204)
    expect(await statusOf(earnest, dan, order.id)).toBe(3)
    release()
    expect((await sheet).outTradeId).toBe(told.outTradeNo)
    expect(await dataOf(earnest.wxapi.payQuery(dan.token, told.outTradeNo))).toMatchObject({ status: 1 })
    await expectBalancedLedger(earnest)
    await expectPaymentsBooked(earnest)
  })
})
