/** Real clients call their own package, and find in the answers what they read there. */
import { beforeAll, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { createMerge } from '../../server/domains/coupon/keeper'
import { setDiscount } from '../../server/domains/paybill/keeper'
import { setScoreRule, setSignRule, setWorth } from '../../server/domains/score/keeper'
import { INTO } from '../../server/domains/score/rules'
import { createBargainSet } from '../support/bargains'
import { createCoupon, giveScore, handCoupon, inAWeek } from '../support/coupons'
import { fieldsRead, hasField } from '../support/fields-read'
import { createGoods } from '../support/goods'
import { createGroupTerms, openTeam } from '../support/groups'
import { createLevel } from '../support/levels'
import { place } from '../support/orders'
import { dataOf, giveBalance, type Person, signIn } from '../support/people'
import { loadSdk } from '../support/sdk'
import { openDistribution, seller } from '../support/sellers'
import { createShop } from '../support/shop'

const shop = await createShop()
const { merchantId } = shop
const { transaction } = shop.app.services
const { wxapi } = loadSdk(shop.origin, shop.subDomain, merchantId)

/** What each method is called with, as clients call it. */
let calls: Record<string, () => unknown[]>
let ann: Person

beforeAll(async () => {
  await keep()
  ann = await seller(shop, 'ann')
  await giveBalance(shop, ann, 1_000_000)
  await giveScore(shop, ann, 5000)
  const levels = await dataOf(shop.wxapi.userLevelList({}))
  const level = levels.result[0]?.id ?? 0
  const [price] = await dataOf(shop.wxapi.userLevelPrices(level))
  await dataOf(shop.wxapi.userLevelBuy(ann.token, price?.id ?? 0))
  await dataOf(shop.wxapi.exchangeScoreToGrowth(ann.token, 300))
  const rules = await dataOf(shop.wxapi.coupons())
  const scoped = rules.find(({ scope }) => scope === 'goods')?.id ?? 0
  await handCoupon(shop, ann, scoped)

  const goods = await createGoods(shop, { priceFen: 1000 })
  const kjid = await createBargainSet(shop, goods)
  const shared = await createGoods(shop, { priceFen: 1000 })
  await createGroupTerms(shop, shared)
  const fan = await fanOf(ann, goods)
  const team = await openTeam(shop, ann, shared)
  await dataOf(shop.wxapi.kanjiaJoin(ann.token, kjid))
  await recharged(ann)
  await dataOf(shop.wxapi.withDrawApplyV2({ token: ann.token, money: 10, name: '安' }))
  await dataOf(shop.wxapi.invoiceApply({ token: ann.token, comName: '安', amount: 1, email: 'ann@example.com' }))
  await dataOf(shop.wxapi.payDeposit({ token: ann.token, amount: 98, remark: '测试' }))

  const { token } = ann
  const page = { token, page: 1, pageSize: 50 }
  const none = () => []
  const own = () => [token]
  const paged = () => [page]
  calls = {
    userLevelList: () => [{ page: 1, pageSize: 100 }],
    userLevelDetail: () => [level],
    userLevelPrices: () => [level],
    userLevelBuyLogs: paged,
    coupons: () => [{ token }],
    couponDetail: () => [scoped],
    myCoupons: () => [{ token, status: 0 }],
    couponStatistics: own,
    mergeCouponsRules: none,
    kanjiaSet: () => [goods],
    kanjiaJoin: () => [token, kjid],
    kanjiaMyJoinInfo: () => [token, kjid],
    kanjiaHelp: () => [fan.token, kjid, ann.uid, '加油'],
    kanjiaHelpDetail: () => [fan.token, kjid, ann.uid],
    kanjiaDetail: () => [kjid, ann.uid],
    pingtuanSet: () => [shared],
    pingtuanSets: () => [[shared]],
    pingtuanOpen: () => [fan.token, shared],
    pingtuanList: () => [{ goodsId: shared, status: 0 }],
    pingtuanJoinUsers: () => [team],
    pingtuanMyJoined: paged,
    fxSetting: none,
    fxApplyProgress: own,
    fxMembers: () => [{ ...page, level: 1 }],
    fxMembersStatistics: own,
    fxCommisionLog: paged,
    scoreDeductionRules: none,
    scoreRules: () => [{ code: 'goodReputation' }],
    scoreSignRules: none,
    scoreSign: own,
    scoreTodaySignedInfo: own,
    scoreSignLogs: paged,
    scoreLogs: paged,
    growthLogs: paged,
    growthLogsV2: paged,
    userAmount: own,
    userAmountV2: own,
    rechargeSendRules: none,
    wxpay: () => [{ token, money: 1, payName: '在线充值', remark: '在线充值' }],
    payLogs: () => [{ ...page, status: 1 }],
    payBillDiscounts: none,
    payBillV2: () => [{ token, money: 100, calculate: true }],
    cashLogsV2: paged,
    cashLogsV3: paged,
    withDrawLogs: paged,
    withDrawLogsV2: paged,
    invoiceList: () => [{ token }],
    depositList: paged,
    depositListV2: paged,
  }
})

it.each(Object.keys(fieldsRead))('%s answers what clients read', async name => {
  const method = wxapi[name]
  const args = calls[name]
  if (!method || !args) throw new Error(`nobody says what ${name} is called with`)
  const { code, msg, data } = await method(...args())
  expect(code, msg).toBe(0)
  const missing = (fieldsRead[name] ?? '').split(' ').filter(path => !hasField(data, path))
  expect(missing, JSON.stringify(data, null, 1)).toEqual([])
})

it('a field that is not there is missed', () => {
  const answer = { result: [{ a: 1 }, { b: { c: 0 } }], map: { 7: [{ d: '' }] } }
  expect(hasField(answer, 'result[].b.c')).toBe(true)
  expect(hasField(answer, 'map{}[].d')).toBe(true)
  for (const path of ['result[].c', 'result[].a.b', 'map{}[].e', 'none', 'result.a', 'map{}.d'])
    expect(hasField(answer, path), path).toBe(false)
})

/** What the shop keeper has set up. */
async function keep(): Promise<void> {
  const price = { duration: 1, unit: 1, priceFen: 990 }
  await createLevel(shop, { name: '金卡', rank: 1, rebate_bp: 9500 }, [price])
  await openDistribution(shop, [1000, 500, 0])
  const goods = await createGoods(shop)
  const one = await createCoupon(shop, { scope: 'goods', refIds: [goods], word: 'open', need_fen: fen(100) })
  const other = await createCoupon(shop, {
    days: null,
    ends_at: inAWeek(shop),
    value_min: fen(100),
    value_max: fen(900),
  })
  await transaction(async tx => {
    const part = (ruleId: number) => [{ ruleId, number: 1 }]
    await createMerge(tx, merchantId, '合成', part(one), part(other))
    await setScoreRule(tx, merchantId, 'goodReputation', { score: 10, perFen: 0 })
    await setSignRule(tx, merchantId, 1, 2)
    await setWorth(tx, merchantId, { type: INTO.money, score: 100, value: 100, isLoop: true })
    await setWorth(tx, merchantId, { type: INTO.growth, score: 3, value: 1, isLoop: true })
    await setDiscount(tx, merchantId, { consumeFen: fen(10_000), discountsFen: fen(1000), isLoop: false })
    const rule = { merchant_id: merchantId, confine_fen: fen(10_000), send_fen: fen(500), is_loop: 0 }
    await tx.insertInto('recharge_rules').values(rule).execute()
  })
}

/** A friend who has bought something by whom somebody earns. */
async function fanOf(of: Person, goods: number): Promise<Person> {
  const fan = await signIn(shop, 'fan')
  await dataOf(shop.wxapi.bindSeller({ token: fan.token, uid: of.uid }))
  await giveBalance(shop, fan, 10_000)
  const order = await place(shop, fan, goods)
  await dataOf(shop.wxapi.orderPay(fan.token, String(order.id)))
  return fan
}

/** A level that is paid for online: the log of payments tells what it was for. */
async function recharged({ token }: Person): Promise<void> {
  const { result } = await dataOf(shop.wxapi.userLevelList({}))
  const [price] = await dataOf(shop.wxapi.userLevelPrices(result[0]?.id ?? 0))
  const nextAction = { type: 6, userLevelPriceId: price?.id ?? 0 }
  const sheet = await dataOf(shop.wxapi.wxpay({ token, money: 9.9, remark: '会员', nextAction }))
  await shop.sim('/wechatpay/confirm', { package: sheet.package })
}
