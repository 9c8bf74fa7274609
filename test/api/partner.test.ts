/** Partner teams: who joins, leads and stands above, and what they earn to the fen beside distributors. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { fen } from '../../contract/money'
import { sharesOf } from '../../server/domains/fx/earning'
import { saveLevel } from '../../server/domains/level/keeper'
import { dismiss } from '../../server/domains/partner/keeper'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { place, ship } from '../support/orders'
import { codeOf, dataOf, giveBalance, type Person, signIn } from '../support/people'
import { agree, ask } from '../support/refunds'
import { loadSdk } from '../support/sdk'
import { openDistribution, seller } from '../support/sellers'
import { createShop } from '../support/shop'
import { leader, member, openTeams, partner } from '../support/teams'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction } = shop.app.services
const freightId = await createFreight(shop)
const goods = await createGoods(shop, { priceFen: 3333, stock: 100_000, afterSale: '0', freightId })
const assetsOf = ({ token }: Person) => dataOf(wxapi.userAmount(token))
const baseOf = async ({ token }: Person) => (await dataOf(wxapi.userDetail(token))).base

async function buys(person: Person, number = 1): Promise<number> {
  await giveBalance(shop, person, 100_000)
  const order = await place(shop, person, [{ goodsId: goods, number }], HANGZHOU)
  await dataOf(wxapi.orderPay(person.token, String(order.id)))
  return order.id
}
async function completes(person: Person, orderId: number): Promise<void> {
  await ship(shop, orderId)
  await dataOf(wxapi.orderDelivery(person.token, orderId))
}

describe('a shop without teams', () => {
  it('says so, and lets nobody in', async () => {
    const ann = await signIn(shop, 'ann')
    expect(await dataOf(wxapi.partnerSetting())).toMatchObject({ isOpen: false, priceLeader: 0 })
    expect(await codeOf(wxapi.partnerBindTeamLeader(ann.token, 1))).toBe(errors.partnerClosed[0])
    expect(await codeOf(wxapi.bindPartner(ann.token, 1))).toBe(errors.partnerClosed[0])
    expect(await codeOf(wxapi.partnerBuyTeamLeader(ann.token))).toBe(errors.partnerClosed[0])
    expect(await dataOf(wxapi.partnerMembersStatistics(ann.token))).toEqual({ leaders: 0, members: 0 })
    expect(await codeOf(wxapi.partnerMembers({ token: ann.token }))).toBe(errors.noData[0])
  })
})

describe('joining a team', () => {
  it('is for leaders of this shop, once, and again when the leader is none any more', async () => {
    await openTeams(shop)
    const boss = await leader(shop, 'boss')
    const other = await leader(shop, 'other')
    const ben = await signIn(shop, 'ben')
    expect(await codeOf(wxapi.partnerBindTeamLeader(ben.token, ben.uid))).toBe(errors.partnerLeaderUnknown[0])
    expect(await codeOf(wxapi.partnerBindTeamLeader(ben.token, 99_999))).toBe(errors.partnerLeaderUnknown[0])
    await dataOf(wxapi.partnerBindTeamLeader(ben.token, boss.uid))
    await dataOf(wxapi.partnerBindTeamLeader(ben.token, boss.uid))
    expect(await codeOf(wxapi.partnerBindTeamLeader(ben.token, other.uid))).toBe(errors.partnerBound[0])
    expect(await codeOf(wxapi.partnerBindTeamLeader(other.token, boss.uid))).toBe(errors.partnerAlready[0])
    expect(await baseOf(ben)).toMatchObject({ isTeamMember: true, isTeamLeader: false })
    expect(await baseOf(boss)).toMatchObject({ isTeamMember: false, isTeamLeader: true })
    expect((await dataOf(wxapi.userDetail(ben.token))).parentTeamLeaderInfo).toMatchObject({ id: boss.uid })
    await transaction(tx => dismiss(tx, merchantId, boss.uid))
    await dataOf(wxapi.partnerBindTeamLeader(ben.token, other.uid))
    expect((await dataOf(wxapi.partnerMembers({ token: other.token }))).result).toMatchObject([{ uid: ben.uid }])
  })

  it('is decided once, whoever asks at the same time', async () => {
    const leaders = [await leader(shop, 'l1'), await leader(shop, 'l2'), await leader(shop, 'l3')]
    const cat = await signIn(shop, 'cat')
    const codes = await Promise.all(leaders.map(one => codeOf(wxapi.partnerBindTeamLeader(cat.token, one.uid))))
    expect(codes.toSorted((a, b) => a - b)).toEqual([0, errors.partnerBound[0], errors.partnerBound[0]])
    const again = await signIn(shop, 'again')
    const repeats = [1, 2, 3].map(() => codeOf(wxapi.partnerBindTeamLeader(again.token, leaders[0]?.uid ?? 0)))
    expect(await Promise.all(repeats)).toEqual([0, 0, 0])
  })

  it('brings the levels that the shop has set, and never takes a higher one', async () => {
    const [low, high] = await transaction(async tx => [
      await saveLevel(tx, merchantId, { name: '成员', rank: 1, rebate_bp: 9800 }),
      await saveLevel(tx, merchantId, { name: '团长', rank: 2, rebate_bp: 9500 }),
    ])
    await openTeams(shop, { member_level_id: low?.id ?? null, leader_level_id: high?.id ?? null, priceFen: 0 })
    expect(await dataOf(wxapi.partnerSetting())).toMatchObject({
      leaderUserLevelId: high?.id,
      memberUserLevelId: low?.id,
    })
    const lead = await leader(shop, 'levelled')
    expect((await dataOf(wxapi.userDetail(lead.token))).userLevel?.name).toBe('团长')
    const dan = await member(shop, 'dan', lead)
    expect((await dataOf(wxapi.userDetail(dan.token))).userLevel?.name).toBe('成员')
    await dataOf(wxapi.partnerBuyTeamLeader(dan.token))
    expect((await dataOf(wxapi.userDetail(dan.token))).userLevel?.name).toBe('团长')
    await transaction(tx => dismiss(tx, merchantId, dan.uid))
    await dataOf(wxapi.partnerBindTeamLeader(dan.token, lead.uid))
    expect((await dataOf(wxapi.userDetail(dan.token))).userLevel?.name).toBe('团长')
    await openTeams(shop, { member_level_id: null, leader_level_id: null })
  })
})

describe('leading a team', () => {
  it('is bought by members, from the balance or online by nextAction 14, once', async () => {
    const top = await partner(shop, 'top')
    const lead = await leader(shop, 'lead', top)
    const stranger = await signIn(shop, 'stranger')
    expect(await codeOf(wxapi.partnerBuyTeamLeader(stranger.token))).toBe(errors.partnerNotMember[0])
    const eve = await member(shop, 'eve', lead)
    expect(await codeOf(wxapi.partnerBuyTeamLeader(eve.token))).toBe(20000)
    expect(await baseOf(eve)).toMatchObject({ isTeamLeader: false })
    await giveBalance(shop, eve, 20_000)
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(wxapi.partnerBuyTeamLeader(eve.token))))
    expect(codes.toSorted((a, b) => a - b)).toEqual([0, errors.partnerAlready[0], errors.partnerAlready[0]])
    expect((await assetsOf(eve)).balance).toBe(1)
    expect((await dataOf(wxapi.userDetail(eve.token))).parentPartnerInfo).toMatchObject({ id: top.uid })
    expect((await dataOf(wxapi.cashLogsV2({ token: eve.token, type: 112 }))).result).toMatchObject([
      { amount: 199, behavior: 1, typeStr: '购买团队长' },
    ])
    const fay = await member(shop, 'fay', lead)
    const sheet = await dataOf(wxapi.wxpay({ token: fay.token, money: 199, nextAction: { type: 14 } }))
    await shop.sim('/wechatpay/confirm', { package: sheet.package })
    expect(await baseOf(fay)).toMatchObject({ isTeamLeader: true, isTeamMember: false })
    expect(await dataOf(wxapi.partnerMembersStatistics(top.token))).toEqual({ leaders: 3, members: 0 })
    await expectBalancedLedger(shop)
  })

  it('below a partner is for leaders who have none', async () => {
    const top = await partner(shop, 'high')
    const other = await partner(shop, 'higher')
    const lead = await leader(shop, 'free')
    const gus = await member(shop, 'gus', lead)
    expect(await codeOf(wxapi.bindPartner(gus.token, top.uid))).toBe(errors.partnerNotLeader[0])
    expect(await codeOf(wxapi.bindPartner(lead.token, gus.uid))).toBe(errors.partnerUnknown[0])
    await dataOf(wxapi.bindPartner(lead.token, top.uid))
    await dataOf(wxapi.bindPartner(lead.token, top.uid))
    expect(await codeOf(wxapi.bindPartner(lead.token, other.uid))).toBe(errors.partnerBound[0])
    expect(await codeOf(wxapi.partnerBindTeamLeader(top.token, lead.uid))).toBe(errors.partnerAlready[0])
  })
})

describe('what a team earns', () => {
  it('is unsettled when a member pays, theirs when the order is complete, and told by member and by leader', async () => {
    const top = await partner(shop, 'p1')
    const lead = await leader(shop, 't1', top)
    const hal = await member(shop, 'm1', lead)
    expect((await dataOf(wxapi.userDetail(top.token))).partnerInfo).toMatchObject({ id: top.uid })
    const orderId = await buys(hal, 3)
    expect(await assetsOf(lead)).toMatchObject({ balance: 0, fxCommisionPaying: 10 })
    expect(await assetsOf(top)).toMatchObject({ balance: 0, fxCommisionPaying: 5 })
    await completes(hal, orderId)
    expect(await assetsOf(lead)).toMatchObject({ balance: 10, fxCommisionPaying: 0 })
    expect(await assetsOf(top)).toMatchObject({ balance: 5, fxCommisionPaying: 0 })
    expect((await dataOf(wxapi.cashLogsV2({ token: lead.token, type: 6 }))).result).toMatchObject([
      { amount: 10, behavior: 0, remark: expect.stringContaining('团队佣金') },
    ])
    expect((await dataOf(wxapi.fxCommisionLog({ token: lead.token }))).result).toMatchObject([{ level: 4, bili: 10 }])
    expect((await dataOf(wxapi.fxCommisionLog({ token: top.token, level: 5 }))).result).toMatchObject([{ money: 5 }])
    const members = await dataOf(wxapi.partnerMembers({ token: lead.token, type: 2 }))
    expect(members.result).toMatchObject([{ id: hal.uid, isTeamLeader: false }])
    expect(members.statisticsCommisionMap[String(hal.uid)]).toEqual({ amount: 99.99, number: 1, commision: 10 })
    const leaders = await dataOf(wxapi.partnerMembers({ token: top.token }))
    expect(leaders.result).toMatchObject([{ id: lead.uid, isTeamLeader: true, members: 1 }])
    expect(leaders.statisticsCommisionMap[String(lead.uid)]).toEqual({ amount: 99.99, number: 1, commision: 5 })
    expect((await dataOf(wxapi.partnerMembers({ token: top.token, type: 2 }))).result).toMatchObject([{ id: hal.uid }])
    expect(await dataOf(wxapi.partnerMembersStatistics(top.token))).toEqual({ leaders: 1, members: 1 })
    await buys(lead)
    expect(await assetsOf(lead), 'nobody earns by what they buy').toMatchObject({ fxCommisionPaying: 0 })
    expect(await assetsOf(top)).toMatchObject({ fxCommisionPaying: 1.67 })
    await buys(top)
    expect(await assetsOf(top)).toMatchObject({ fxCommisionPaying: 1.67 })
    await expectBalancedLedger(shop)
  })

  it('goes again with refunds, and what was spent before is kept from the next', async () => {
    const lead = await leader(shop, 't2')
    const ian = await member(shop, 'm2', lead)
    const first = await buys(ian, 3)
    await agree(shop, await ask(shop, ian, first, { number: 1 }))
    expect((await assetsOf(lead)).fxCommisionPaying).toBe(6.67)
    await completes(ian, first)
    await giveBalance(shop, lead, -567)
    await agree(shop, await ask(shop, ian, first))
    expect((await assetsOf(lead)).balance, '1.00 was there of 6.67').toBe(0)
    const second = await buys(ian, 3)
    await completes(ian, second)
    expect((await assetsOf(lead)).balance, '5.67 are kept of 10.00').toBe(4.33)
    await expectBalancedLedger(shop)
  })

  it('comes beside what distributors earn, and one person may earn both by one line', async () => {
    await openDistribution(shop, [1000, 0, 0])
    const both = await seller(shop, 'both')
    await leader(shop, 'both')
    const jim = await member(shop, 'm3', both)
    await dataOf(wxapi.bindSeller({ token: jim.token, uid: both.uid }))
    const orderId = await buys(jim, 3)
    expect((await assetsOf(both)).fxCommisionPaying).toBe(20)
    await completes(jim, orderId)
    expect(await assetsOf(both)).toMatchObject({ balance: 20, fxCommisionPaying: 0 })
    const [all] = await dataOf(wxapi.fxMyCommisionStatistics(both.token, '0'))
    expect(all).toMatchObject({ commision: 20, saleroom: 99.99, numberOrder: 1 })
    expect((await dataOf(wxapi.fxMembers({ token: both.token }))).statisticsCommisionMap[String(jim.uid)]).toEqual({
      saleroom: 99.99,
      numberOrder: 1,
    })
    await openDistribution(shop, [0, 0, 0])
    await expectBalancedLedger(shop)
  })

  it('adds up: shares are their rate to half a fen and never more than was paid', () => {
    const rates = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), rates, (paid, given) => {
        const scale = Math.max(1, given.reduce((a, b) => a + b, 0) / 10_000)
        const earners = given.map((rate, i) => ({ sellerId: i + 1, level: i + 1, rate: Math.floor(rate / scale) }))
        const shares = sharesOf(fen(paid), earners)
        expect(shares.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(paid)
        for (const { amount, rate } of shares.slice(0, -1))
          expect(Math.abs(amount - (paid * rate) / 10_000)).toBeLessThanOrEqual(earners.length)
        for (const { amount } of shares) expect(amount).toBeGreaterThan(0)
      }),
    )
  })

  it('is what was booked: whatever is bought, given back and completed, books and shares agree', async () => {
    await openDistribution(shop, [700, 300, 0])
    const top = await partner(shop, 'p9')
    const lead = await leader(shop, 't9', top)
    const above = await seller(shop, 's9')
    const kay = await member(shop, 'm9', lead)
    await dataOf(wxapi.bindSeller({ token: kay.token, uid: above.uid }))
    const before = { top: 0, lead: 0, above: 0 }
    const step = fc.record({ number: fc.integer({ min: 1, max: 4 }), back: fc.nat(4), isComplete: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(step, async ({ number, back, isComplete }) => {
        const orderId = await buys(kay, number)
        if (isComplete) await completes(kay, orderId)
        if (back > 0) await agree(shop, await ask(shop, kay, orderId, { number: Math.min(back, number) }))
        const kept = number - Math.min(back, number)
        const [line] = await shop.app.services.db
          .selectFrom('order_lines')
          .select('paid_fen')
          .where('merchant_id', '=', merchantId)
          .where('order_id', '=', orderId)
          .execute()
        const paid = line?.paid_fen ?? 0
        for (const [who, person, rate] of [
          ['top', top, 500],
          ['lead', lead, 1000],
          ['above', above, 700],
        ] as const) {
          const whole = Math.floor((paid * rate + 5000) / 10_000)
          const gone = kept === 0 ? whole : Math.floor((whole * (number - kept)) / number)
          before[who] += whole - gone
          const { balance, fxCommisionPaying } = await assetsOf(person)
          expect(Math.round((balance + fxCommisionPaying) * 100), who).toBe(before[who])
        }
      }),
      { numRuns: 12 },
    )
    await openDistribution(shop, [0, 0, 0])
    await expectBalancedLedger(shop)
  }, 60_000)
})

describe('the apifm-wxapi package', () => {
  it('joins a team, buys the lead and lists members as its clients read them', async () => {
    const { wxapi: sdk } = loadSdk(shop.origin, shop.subDomain, merchantId)
    const call = async (name: string, ...args: unknown[]) => {
      const answer = await sdk[name]?.(...args)
      expect(answer?.code, `${name}: ${answer?.msg}`).toBe(0)
      return answer?.data as never
    }
    const top = await partner(shop, 'sdk-partner')
    const lead = await leader(shop, 'sdk-leader', top)
    const lou = await signIn(shop, 'sdk-member')
    expect(await call('partnerSetting')).toMatchObject({ isOpen: true, pPartner: 5, pLeader: 10, priceLeader: 199 })
    await call('partnerBindTeamLeader', lou.token, lead.uid)
    expect(await call('partnerMembersStatistics', top.token)).toEqual({ leaders: 1, members: 1 })
    const { result, statisticsCommisionMap } = await call('partnerMembers', { token: lead.token, type: 2 })
    expect(result).toMatchObject([{ nick: expect.any(String), avatarUrl: expect.any(String) }])
    expect(statisticsCommisionMap).toEqual({ [lou.uid]: { amount: 0, number: 0, commision: 0 } })
    await giveBalance(shop, lou, 19_900)
    expect(await call('partnerBuyTeamLeader', lou.token)).toEqual({ balance: 0 })
    expect(await call('userDetail', lou.token)).toMatchObject({ base: { isTeamLeader: true } })
  })
})
