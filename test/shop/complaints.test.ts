/** What payers complain of at WeChat Pay: told at once, found every hour, answered and settled by the shop keeper. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import * as keeper from '../support/keeper'
import { place, sheetFor } from '../support/orders'
import { startParties } from '../support/parties'
import { signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'
import { startWebhook } from '../support/webhook'

const webhook = await startWebhook()
const parties = await startParties()
const shop = await createShop(origin => ({ ...parties.settings(origin), ALARM_WEBHOOK: webhook.url }))
const other = await shop.anotherShop('neighbour')
const goodsId = await createGoods(shop, { stock: 99 })
beforeAll(builtPrograms)
afterAll(() => parties.close())

const told = (...words: string[]) => keeper.told(shop, ...words, '--shop', 'demo')
const refused = (...words: string[]) => keeper.refused(shop, ...words, '--shop', 'demo')

let people = 0
async function paid(): Promise<string> {
  people += 1
  const who = await signIn(shop, `payer-${people}`)
  const sheet = await sheetFor(shop, who, await place(shop, who, goodsId))
  await parties.control('/wechatpay/confirm', { package: sheet.package })
  return sheet.outTradeId
}
const complain = async (outTradeNo: string, detail = '一直没有发货') =>
  parties.control('/wechatpay/complaints', { outTradeNo, detail })
const rows = (merchantId = shop.merchantId) =>
  shop.app.services.db.selectFrom('complaints').selectAll().where('merchant_id', '=', merchantId).execute()
const rowFor = async (outTradeNo: string) => {
  const row = (await rows()).find(one => one.out_trade_no === outTradeNo)
  if (!row) throw new Error('no complaint')
  return row
}
const atWechatPay = async (outTradeNo: string) => {
  const all = (await parties.control('/wechatpay/complaints')) as unknown as {
    outTradeNo: string
    state: string
    history: { operate_type: string; operate_details: string }[]
  }[]
  return all.find(one => one.outTradeNo === outTradeNo)
}
/** The next round, without waiting for it. */
async function nextRound(): Promise<void> {
  const { services } = shop.app
  await services.transaction(tx =>
    tx.updateTable('jobs').set({ run_at: 0 }).where('kind', '=', 'syncComplaints').execute(),
  )
  await shop.runJobs()
}

it('calls the shop keeper as soon as somebody complains, who answers and settles it', { timeout: 90_000 }, async () => {
  await shop.runJobs()
  const outTradeNo = await paid()
  expect(await complain(outTradeNo)).toMatchObject({ accepted: true, status: 204 })
  await shop.runJobs()
  const { id } = await rowFor(outTradeNo)
  expect(await rows(other.merchantId), 'the neighbour hears nothing').toEqual([])
  expect(webhook.told.map(({ text }) => text).join()).toContain(`微信支付投诉 #${id}`)
  expect(await told('complaints', 'list')).toMatch(new RegExp(`#${id} .*${outTradeNo}  ¥10.00  待处理`))
  expect(await told('complaints', 'show', String(id))).toContain('一直没有发货')
  await told('complaints', 'answer', String(id), '今天就发出，抱歉')
  await shop.runJobs()
  expect(await atWechatPay(outTradeNo)).toMatchObject({ state: 'PROCESSING' })
  await told('complaints', 'complete', String(id))
  await shop.runJobs()
  expect(await atWechatPay(outTradeNo)).toMatchObject({ state: 'PROCESSED' })
  expect(await told('complaints', 'list')).toContain('没有待处理的投诉')
  expect(await refused('complaints', 'answer', String(id), '还有一句')).toContain('已经处理完成')
  expect(await refused('complaints', 'show', '9999')).toContain('没有投诉')
})

it('finds every hour what nobody told, and calls again when the payer writes again', { timeout: 60_000 }, async () => {
  const outTradeNo = await paid()
  await parties.control('/wechatpay/faults', { fault: 'loseNotification' })
  await complain(outTradeNo)
  await nextRound()
  const { id, state } = await rowFor(outTradeNo)
  expect(state).toBe('PENDING')
  const alarms = () => webhook.told.filter(({ text }) => text.includes(`投诉 #${id}（`)).length
  expect(alarms()).toBe(1)
  await nextRound()
  expect(alarms(), 'told once').toBe(1)
  await told('complaints', 'answer', String(id), '在路上了')
  await shop.runJobs()
  await complain(outTradeNo, '还是没有收到')
  await shop.runJobs()
  expect([(await rowFor(outTradeNo)).payer_waits, alarms()]).toEqual([1, 2])
})

it('says once what it does not know to have arrived', async () => {
  const outTradeNo = await paid()
  await complain(outTradeNo)
  await shop.runJobs()
  const { id } = await rowFor(outTradeNo)
  await told('complaints', 'complete', String(id), '--answer', '马上处理')
  const { reached, release } = parties.hold('/response')
  const running = shop.runJobs()
  await reached
  await parties.control('/wechatpay/faults', { fault: 'down', times: 1 })
  release()
  await running
  expect(await atWechatPay(outTradeNo), 'said, and not settled yet').toMatchObject({ state: 'PROCESSING' })
  await shop.app.services.transaction(tx =>
    tx.updateTable('jobs').set({ run_at: 0 }).where('kind', '=', 'answerComplaint').execute(),
  )
  await shop.runJobs()
  const { history = [], state } = (await atWechatPay(outTradeNo)) ?? {}
  expect(state).toBe('PROCESSED')
  expect(history.filter(({ operate_type }) => operate_type === 'MERCHANT_RESPONSE')).toHaveLength(1)
})
