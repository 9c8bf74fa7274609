/** Coupons that change hands or shape: given away, offered, merged, exchanged for a card number. */
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { createMerge, importNumbers } from '../../server/domains/coupon/keeper'
import { createCoupon, handCoupon, inAWeek } from '../support/coupons'
import { createGoods } from '../support/goods'
import { place } from '../support/orders'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const bob = await signIn(shop, 'bob')

const owned = async ({ token }: Person): Promise<number[]> => {
  const answer = await wxapi.myCoupons({ token, status: '0' })
  return answer.code === 0 ? answer.data.map(({ id }) => id) : []
}
const handed = async (person: Person, draft: Parameters<typeof createCoupon>[1] = {}) =>
  (await handCoupon(shop, person, await createCoupon(shop, { can_give: 1, ...draft })))[0] as number
const setMobile = ({ uid }: Person, mobile: string) =>
  shop.app.services.transaction(tx =>
    tx.updateTable('users').set({ mobile }).where('merchant_id', '=', shop.merchantId).where('id', '=', uid).execute(),
  )

describe('myCoupons and couponStatistics', () => {
  it('tell coupons apart by what became of them', async () => {
    const cid = await signIn(shop, 'cid')
    expect(await codeOf(wxapi.myCoupons({ token: cid.token }))).toBe(errors.noData[0])
    expect(await dataOf(wxapi.couponStatistics(cid.token))).toEqual({ canUse: 0, used: 0, expired: 0, invalid: 0 })
    const over = await handed(cid, { ends_at: shop.now().getTime() + 1000, days: null })
    await shop.advance(2)
    const usable = await handed(cid, { threshold_fen: fen(5000) })
    const used = await handed(cid)
    await place(shop, cid, await createGoods(shop), { couponId: String(used) })
    const idsOf = async (more: { status?: string; consumAmount?: number }) =>
      (await dataOf(wxapi.myCoupons({ token: cid.token, ...more }))).map(({ id }) => id).sort((a, b) => a - b)
    expect(await idsOf({})).toEqual([over, usable, used])
    expect(await idsOf({ status: '0' })).toEqual([usable])
    expect(await idsOf({ status: '2,3' })).toEqual([over, used])
    expect(await idsOf({ consumAmount: 50 })).toEqual([usable])
    expect(await codeOf(wxapi.myCoupons({ token: cid.token, consumAmount: 49.99 }))).toBe(errors.noData[0])
    expect(await dataOf(wxapi.couponStatistics(cid.token))).toEqual({ canUse: 1, used: 1, expired: 1, invalid: 0 })
  })
})

describe('sendCoupons', () => {
  it('moves a coupon to a friend known by id or by number', async () => {
    const [one, two] = [await handed(ann), await handed(ann)]
    await setMobile(bob, '13900000001')
    await dataOf(wxapi.sendCoupons({ token: ann.token, id: one, uid: bob.uid }))
    await dataOf(wxapi.sendCoupons({ token: ann.token, id: two, mobile: '13900000001' }))
    expect(await owned(bob)).toEqual(expect.arrayContaining([one, two]))
    expect(await owned(ann)).not.toContain(one)
    expect(await codeOf(wxapi.sendCoupons({ token: ann.token, id: one, uid: bob.uid }))).toBe(errors.couponUnknown[0])
  })

  it('refuses what may not be given, what is used, nobody, and oneself', async () => {
    const kept = await handed(ann, { can_give: 0 })
    const used = await handed(ann)
    await place(shop, ann, await createGoods(shop), { couponId: String(used) })
    const good = await handed(ann)
    const sent = async (id: number, to: object) =>
      (await refusalOf(wxapi.sendCoupons({ token: ann.token, id, ...to }))).code
    expect(await sent(kept, { uid: bob.uid })).toBe(errors.couponNotGivable[0])
    expect(await sent(used, { uid: bob.uid })).toBe(errors.couponNotUsable[0])
    for (const to of [{ uid: 9e15 }, { mobile: '13900000009' }, { uid: ann.uid }, {}])
      expect(await sent(good, to)).toBe(errors.couponReceiverUnknown[0])
    expect(await owned(ann)).toContain(good)
  })

  it('makes no room for fetching another', async () => {
    const dan = await signIn(shop, 'dan')
    const rule = await createCoupon(shop, { can_give: 1 })
    const coupon = await dataOf(wxapi.fetchCoupons({ token: dan.token, id: rule }))
    await dataOf(wxapi.sendCoupons({ token: dan.token, id: coupon?.id ?? 0, uid: bob.uid }))
    expect(await codeOf(wxapi.fetchCoupons({ token: dan.token, id: rule }))).toBe(errors.couponLimit[0])
    await dataOf(wxapi.fetchCoupons({ token: bob.token, id: rule }))
  })
})

describe('couponsShareOpen, couponsShareClose and couponsShareFetch', () => {
  it('give a coupon to the first who comes with the token', async () => {
    const id = await handed(ann)
    const { shareToken } = await dataOf(wxapi.couponsShareOpen(ann.token, id))
    expect(await dataOf(wxapi.couponsShareOpen(ann.token, id))).toEqual({ id, shareToken })
    expect((await dataOf(wxapi.myCoupons({ token: ann.token }))).find(one => one.id === id)).toMatchObject({
      isShared: true,
      canSend: true,
    })
    const own = await refusalOf(wxapi.couponsShareFetch(ann.token, id, shareToken))
    expect(own).toEqual({ code: errors.couponTaken[0], msg: '这是你自己的优惠券，请发给朋友领取' })
    const friends = await Promise.all(Array.from({ length: 6 }, (_, i) => signIn(shop, `friend ${i}`)))
    const codes = await Promise.all(friends.map(({ token }) => codeOf(wxapi.couponsShareFetch(token, id, shareToken))))
    expect(codes.filter(code => code === 0)).toHaveLength(1)
    expect(codes.filter(code => code === errors.couponTaken[0])).toHaveLength(5)
    expect(await owned(friends[codes.indexOf(0)] as Person)).toEqual([id])
    expect(await owned(ann)).not.toContain(id)
  })

  it('refuse a wrong token, an offer taken back, and a coupon that its owner has used meanwhile', async () => {
    const id = await handed(ann)
    const { shareToken } = await dataOf(wxapi.couponsShareOpen(ann.token, id))
    const taken = (token: string) => codeOf(wxapi.couponsShareFetch(bob.token, id, token))
    expect(await taken('guess')).toBe(errors.couponTaken[0])
    await dataOf(wxapi.couponsShareClose(ann.token, id))
    expect(await taken(shareToken)).toBe(errors.couponTaken[0])
    const again = await dataOf(wxapi.couponsShareOpen(ann.token, id))
    expect(again.shareToken).not.toBe(shareToken)
    await place(shop, ann, await createGoods(shop), { couponId: String(id) })
    expect(await taken(again.shareToken)).toBe(errors.couponTaken[0])
    expect(await codeOf(wxapi.couponsShareOpen(ann.token, id))).toBe(errors.couponNotUsable[0])
    expect(await codeOf(wxapi.couponsShareOpen(bob.token, id))).toBe(errors.couponUnknown[0])
    expect(await codeOf(wxapi.couponsShareClose(bob.token, id))).toBe(errors.couponUnknown[0])
    const kept = await handed(ann, { can_give: 0 })
    expect(await codeOf(wxapi.couponsShareOpen(ann.token, kept))).toBe(errors.couponNotGivable[0])
  })
})

describe('mergeCoupons', () => {
  it('turns exactly what the rule names into what comes out', async () => {
    const eve = await signIn(shop, 'eve')
    const [small, large] = [
      await createCoupon(shop, { name: '小' }),
      await createCoupon(shop, { name: '大', number: 1 }),
    ]
    const { transaction } = shop.app.services
    const goesIn = [{ ruleId: small, number: 3 }]
    const comesOut = [{ ruleId: large, number: 1 }]
    const mergeId = await transaction(tx => createMerge(tx, shop.merchantId, '三小合一大', goesIn, comesOut))
    const rules = (await dataOf(wxapi.mergeCouponsRules())).find(({ id }) => id === mergeId)
    expect(rules).toEqual({
      id: mergeId,
      name: '三小合一大',
      rules: [
        { type: 0, typeStr: '消耗', couponId: small, couponName: '小', number: 3 },
        { type: 1, typeStr: '获得', couponId: large, couponName: '大', number: 1 },
      ],
    })
    const coupons = await handCoupon(shop, eve, small, 7)
    const merged = (ids: number[], more = {}) =>
      wxapi.mergeCoupons({ token: eve.token, mergeId, couponIds: ids.join(','), ...more })
    expect(await codeOf(merged(coupons.slice(0, 2)))).toBe(errors.couponMergeWrong[0])
    expect(await codeOf(merged(coupons.slice(0, 4)))).toBe(errors.couponMergeWrong[0])
    expect(await codeOf(merged(coupons.slice(0, 3), { token: bob.token }))).toBe(errors.couponNotUsable[0])
    expect(await codeOf(merged(coupons.slice(0, 3), { mergeId: 9e15 }))).toBe(errors.couponMergeUnknown[0])
    expect(await owned(eve), 'refusals spend nothing').toHaveLength(7)
    expect(await dataOf(merged(coupons.slice(0, 3)))).toMatchObject([{ pid: large, status: 0 }])
    expect(await owned(eve)).toHaveLength(5)
    expect(await codeOf(merged(coupons.slice(0, 3)))).toBe(errors.couponNotUsable[0])
    expect(await refusalOf(merged(coupons.slice(3, 6)))).toEqual({
      code: errors.couponMergeUnknown[0],
      msg: '合成后的优惠券已经没有了',
    })
    expect(await owned(eve)).toHaveLength(5)
  })

  it('has no rules where none were made', async () => {
    const other = await shop.anotherShop('plain')
    expect(await codeOf(other.wxapi.mergeCouponsRules())).toBe(errors.noData[0])
  })
})

describe('exchangeCoupons', () => {
  const cards = (ruleId: number, ...numbers: string[]) =>
    shop.app.services.transaction(tx =>
      importNumbers(
        tx,
        shop.merchantId,
        ruleId,
        numbers.map(number => ({ number, password: `pw-${number}` })),
        shop.now(),
      ),
    )

  it('turns a number with its password into a coupon, once, however many try at once', async () => {
    const rule = await createCoupon(shop, { is_public: 0, number: 10 })
    await cards(rule, 'CARD0001')
    expect(await dataOf(wxapi.couponDetail(rule)), 'printed cards are taken from what is left').toMatchObject({
      numberLeft: 9,
    })
    const people = await Promise.all(Array.from({ length: 5 }, (_, i) => signIn(shop, `card ${i}`)))
    const codes = await Promise.all(
      people.map(({ token }) => codeOf(wxapi.exchangeCoupons(token, ' card0001 ', 'pw-CARD0001'))),
    )
    expect(codes.filter(code => code === 0)).toHaveLength(1)
    expect(codes.filter(code => code === errors.couponNumberUsed[0])).toHaveLength(4)
    expect(await owned(people[codes.indexOf(0)] as Person)).toHaveLength(1)
  })

  it('locks a number for a quarter of an hour after five wrong passwords', async () => {
    const rule = await createCoupon(shop)
    await cards(rule, 'CARD0002')
    const tried = (pwd: string) => codeOf(wxapi.exchangeCoupons(ann.token, 'CARD0002', pwd))
    for (let i = 0; i < 5; i++) expect(await tried(`guess ${i}`)).toBe(errors.couponNumberWrong[0])
    expect(await tried('pw-CARD0002')).toBe(errors.couponNumberLocked[0])
    await shop.advance(15 * 60 + 1)
    expect(await tried('pw-CARD0002')).toBe(0)
    expect(await codeOf(wxapi.exchangeCoupons(ann.token, 'NO SUCH', 'pw'))).toBe(errors.couponNumberWrong[0])
  })

  it('refuses numbers of a kind that is over', async () => {
    const rule = await createCoupon(shop, { days: null, ends_at: inAWeek(shop) })
    await cards(rule, 'CARD0003')
    await shop.advance(8 * 86_400)
    const late = await signIn(shop, 'late')
    expect(await codeOf(wxapi.exchangeCoupons(late.token, 'CARD0003', 'pw-CARD0003'))).toBe(errors.couponExpired[0])
  })
})
