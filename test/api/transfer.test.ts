/** Money to shoppers' own WeChat: planned once, confirmed by the receiver, and never paid twice, whatever gets lost. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { cancelTransfer, planTransfer, transferOf, transferSheet } from '../../server/domains/transfer/plan'
import { Refusal } from '../../server/http/refusal'
import { seal } from '../../simulators/wechatpay/seal'
import { signatureHeaders } from '../../simulators/wechatpay/signature'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { startParties } from '../support/parties'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const parties = await startParties()
const shop = await createShop(parties.settings)
const other = await shop.anotherShop('neighbour')
afterAll(() => parties.close())
afterEach(async () => {
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

const { services } = shop.app
const MINUTE_MS = 60_000
let facts = 0

/** Somebody with ten yuan, of which five are to be paid out. */
async function planned(more: { amountFen?: number } = {}) {
  facts += 1
  const [who, key] = [await signIn(shop, `receiver-${facts}`), `withdrawal:${facts}`]
  await giveBalance(shop, who, 1000)
  await plan(who, key, more.amountFen)
  return { who, key }
}
const plan = ({ uid }: Person, key: string, amountFen = 500) =>
  services.transaction(tx =>
    planTransfer(
      tx,
      { merchantId: shop.merchantId, userId: uid, key, amountFen: fen(amountFen), remark: '提现', from: 'balance' },
      services.clock.now(),
    ),
  )
const rowOf = async (key: string) => {
  const row = await transferOf(services.db, shop.merchantId, key)
  if (!row) throw new Error(`no transfer ${key}`)
  return row
}
const amounts = async ({ token }: Person) => {
  const { balance, freeze } = await dataOf(shop.wxapi.userAmount(token))
  return [balance, freeze]
}
const sheetOf = async (key: string) => transferSheet(services, await rowOf(key))
const confirm = async (key: string) =>
  parties.control('/wechatpay/transfers/confirm', { package: (await sheetOf(key))?.package })
const arm = (fault: string, times = 1) => parties.control('/wechatpay/faults', { fault, times })
const paidThere = async (billNo: string) => {
  const all = (await parties.control('/wechatpay/transfers')) as unknown as { billNo: string; state: string }[]
  return all.filter(one => one.billNo === billNo).map(({ state }) => state)
}
/** The next round, without waiting for it. */
async function nextRound() {
  await services.transaction(tx =>
    tx.updateTable('jobs').set({ run_at: 0 }).where('kind', '=', 'moveTransfer').execute(),
  )
  await shop.runJobs()
}

it('freezes the money, waits for the receiver, and ends when WeChat Pay says so', async () => {
  const { who, key } = await planned()
  expect(await amounts(who)).toEqual([5, 5])
  await shop.runJobs()
  expect(await sheetOf(key)).toEqual({
    mchId: parties.keys.wechatpay.mchid,
    appId: parties.keys.wechat.appid,
    package: expect.any(String),
  })
  expect(await confirm(key)).toEqual({ accepted: true, status: 204 })
  await shop.runJobs()
  expect(await rowOf(key)).toMatchObject({ state: 'paid' })
  expect(await amounts(who)).toEqual([5, 0])
  expect(await sheetOf(key)).toBeUndefined()
  const logs = await dataOf(shop.wxapi.cashLogsV2({ token: who.token }))
  expect(logs.result.map(({ typeStr }) => typeStr)).toContain('提现申请')
})

it('is one transfer however often it is planned, and refuses to be planned otherwise', async () => {
  const { who, key } = await planned()
  await Promise.all([plan(who, key), plan(who, key)])
  expect(await amounts(who)).toEqual([5, 5])
  await expect(plan(who, key, 600)).rejects.toThrow('for another amount')
  await shop.runJobs()
  const { bill_no } = await rowOf(key)
  await Promise.all([nextRound(), nextRound()])
  expect(await paidThere(bill_no)).toEqual(['WAIT_USER_CONFIRM'])
})

it.each([[9], [200_000]])('does not plan %i fen, which WeChat Pay would not move', async amountFen => {
  const who = await signIn(shop, `bounds-${amountFen}`)
  await giveBalance(shop, who, 300_000)
  await expect(plan(who, `bounds:${amountFen}`, amountFen)).rejects.toThrow(Refusal)
  expect(await amounts(who)).toEqual([3000, 0])
})

it('does not plan more than there is', async () => {
  const who = await signIn(shop, 'poor')
  await expect(plan(who, 'withdrawal:poor')).rejects.toMatchObject({ reason: 'balanceShort' })
  expect(await transferOf(services.db, shop.merchantId, 'withdrawal:poor')).toBeUndefined()
})

it('is not confirmed in a day: the money is in the balance again', async () => {
  const { who, key } = await planned()
  await shop.runJobs()
  await parties.control('/clock', { advanceSeconds: 25 * 3600 })
  await nextRound()
  expect(await rowOf(key)).toMatchObject({ state: 'failed', fail_reason: 'OVERDUE_CLOSE' })
  expect(await amounts(who)).toEqual([10, 0])
  await nextRound()
  expect(await amounts(who)).toEqual([10, 0])
})

it('is called off before the receiver confirms, and not after', async () => {
  const { who, key } = await planned()
  await shop.runJobs()
  const cancel = async () => {
    const row = await rowOf(key)
    return services.transaction(tx => cancelTransfer(tx, row, services.clock.now()))
  }
  expect(await cancel()).toBe(true)
  expect(await sheetOf(key), 'nothing is offered to the receiver any more').toBeUndefined()
  await shop.runJobs()
  expect(await rowOf(key)).toMatchObject({ state: 'failed' })
  expect(await amounts(who)).toEqual([10, 0])
  expect(await cancel()).toBe(false)
})

it('is called off before it was sent, and WeChat Pay never hears of it', async () => {
  const { who, key } = await planned()
  const row = await rowOf(key)
  await services.transaction(tx => cancelTransfer(tx, row, services.clock.now()))
  await shop.runJobs()
  expect(await rowOf(key)).toMatchObject({ state: 'failed', fail_reason: '已撤销' })
  expect([await amounts(who), await paidThere(row.bill_no)]).toEqual([[10, 0], []])
})

it('called off at the very moment the receiver confirms, is paid once and stays paid', async () => {
  const { who, key } = await planned()
  await shop.runJobs()
  const sheet = await sheetOf(key)
  const row = await rowOf(key)
  await services.transaction(tx => cancelTransfer(tx, row, services.clock.now()))
  await arm('loseNotification')
  await parties.control('/wechatpay/transfers/confirm', { package: sheet?.package })
  await shop.runJobs()
  expect(await rowOf(key)).toMatchObject({ state: 'paid' })
  expect(await amounts(who)).toEqual([5, 0])
})

it('finds by asking what no notification told', async () => {
  const { who, key } = await planned()
  await shop.runJobs()
  await arm('loseNotification')
  await confirm(key)
  expect(await rowOf(key)).toMatchObject({ state: 'waiting' })
  await nextRound()
  expect([(await rowOf(key)).state, await amounts(who)]).toEqual(['paid', [5, 0]])
})

it('asks first when an answer was lost, and gets what the receiver opens under the same number', async () => {
  const { key } = await planned()
  await shop.runJobs()
  const { bill_no, package_info } = await rowOf(key)
  await services.transaction(tx =>
    tx
      .updateTable('merchant_transfers')
      .set({ state: 'sent', package_info: null })
      .where('merchant_id', '=', shop.merchantId)
      .where('key', '=', key)
      .execute(),
  )
  await nextRound()
  expect(await rowOf(key)).toMatchObject({ state: 'waiting', package_info })
  expect(await paidThere(bill_no)).toEqual(['WAIT_USER_CONFIRM'])
})

it('waits while the merchant has too little there, and calls a person', async () => {
  await arm('shopBalanceShort')
  const { who, key } = await planned()
  await shop.runJobs()
  expect([(await rowOf(key)).state, await amounts(who)]).toEqual(['sent', [5, 5]])
  expect(shop.logLines().some(line => line.includes('可用余额不足'))).toBe(true)
  await nextRound()
  expect(await rowOf(key)).toMatchObject({ state: 'waiting' })
})

it('is refused for good: the money is in the balance again and a person is called', async () => {
  await arm('transferRefused')
  const { who, key } = await planned()
  await shop.runJobs()
  expect(await rowOf(key)).toMatchObject({ state: 'failed', fail_reason: '微信支付拒绝了转账（noRight）' })
  expect(await amounts(who)).toEqual([10, 0])
  expect(shop.logLines().some(line => line.includes('已退回顾客余额'))).toBe(true)
})

it('waits while WeChat Pay is away', async () => {
  await arm('down', 20)
  const { who, key } = await planned()
  await shop.runJobs()
  expect([(await rowOf(key)).state, await amounts(who)]).toEqual(['sent', [5, 5]])
  await arm('down', 0)
  await nextRound()
  expect(await rowOf(key)).toMatchObject({ state: 'waiting' })
})

it('believes no notification: forged it is refused, of another state it only makes us ask', async () => {
  const { who, key } = await planned()
  await shop.runJobs()
  const { bill_no } = await rowOf(key)
  const { wechatpay } = parties.keys
  const tell = async (keys: typeof wechatpay, merchantId = shop.merchantId) => {
    const told = { mch_id: wechatpay.mchid, out_bill_no: bill_no, state: 'SUCCESS', transfer_amount: 500 }
    const body = JSON.stringify({
      id: randomUUID(),
      event_type: 'MCHTRANSFER.BILL.FINISHED',
      resource: seal(JSON.stringify(told), 'mch_payment', wechatpay.apiV3Key),
    })
    const headers = { 'content-type': 'application/json', ...signatureHeaders(body, services.clock.now(), keys) }
    const { status } = await fetch(`${shop.origin}/notify/wechatpay/${merchantId}`, { method: 'POST', headers, body })
    await shop.runJobs()
    return status
  }
  expect(await tell({ ...wechatpay, platformPrivateKey: wechatpay.merchantPrivateKey })).toBe(401)
  expect(await tell(wechatpay, other.merchantId)).toBe(204)
  expect(await tell(wechatpay)).toBe(204)
  expect(await rowOf(key), 'WeChat Pay itself says that it waits').toMatchObject({ state: 'waiting' })
  expect(await amounts(who)).toEqual([5, 5])
})

it('goes to nobody who has never been in the mini-program', async () => {
  const { who, key } = await planned()
  await services.transaction(tx =>
    tx
      .deleteFrom('user_identities')
      .where('merchant_id', '=', shop.merchantId)
      .where('user_id', '=', who.uid)
      .execute(),
  )
  await shop.runJobs()
  expect([(await rowOf(key)).state, await amounts(who)]).toEqual(['failed', [10, 0]])
})

it('asks again in a minute, then ever more rarely', async () => {
  const { key } = await planned()
  await shop.runJobs()
  const { id } = await rowOf(key)
  const waits: number[] = []
  for (let round = 1; round <= 8; round++) {
    const job = await services.db
      .selectFrom('jobs')
      .select('run_at')
      .where('kind', '=', 'moveTransfer')
      .where('key', '=', `${id}:${round}`)
      .executeTakeFirstOrThrow()
    waits.push(Math.round((job.run_at - services.clock.now().getTime()) / MINUTE_MS))
    await nextRound()
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
})
