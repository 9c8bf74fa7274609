/** Withdrawals: asked for, decided, paid by WeChat or by hand, or back in the balance. */
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { setSetting } from '../../server/domains/site/settings'
import { markPaid, refuseMoney, sendMoney } from '../../server/domains/withdraw/keeper'
import { expectBalancedLedger } from '../support/ledger'
import { startParties } from '../support/parties'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { createShop } from '../support/shop'

const parties = await startParties()
const shop = await createShop(parties.settings)
afterAll(() => parties.close())
afterEach(() => expectBalancedLedger(shop))

const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const set = (key: string, value: string) => transaction(tx => setSetting(tx, merchantId, { key, value }, clock.now()))
const amounts = async ({ token }: Person) => {
  const { balance, freeze, totalWithdraw } = await dataOf(wxapi.userAmount(token))
  return [balance, freeze, totalWithdraw]
}
async function rich(name: string): Promise<Person> {
  const person = await signIn(shop, name)
  await giveBalance(shop, person, 500_000)
  return person
}

describe('withDrawApply', () => {
  it('freezes the money, once for each key, and refuses what is not there', async () => {
    const ann = await rich('ann')
    const asked = { token: ann.token, money: 12.34, name: '安', idempotencyKey: 'one' }
    const all = await Promise.all([1, 2, 3].map(() => dataOf(wxapi.withDrawApplyV2(asked))))
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    expect(all[0]).toMatchObject({ money: 12.34, status: 0, statusStr: '待审核', rejectionReason: '' })
    expect(await amounts(ann)).toEqual([4987.66, 12.34, 0])
    await dataOf(wxapi.withDrawApply(ann.token, 1))
    await dataOf(wxapi.withDrawApplyV3({ token: ann.token, money: 2 }))
    expect((await dataOf(wxapi.withDrawLogs({ token: ann.token }))).map(({ money }) => money)).toEqual([2, 1, 12.34])
    expect(await dataOf(wxapi.withDrawLogsV2({ token: ann.token, pageSize: 2 }))).toMatchObject({ totalRow: 3 })
    expect(await codeOf(wxapi.withDrawApply(ann.token, 5000))).toBe(errors.withdrawNameRequired[0])
    expect(await codeOf(wxapi.withDrawApplyV2({ token: ann.token, money: 5000, name: '安' }))).toBe(20000)
    expect((await dataOf(wxapi.cashLogsV2({ token: ann.token, type: 11 }))).result).toHaveLength(3)
    const bob = await signIn(shop, 'bob')
    expect(await codeOf(wxapi.withDrawDetail(bob.token, all[0]?.id ?? 0))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.withDrawLogs({ token: bob.token }))).toBe(errors.noData[0])
  })

  it('takes no less than the shop has set, and asks for the password where the shop wants it', async () => {
    const cid = await rich('cid')
    await set('WITHDRAW_MIN', '10')
    expect(await dataOf(wxapi.withDrawSetting())).toEqual({ minMoney: 10, nameFrom: 2000 })
    expect(await dataOf(wxapi.withDrawSettingV2())).toMatchObject({ minMoney: 10 })
    expect(await codeOf(wxapi.withDrawApply(cid.token, 9.99))).toBe(errors.withdrawTooLittle[0])
    await set('balance_pay_pwd', '1')
    expect(await codeOf(wxapi.withDrawApply(cid.token, 10))).toBe(errors.payPasswordWrong[0])
    await dataOf(wxapi.setPayPassword(cid.token, '246810'))
    await dataOf(wxapi.withDrawApplyV2({ token: cid.token, money: 10, pwd: '246810' }))
    await set('balance_pay_pwd', '0')
    await set('WITHDRAW_MIN', '0')
  })
})

describe('the shop keeper', () => {
  it('refuses: the money is back, with the reason; each decision is made once', async () => {
    const dan = await rich('dan')
    const { id } = await dataOf(wxapi.withDrawApply(dan.token, 50))
    const decide = () =>
      Promise.all([
        transaction(tx => refuseMoney(tx, merchantId, id, '请先完成实名', clock.now())),
        transaction(tx => markPaid(tx, merchantId, id, clock.now())),
        transaction(tx => sendMoney(tx, merchantId, id, clock.now())),
      ])
    await transaction(tx => refuseMoney(tx, merchantId, id, '请先完成实名', clock.now()))
    expect(await decide()).toEqual([false, false, false])
    expect(await dataOf(wxapi.withDrawDetail(dan.token, id))).toMatchObject({
      status: 2,
      statusStr: '未通过，已退回余额',
      rejectionReason: '请先完成实名',
    })
    expect(await amounts(dan)).toEqual([5000, 0, 0])
    const second = await dataOf(wxapi.withDrawApply(dan.token, 50))
    await transaction(tx => markPaid(tx, merchantId, second.id, clock.now()))
    expect(await amounts(dan)).toEqual([4950, 0, 50])
    expect(await dataOf(wxapi.withDrawDetailV2({ token: dan.token, id: second.id }))).toMatchObject({ status: 1 })
  })

  it('pays by WeChat: the receiver confirms there, and has it', async () => {
    const eve = await rich('eve')
    const { id } = await dataOf(wxapi.withDrawApply(eve.token, 88.88))
    await transaction(tx => sendMoney(tx, merchantId, id, clock.now()))
    await shop.runJobs()
    const { status, packageInfo, mchId, statusStr } = await dataOf(wxapi.withDrawDetail(eve.token, id))
    expect({ status, statusStr }).toEqual({ status: 3, statusStr: '待收款' })
    expect(mchId).toMatch(/\S/)
    expect(await amounts(eve)).toEqual([4911.12, 88.88, 0])
    await parties.control('/wechatpay/transfers/confirm', { package: packageInfo })
    await shop.runJobs()
    expect(await dataOf(wxapi.withDrawDetail(eve.token, id))).toMatchObject({ status: 1, statusStr: '已到账' })
    expect(await amounts(eve)).toEqual([4911.12, 0, 88.88])
  })

  it('has the money come back to the balance when nobody confirms', async () => {
    const fay = await rich('fay')
    const { id } = await dataOf(wxapi.withDrawApply(fay.token, 20))
    await transaction(tx => sendMoney(tx, merchantId, id, clock.now()))
    await shop.runJobs()
    await parties.control('/clock', { advanceSeconds: 25 * 3600 })
    // The next round, without waiting for it.
    await transaction(tx =>
      tx
        .updateTable('jobs')
        .set({ run_at: 0 })
        .where('merchant_id', '=', merchantId)
        .where('kind', '=', 'moveTransfer')
        .execute(),
    )
    await shop.runJobs()
    expect(await dataOf(wxapi.withDrawDetail(fay.token, id))).toMatchObject({ status: 2 })
    expect(await amounts(fay)).toEqual([5000, 0, 0])
  })
})
