/** Distribution: becoming a distributor, who belongs to whom, and what is earned to the fen. */
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { dayOf } from '../../contract/time'
import { refuseSeller, setTerms } from '../../server/domains/fx/keeper'
import { approve } from '../../server/domains/fx/sellers'
import { setRates } from '../../server/domains/goods/commission'
import { setSetting } from '../../server/domains/site/settings'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place, ship } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn, wxCode } from '../support/people'
import { agree, ask } from '../support/refunds'
import { openDistribution, seller } from '../support/sellers'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const freightId = await createFreight(shop)
const goods = await createGoods(shop, { priceFen: 3333, stock: 1000, afterSale: '0', freightId })
const assetsOf = ({ token }: Person) => dataOf(wxapi.userAmount(token))

async function fan(name: string, of: Person, amount = 100_000): Promise<Person> {
  const person = await signIn(shop, name)
  await dataOf(wxapi.bindSeller({ token: person.token, uid: of.uid }))
  await giveBalance(shop, person, amount)
  return person
}
async function buys(person: Person, number = 1): Promise<number> {
  const order = await place(shop, person, [{ goodsId: goods, number }], HANGZHOU)
  await dataOf(wxapi.orderPay(person.token, String(order.id)))
  return order.id
}
async function completes(person: Person, orderId: number): Promise<void> {
  await ship(shop, orderId)
  await dataOf(wxapi.orderDelivery(person.token, orderId))
}

describe('becoming a distributor', () => {
  it('is not possible where the shop has no distribution', async () => {
    const { token } = await signIn(shop, 'early')
    expect(await dataOf(wxapi.fxSetting())).toMatchObject({ canApply: false, canBuy: false })
    expect(await codeOf(wxapi.fxApply(token, '早', '13800138000'))).toBe(errors.fxClosed[0])
    expect(await codeOf(wxapi.fxBuy(token))).toBe(errors.fxClosed[0])
  })

  it('is asked for, refused, asked for again, and granted', async () => {
    await openDistribution(shop, [1000, 500, 200])
    expect(await dataOf(wxapi.fxSetting())).toEqual({
      canApply: true,
      canBuy: true,
      price: 99,
      levels: [10, 5, 2],
      visitors: 0,
    })
    const ann = await signIn(shop, 'ann')
    expect(await codeOf(wxapi.fxApplyProgress(ann.token))).toBe(errors.noData[0])
    await dataOf(wxapi.fxApply(ann.token, '安', '13800138000'))
    expect(await dataOf(wxapi.fxApplyProgress(ann.token))).toMatchObject({ status: 0, name: '安' })
    await transaction(tx => refuseSeller(tx, merchantId, ann.uid, '资料不全', clock.now()))
    expect(await dataOf(wxapi.fxApplyProgress(ann.token))).toMatchObject({ status: 1, remark: '资料不全' })
    await dataOf(wxapi.fxApplyV2({ token: ann.token, name: '安妮', mobile: '13800138000' }))
    expect((await dataOf(wxapi.userDetail(ann.token))).base.isSeller).toBe(false)
    await transaction(tx => approve(tx, merchantId, ann.uid, clock.now()))
    expect(await dataOf(wxapi.fxApplyProgressV2({ token: ann.token }))).toMatchObject({ status: 2, remark: '' })
    expect((await dataOf(wxapi.userDetail(ann.token))).base.isSeller).toBe(true)
    expect(await codeOf(wxapi.fxApply(ann.token, '安', '13800138000'))).toBe(errors.fxAlready[0])
  })

  it('is bought from the balance, or online by nextAction 13, once', async () => {
    const bob = await signIn(shop, 'bob')
    expect(await codeOf(wxapi.fxBuy(bob.token))).toBe(20000)
    expect((await dataOf(wxapi.userDetail(bob.token))).base.isSeller).toBe(false)
    await giveBalance(shop, bob, 10_000)
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(wxapi.fxBuy(bob.token))))
    expect(codes.toSorted((a, b) => a - b)).toEqual([0, errors.fxAlready[0], errors.fxAlready[0]])
    expect((await assetsOf(bob)).balance).toBe(1)
    const cid = await signIn(shop, 'cid')
    const sheet = await dataOf(wxapi.wxpay({ token: cid.token, money: 99, nextAction: { type: 13 } }))
    await shop.sim('/wechatpay/confirm', { package: sheet.package })
    expect((await dataOf(wxapi.userDetail(cid.token))).base.isSeller).toBe(true)
    await expectBalancedLedger(shop)
  })
})

describe('bindSeller', () => {
  it('binds once, passes on to the distributor behind a friend where that is asked for, and makes no circle', async () => {
    const top = await seller(shop, 'top')
    const other = await seller(shop, 'other')
    const dan = await fan('dan', top)
    await dataOf(wxapi.bindSeller({ token: dan.token, uid: other.uid }))
    const eve = await signIn(shop, 'eve')
    expect(await codeOf(wxapi.bindSeller({ token: eve.token, uid: dan.uid }))).toBe(errors.fxSellerUnknown[0])
    await dataOf(wxapi.bindSeller({ token: eve.token, uid: dan.uid, traceSeller: true }))
    const { result } = await dataOf(wxapi.fxMembers({ token: top.token }))
    expect(result.map(({ uids }) => uids).toSorted()).toEqual([dan.uid, eve.uid].toSorted())
    expect(await codeOf(wxapi.fxMembers({ token: other.token }))).toBe(errors.noData[0])
    await transaction(tx => approve(tx, merchantId, dan.uid, clock.now()))
    expect(await codeOf(wxapi.bindSeller({ token: top.token, uid: dan.uid }))).toBe(errors.fxSellerUnknown[0])
    expect(await codeOf(wxapi.bindSeller({ token: top.token, uid: top.uid }))).toBe(errors.fxSellerUnknown[0])
  })

  it('moves people to another where the shop lets links win, and still makes no circle', async () => {
    const one = await seller(shop, 'one')
    const two = await seller(shop, 'two', one)
    const zoe = await fan('zoe', one)
    const visitors = (value: number) => transaction(tx => setTerms(tx, merchantId, { visitors: value }))
    await visitors(1)
    expect((await dataOf(wxapi.fxSetting())).visitors).toBe(1)
    await dataOf(wxapi.bindSeller({ token: zoe.token, uid: two.uid }))
    expect((await dataOf(wxapi.fxMembers({ token: one.token, uids: String(zoe.uid) }))).totalRow).toBe(1)
    await visitors(2)
    await dataOf(wxapi.bindSeller({ token: zoe.token, uid: two.uid }))
    await dataOf(wxapi.bindSeller({ token: zoe.token, uid: two.uid }))
    expect((await dataOf(wxapi.fxMembers({ token: two.token }))).result).toMatchObject([{ uids: zoe.uid }])
    expect(await codeOf(wxapi.fxMembers({ token: one.token, uids: String(zoe.uid) }))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.bindSeller({ token: one.token, uid: two.uid }))).toBe(errors.fxSellerUnknown[0])
    expect(await codeOf(wxapi.bindSeller({ token: zoe.token, uid: 99_999 }))).toBe(errors.fxSellerUnknown[0])
    await visitors(0)
  })

  it('comes with a registration at the invitation of a distributor, or of who belongs to one', async () => {
    const boss = await seller(shop, 'boss')
    const newcomer = async (name: string, referrer: number) =>
      dataOf(wxapi.authorize({ code: wxCode(name), referrer: String(referrer) }))
    const first = await newcomer('first', boss.uid)
    await newcomer('second', first.uid)
    expect(await dataOf(wxapi.fxMembersStatistics(boss.token))).toMatchObject({ totleFansLevel1: 2, totleFans: 2 })
  })
})

describe('commission', () => {
  it('is unsettled when an order is paid, and theirs when it is complete, up the chain', async () => {
    const grand = await seller(shop, 'grand')
    const mother = await seller(shop, 'mother', grand)
    const child = await seller(shop, 'child', mother)
    const fay = await fan('fay', child)
    const orderId = await buys(fay, 3)
    // 99.99 was paid for goods: 10.00, 5.00 and 2.00; freight earns nothing.
    expect(await assetsOf(child)).toMatchObject({ balance: 0, fxCommisionPaying: 10 })
    expect(await assetsOf(mother)).toMatchObject({ balance: 0, fxCommisionPaying: 5 })
    expect(await assetsOf(grand)).toMatchObject({ balance: 0, fxCommisionPaying: 2 })
    await completes(fay, orderId)
    expect(await assetsOf(child)).toMatchObject({ balance: 10, fxCommisionPaying: 0 })
    expect(await assetsOf(grand)).toMatchObject({ balance: 2, fxCommisionPaying: 0 })
    expect((await dataOf(wxapi.cashLogsV2({ token: child.token, type: 6 }))).result).toMatchObject([
      { amount: 10, behavior: 0, typeStr: '分销佣金' },
    ])
    const log = await dataOf(wxapi.fxCommisionLog({ token: mother.token }))
    expect(log.result).toMatchObject([
      { orderId, level: 2, bili: 5, money: 5, isSettlement: true, unit: 0, stateStr: '已结算' },
    ])
    expect(log.orderList).toMatchObject([{ id: orderId, goodsNumber: 3 }])
    expect(log.goodsMap[String(orderId)]).toMatchObject([{ number: 3, commisionRecord: { money: 5 } }])
    expect(log.aggregate).toEqual({ sumCommision: 5, sumUnsettled: 0 })
    expect(await codeOf(wxapi.fxCommisionLog({ token: mother.token, isSettlement: false }))).toBe(errors.noData[0])
    expect((await dataOf(wxapi.fxMembers({ token: mother.token, level: 2 }))).result).toMatchObject([
      { uids: fay.uid, level: 2, totalPayNumber: 1, isSeller: false },
    ])
    expect(await dataOf(wxapi.fxMembersStatistics(grand.token))).toEqual({
      totleFans: 2,
      totleFansLevel1: 1,
      totleFansLevel2: 1,
      totleChildFxs: 2,
      totleChildFxsLevel1: 1,
      totleChildFxsLevel2: 1,
    })
    await expectBalancedLedger(shop)
  })

  it('goes again with refunds, in part and whole, to the fen', async () => {
    const gil = await seller(shop, 'gil')
    const hal = await fan('hal', gil)
    const orderId = await buys(hal, 3)
    await agree(shop, await ask(shop, hal, orderId, { number: 1 }))
    expect((await assetsOf(gil)).fxCommisionPaying).toBe(6.67)
    await agree(shop, await ask(shop, hal, orderId))
    expect(await assetsOf(gil)).toMatchObject({ balance: 0, fxCommisionPaying: 0 })
    expect((await dataOf(wxapi.fxCommisionLog({ token: gil.token }))).result).toMatchObject([
      { money: 0, state: 2, stateStr: '已退回' },
    ])
    await expectBalancedLedger(shop)
  })

  it('that was spent before the goods came back is kept from the next', async () => {
    const ivy = await seller(shop, 'ivy')
    const jon = await fan('jon', ivy)
    const first = await buys(jon, 3)
    await completes(jon, first)
    await giveBalance(shop, ivy, -700)
    await agree(shop, await ask(shop, jon, first))
    expect((await assetsOf(ivy)).balance, '3.00 were there of 10.00').toBe(0)
    const second = await buys(jon, 3)
    await completes(jon, second)
    expect((await assetsOf(ivy)).balance, '7.00 are kept of 10.00').toBe(3)
    await expectBalancedLedger(shop)
  })

  it('of a product has rates of its own, which its page tells, until the shop’s count again', async () => {
    const nan = await seller(shop, 'nan')
    const lid = await seller(shop, 'lid', nan)
    const pam = await fan('pam', lid)
    const other = await createGoods(shop, { priceFen: 1000, stock: 100, freightId })
    const shownOf = async (id: number) => {
      const { commission, commissionType } = (await dataOf(wxapi.goodsDetail(id))).basicInfo
      const [listed] = await dataOf(wxapi.goods({ gids: String(id) }))
      expect(listed).toMatchObject({ commission, commissionType })
      return { commission, commissionType }
    }
    expect(await shownOf(goods)).toEqual({ commission: 3.33, commissionType: 2 })
    await transaction(tx => setRates(tx, merchantId, goods, [3000, 0, 0]))
    expect(await shownOf(goods)).toEqual({ commission: 10, commissionType: 2 })
    const both = [
      { goodsId: goods, number: 1 },
      { goodsId: other, number: 1 },
    ]
    const order = await place(shop, pam, both, HANGZHOU)
    await dataOf(wxapi.orderPay(pam.token, String(order.id)))
    expect((await assetsOf(lid)).fxCommisionPaying, '30 % of 33.33 and 10 % of 10.00').toBe(11)
    expect((await assetsOf(nan)).fxCommisionPaying, 'nothing, and 5 % of 10.00').toBe(0.5)
    expect((await dataOf(wxapi.fxCommisionLog({ token: lid.token }))).result.map(({ bili }) => bili)).toEqual([10, 30])
    await transaction(tx => setRates(tx, merchantId, goods, [0, 0, 0]))
    expect(await shownOf(goods)).toEqual({ commission: 0, commissionType: 0 })
    await buys(pam)
    expect((await assetsOf(lid)).fxCommisionPaying).toBe(11)
    await transaction(tx => setRates(tx, merchantId, goods, undefined))
    expect(await shownOf(goods)).toEqual({ commission: 3.33, commissionType: 2 })
    await openDistribution(shop, [2000, 500, 200])
    expect(await shownOf(goods)).toEqual({ commission: 6.67, commissionType: 2 })
    await openDistribution(shop, [1000, 500, 200])
    expect(await transaction(tx => setRates(tx, merchantId, 99_999, [1, 0, 0]))).toBe(false)
  })

  it('is told as one amount while it is unsettled, and goods that bring some are listed', async () => {
    const rex = await seller(shop, 'rex')
    const sam = await fan('sam', rex)
    await buys(sam, 3)
    expect(await dataOf(wxapi.fxCommisionFreezeAmount(rex.token))).toBe(10)
    const idsOf = async () => {
      const { result, totalRow } = await dataOf(wxapi.fxGoods({ pageSize: 100 }))
      expect(totalRow).toBe(result.length)
      return result.map(({ id }) => id)
    }
    expect(await idsOf()).toContain(goods)
    await transaction(tx => setRates(tx, merchantId, goods, [0, 0, 0]))
    expect(await idsOf()).not.toContain(goods)
    await transaction(tx => setRates(tx, merchantId, goods, undefined))
    expect(await codeOf(wxapi.fxGoods({ k: '没有这种东西' }))).toBe(errors.noData[0])
  })

  it('is not earned by what a distributor buys', async () => {
    const kim = await seller(shop, 'kim')
    await giveBalance(shop, kim, 100_000)
    await buys(kim)
    expect((await assetsOf(kim)).fxCommisionPaying).toBe(0)
  })
})

describe('figures', () => {
  it('are told by day, month, year and all time, and of others where the shop wants that', async () => {
    const leo = await seller(shop, 'leo')
    const meg = await fan('meg', leo)
    const orderId = await buys(meg, 3)
    await completes(meg, orderId)
    await buys(meg)
    const day = dayOf(shop.now()).replaceAll('-', '')
    const days = `0,${day.slice(0, 4)},${day.slice(0, 6)},${day},20200101`
    const [all, year, month, today, before] = await dataOf(wxapi.fxMyCommisionStatistics(leo.token, days))
    const figures = { commision: 13.33, commisionUnsettled: 3.33, saleroom: 133.32, numberOrder: 2 }
    for (const one of [all, year, month, today]) expect(one).toMatchObject(figures)
    expect(before).toMatchObject({ day: '20200101', commision: 0, numberOrder: 0 })
    expect(await codeOf(wxapi.fxMyCommisionStatistics(leo.token, '20261301'))).toBe(errors.badRequest[0])
    expect(await codeOf(wxapi.fxSaleroomRankTotal())).toBe(errors.noData[0])
    const open = { key: 'statistics_saleroom_open', value: '1' }
    await transaction(tx => setSetting(tx, merchantId, open, clock.now()))
    const { result } = await dataOf(wxapi.fxSaleroomRankTotal(1, 2))
    expect(result).toMatchObject([{ uid: leo.uid, saleroom: 133.32, numberOrder: 2 }, { saleroom: 99.99 }])
    expect((await dataOf(wxapi.fxSaleroomRankDaily(1, 1))).result[0]).toMatchObject({ uid: leo.uid })
    expect(await codeOf(wxapi.fxSaleroomRankDaily(1, 1, '2020-01-01'))).toBe(errors.noData[0])
  })
})
