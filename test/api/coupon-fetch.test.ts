import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { balanceOf, userAccount } from '../../server/ledger/ledger'
import { createCategory } from '../support/catalogue'
import { createCoupon, giveScore, inAWeek } from '../support/coupons'
import { createGoods } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { codeOf, dataOf, giveBalance, type Person, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const DAY = 86_400

const listed = async (id: number, person?: Person) =>
  (await dataOf(wxapi.coupons({ ids: String(id), ...(person && { token: person.token }) })))[0]
const fetchOne = (person: Person, id: number, more = {}) => wxapi.fetchCoupons({ token: person.token, id, ...more })
const scoreOf = ({ uid }: Person) => balanceOf(shop.app.services.db, shop.merchantId, userAccount(uid), 'SCORE')

describe('coupons', () => {
  it('says what a coupon is worth, what for and until when, and whether the caller may still have it', async () => {
    const until = inAWeek(shop)
    const id = await createCoupon(shop, {
      name: '满百减十',
      remark: '会员日',
      type: 'shop',
      value_min: fen(1000),
      threshold_fen: fen(10_000),
      number: 1,
      days: null,
      ends_at: until,
    })
    const rule = await listed(id)
    expect(rule).toMatchObject({
      ...{ name: '满百减十', remark: '会员日', moneyMin: 10, moneyMax: 10, moneyType: 0, moneyHreshold: 100 },
      ...{ numberLeft: 1, numberPersonMax: 1, dateEndType: 0, needScore: 0, needAmount: 0, scope: 'all' },
      ...{ fetchState: 'open', statusStr: '可领取' },
    })
    expect(rule).not.toHaveProperty('numberFetched')
    await dataOf(fetchOne(ann, id))
    expect(await listed(id, ann)).toMatchObject({ fetchState: 'limit', numberFetched: 1, numberLeft: 0 })
    const bob = await signIn(shop, 'bob')
    expect(await listed(id, bob)).toMatchObject({ fetchState: 'none', numberFetched: 0, statusStr: '已领完' })
    await shop.advance(8 * DAY)
    expect(await listed(id, bob)).toMatchObject({ fetchState: 'over' })
    const all = await dataOf(wxapi.coupons({ type: 'shop' })).catch(() => [])
    expect(
      all.map(one => one.id),
      'what has ended is not offered',
    ).not.toContain(id)
  })

  it('lists those of a kind, and those that fit a product: by itself, its category or one above', async () => {
    const drinks = await createCategory(shop, { name: '饮料' })
    const teas = await createCategory(shop, { name: '茶', pid: drinks })
    const tea = await createGoods(shop, { categoryId: teas })
    const mug = await createGoods(shop)
    const type = 'fitting'
    const all = await createCoupon(shop, { type })
    const byCategory = await createCoupon(shop, { type, scope: 'category', refIds: [drinks] })
    const byGoods = await createCoupon(shop, { type, scope: 'goods', refIds: [mug] })
    const fitting = async (refId: number) =>
      (await dataOf(wxapi.coupons({ type, refId }))).map(({ id }) => id).sort((a, b) => a - b)
    expect(await fitting(tea)).toEqual([all, byCategory])
    expect(await fitting(mug)).toEqual([all, byGoods])
    expect(await codeOf(wxapi.coupons({ type, refId: 9e15 }))).toBe(errors.noData[0])
    expect(await codeOf(wxapi.coupons({ type: 'no such type' }))).toBe(errors.noData[0])
    expect((await dataOf(wxapi.couponDetail(byCategory))).couponRefs).toEqual([{ type: 0, refId: drinks }])
    expect((await dataOf(wxapi.couponDetail(byGoods))).couponRefs).toEqual([{ type: 1, refId: mug }])
    expect((await dataOf(wxapi.couponDetail(all))).couponRefs).toEqual([])
    expect(await codeOf(wxapi.couponDetail(9e15))).toBe(errors.noData[0])
  })
})

describe('fetchCoupons', () => {
  it('gives a coupon that is good for some days, or until a day', async () => {
    const [days, day] = [await createCoupon(shop), await createCoupon(shop, { days: null, ends_at: inAWeek(shop) })]
    const first = await dataOf(fetchOne(ann, days))
    expect(first).toMatchObject({ pid: days, money: 5, moneyType: 0, status: 0, statusStr: '可使用', uid: ann.uid })
    const second = await dataOf(fetchOne(ann, day))
    expect(second?.dateEnd).toBe(first?.dateEnd)
    await shop.advance(8 * DAY)
    const over = await dataOf(wxapi.myCoupons({ token: ann.token, status: '2' }))
    expect(over.map(({ id }) => id)).toEqual(expect.arrayContaining([first?.id, second?.id]))
  })

  it('draws a random value between its bounds', async () => {
    const id = await createCoupon(shop, { value_min: fen(100), value_max: fen(900), person_max: 0 })
    const values = new Set<number>()
    for (let i = 0; i < 20; i++) values.add((await dataOf(fetchOne(ann, id)))?.money ?? 0)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...values)).toBeLessThanOrEqual(9)
    expect(values.size, 'twenty draws out of 801 values').toBeGreaterThan(1)
  })

  it('refuses what is gone, stopped, over, not yet open, fetched already or of another shop', async () => {
    const refused = async (id: number, more = {}) => (await refusalOf(fetchOne(ann, id, more))).code
    const limited = await createCoupon(shop)
    await dataOf(fetchOne(ann, limited))
    expect(await refusalOf(fetchOne(ann, limited))).toEqual({ code: errors.couponLimit[0], msg: '每人限领 1 张' })
    const last = await createCoupon(shop, { number: 1 })
    await dataOf(fetchOne(await signIn(shop, 'quick'), last))
    expect(await refused(last)).toBe(errors.couponNoneLeft[0])
    const soon = await createCoupon(shop, { starts_at: inAWeek(shop) })
    expect(await refused(soon)).toBe(errors.couponNotYet[0])
    const over = await createCoupon(shop, { ends_at: shop.now().getTime() + 1000 })
    await shop.advance(2)
    expect(await refused(over)).toBe(errors.couponExpired[0])
    expect(await refused(await createCoupon(shop, { is_public: 0 }))).toBe(errors.couponUnknown[0])
    const other = await shop.anotherShop('other')
    const foreign = await createCoupon({ app: shop.app, merchantId: other.merchantId })
    expect(await refused(foreign)).toBe(errors.couponUnknown[0])
    const stopped = await createCoupon(shop)
    await shop.app.services.transaction(tx =>
      tx
        .updateTable('coupon_rules')
        .set({ is_stopped: 1 })
        .where('merchant_id', '=', shop.merchantId)
        .where('id', '=', stopped)
        .execute(),
    )
    expect(await refused(stopped)).toBe(errors.couponStopped[0])
  })

  it('asks for a word, and never tells it', async () => {
    const id = await createCoupon(shop, { word: '开业大吉' })
    expect(await listed(id)).toMatchObject({ pwd: '1' })
    expect(await refusalOf(fetchOne(ann, id))).toEqual({ code: errors.couponWordWrong[0], msg: '请输入领取口令' })
    expect((await refusalOf(fetchOne(ann, id, { pwd: '芝麻开门' }))).code).toBe(errors.couponWordWrong[0])
    await dataOf(fetchOne(ann, id, { pwd: ' 开业大吉 ' }))
  })

  it('takes its price in score, and refuses who has too little', async () => {
    const carl = await signIn(shop, 'carl')
    const id = await createCoupon(shop, { need_score: 30, person_max: 2 })
    expect(await refusalOf(fetchOne(carl, id))).toEqual({
      code: errors.scoreShort[0],
      msg: '需要 30 积分，你有 0 积分',
    })
    await giveScore(shop, carl, 50)
    await dataOf(fetchOne(carl, id))
    expect(await scoreOf(carl)).toBe(20)
    expect((await refusalOf(fetchOne(carl, id))).code).toBe(errors.scoreShort[0])
    expect(await scoreOf(carl)).toBe(20)
  })

  it('asks for days of signing in in a row', async () => {
    const dora = await signIn(shop, 'dora')
    const id = await createCoupon(shop, { need_streak: 2 })
    expect(await refusalOf(fetchOne(dora, id))).toEqual({
      code: errors.couponStreakShort[0],
      msg: '需要连续签到 2 天，你已连续 0 天',
    })
    await dataOf(wxapi.scoreSign(dora.token))
    await shop.advance(DAY)
    expect((await refusalOf(fetchOne(dora, id))).code).toBe(errors.couponStreakShort[0])
    await dataOf(wxapi.scoreSign(dora.token))
    await dataOf(fetchOne(dora, id))
  })

  it('draws luck once a day: who has none today has none at the second try', async () => {
    const id = await createCoupon(shop, { chance_bp: 5000, person_max: 0 })
    const people = await Promise.all(Array.from({ length: 24 }, (_, i) => signIn(shop, `luck ${i}`)))
    const first = await Promise.all(people.map(person => codeOf(fetchOne(person, id))))
    const again = await Promise.all(people.map(person => codeOf(fetchOne(person, id))))
    expect(again).toEqual(first)
    expect(new Set(first), 'with even chances, of 24 some win and some lose').toEqual(new Set([0, errors.noData[0]]))
    const unlucky = people[first.indexOf(errors.noData[0])] as Person
    expect((await fetchOne(unlucky, id)).msg).toContain('明天')
    const days: number[] = []
    for (let day = 0; day < 12 && !days.includes(0); day++) {
      await shop.advance(DAY)
      days.push(await codeOf(fetchOne(await signIn(shop, unlucky.name), id)))
    }
    expect(days, 'another day, another draw').toContain(0)
  })

  it('only looks with detect', async () => {
    const eve = await signIn(shop, 'eve')
    const id = await createCoupon(shop)
    expect(await codeOf(fetchOne(eve, id, { detect: true }))).toBe(0)
    expect(await listed(id, eve)).toMatchObject({ numberFetched: 0, numberLeft: 1000 })
    await dataOf(fetchOne(eve, id))
    expect((await refusalOf(fetchOne(eve, id, { detect: true }))).code).toBe(errors.couponLimit[0])
  })
})

describe('a coupon that costs money', () => {
  const nextAction = (couponRuleId: number) => ({ type: 7, couponRuleId })
  const confirm = (sheet: { package: string }) => shop.sim('/wechatpay/confirm', { package: sheet.package })

  it('names its price, and comes when that is paid', async () => {
    const fay = await signIn(shop, 'fay')
    const id = await createCoupon(shop, { need_fen: fen(990), value_min: fen(3000) })
    expect(await fetchOne(fay, id)).toMatchObject({
      code: errors.couponMustPay[0],
      data: 9.9,
      msg: '支付 9.90 元后领取',
    })
    const wrong = wxapi.wxpay({ token: fay.token, money: 1, nextAction: nextAction(id) })
    expect((await refusalOf(wrong)).code).toBe(errors.payAmountWrong[0])
    const sheet = await dataOf(wxapi.wxpay({ token: fay.token, money: 9.9, nextAction: nextAction(id) }))
    await confirm(sheet)
    expect(await dataOf(wxapi.myCoupons({ token: fay.token }))).toMatchObject([{ pid: id, money: 30, status: 0 }])
    expect((await dataOf(wxapi.userAmount(fay.token))).balance).toBe(0)
    const log = await dataOf(wxapi.cashLogsV2({ token: fay.token }))
    expect(log.result.map(({ amount, behavior, typeStr }) => [amount, behavior, typeStr])).toEqual([
      [9.9, 1, '购买优惠券'],
      [9.9, 0, '充值'],
    ])
    await expectBalancedLedger(shop)
    await expectPaymentsBooked(shop)
  })

  it('is not sold twice to who may have one, and the money of who came too late stays with them', async () => {
    const [gil, hal] = [await signIn(shop, 'gil'), await signIn(shop, 'hal')]
    const id = await createCoupon(shop, { need_fen: fen(500), number: 1 })
    const sheets = await Promise.all(
      [gil, hal].map(({ token }) => dataOf(wxapi.wxpay({ token, money: 5, nextAction: nextAction(id) }))),
    )
    for (const sheet of sheets) await confirm(sheet)
    expect(await dataOf(wxapi.myCoupons({ token: gil.token }))).toHaveLength(1)
    expect(await codeOf(wxapi.myCoupons({ token: hal.token }))).toBe(errors.noData[0])
    expect((await dataOf(wxapi.userAmount(hal.token))).balance).toBe(5)
    const again = wxapi.wxpay({ token: gil.token, money: 5, nextAction: nextAction(id) })
    expect((await refusalOf(again)).code).toBe(errors.couponLimit[0])
    await expectBalancedLedger(shop)
  })

  it('is paid with what is in the balance and the rest online', async () => {
    const ida = await signIn(shop, 'ida')
    await giveBalance(shop, ida, 300)
    const id = await createCoupon(shop, { need_fen: fen(500) })
    await confirm(await dataOf(wxapi.wxpay({ token: ida.token, money: 2, nextAction: nextAction(id) })))
    expect(await dataOf(wxapi.myCoupons({ token: ida.token }))).toHaveLength(1)
    expect((await dataOf(wxapi.userAmount(ida.token))).balance).toBe(0)
  })
})
