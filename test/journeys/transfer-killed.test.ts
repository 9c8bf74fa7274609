/** The server killed -9 between every two steps of paying somebody out: never paid twice, never lost. */
import { describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { planTransfer, transferOf } from '../../server/domains/transfer/plan'
import { startKillable } from '../support/killable'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'

const { parties, shop, books, killAndOpen } = await startKillable()

let people = 0
/** Somebody with ten yuan; nothing is planned yet. */
async function rich() {
  people += 1
  const who = await signIn(shop, `receiver-${people}`)
  await giveBalance(books, who, 1000)
  return { who, key: `withdrawal:${people}` }
}
const plan = ({ uid: userId }: Person, key: string) =>
  shop.database.transaction(tx =>
    planTransfer(
      tx,
      { merchantId: shop.merchantId, userId, key, amountFen: fen(500), remark: '提现', from: 'balance' },
      new Date(),
    ),
  )
const rowOf = async (key: string) => transferOf(shop.database.db, shop.merchantId, key)
const isIn = (key: string, state: string) => async () => (await rowOf(key))?.state === state
const amounts = async ({ token }: Person) => {
  const { balance, freeze } = await dataOf(shop.wxapi.userAmount(token))
  return [balance, freeze]
}
const confirm = async (key: string) =>
  parties.control('/wechatpay/transfers/confirm', { package: (await rowOf(key))?.package_info })
/** Under this transfer's number; a second number would be a second payment. */
const atWechatPay = async ({ uid }: Person) => {
  const all = (await parties.control('/wechatpay/transfers')) as unknown as { billNo: string; state: string }[]
  const numbers = await shop.database.db
    .selectFrom('merchant_transfers')
    .select('bill_no')
    .where('merchant_id', '=', shop.merchantId)
    .where('user_id', '=', uid)
    .execute()
  return all.filter(({ billNo }) => numbers.some(one => one.bill_no === billNo)).map(({ state }) => state)
}

describe('the server is killed while paying out', { timeout: 120_000 }, () => {
  it('after it was decided, before WeChat Pay is asked → paid once', async () => {
    const { who, key } = await rich()
    await shop.kill()
    await plan(who, key)
    await shop.open()
    await shop.until(isIn(key, 'waiting'), 'the transfer to wait')
    await confirm(key)
    await shop.until(isIn(key, 'paid'), 'the transfer to be paid')
    expect([await amounts(who), await atWechatPay(who)]).toEqual([[5, 0], ['SUCCESS']])
  })

  it('while WeChat Pay takes it → asked for under the same number, paid once', async () => {
    const { who, key } = await rich()
    const { reached, release } = parties.hold('/transfer-bills')
    await plan(who, key)
    await reached
    await shop.kill()
    release()
    expect(await rowOf(key)).toMatchObject({ state: 'sent', package_info: null })
    await shop.open()
    await shop.until(isIn(key, 'waiting'), 'the transfer to wait')
    await confirm(key)
    await shop.until(isIn(key, 'paid'), 'the transfer to be paid')
    expect([await amounts(who), await atWechatPay(who)]).toEqual([[5, 0], ['SUCCESS']])
  })

  it('when the receiver confirms, so that nobody hears the notification → found by asking, paid once', async () => {
    const { who, key } = await rich()
    await plan(who, key)
    await shop.until(isIn(key, 'waiting'), 'the transfer to wait')
    await shop.kill()
    await parties.control('/wechatpay/faults', { fault: 'loseNotification' })
    await confirm(key)
    await shop.open()
    await shop.until(isIn(key, 'paid'), 'the transfer to be paid')
    expect([await amounts(who), await atWechatPay(who)]).toEqual([[5, 0], ['SUCCESS']])
  })

  it('after it was paid → nothing is done again', async () => {
    const { who, key } = await rich()
    await plan(who, key)
    await shop.until(isIn(key, 'waiting'), 'the transfer to wait')
    await confirm(key)
    await shop.until(isIn(key, 'paid'), 'the transfer to be paid')
    await killAndOpen()
    await plan(who, key)
    expect([await amounts(who), await atWechatPay(who)]).toEqual([[5, 0], ['SUCCESS']])
  })
})
