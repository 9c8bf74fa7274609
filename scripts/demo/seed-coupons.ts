/** Coupons of every kind, so that each page about them shows life; and what signing in brings. */
import { fen } from '../../contract/money'
import { DAY_MS } from '../../contract/time'
import { createMerge, createRule, importNumbers, type RuleDraft } from '../../server/domains/coupon/keeper'
import { setScoreRule, setWorth } from '../../server/domains/score/keeper'
import { INTO } from '../../server/domains/score/rules'
import type { Seeding } from './seed'

/** On the card that the demo's pages tell of. */
export const DEMO_CARD = { number: 'XIAOPU2026', password: 'tea-time' }

type Draft = Omit<RuleDraft, 'money_type' | 'value_min' | 'value_max'>

const yuan = (least: number, most = least) => ({
  money_type: 0 as const,
  value_min: least * 100,
  value_max: most * 100,
})
const percent = (off: number) => ({ money_type: 1 as const, value_min: off * 100, value_max: off * 100 })

interface Named {
  categoryIds: Map<string, number>
  goodsIds: Map<string, number>
  branchIds: Map<string, number>
}

export async function seedCoupons({ tx, merchantId, now }: Seeding, named: Named): Promise<void> {
  const year = { days: null, ends_at: now.getTime() + 365 * DAY_MS }
  const create = async (worth: Pick<RuleDraft, 'money_type' | 'value_min' | 'value_max'>, draft: Draft) =>
    (await createRule(tx, merchantId, { ...worth, person_max: 1, ...draft }, now)).id
  const tea = [named.categoryIds.get('tea-leaf') ?? 0]
  const pot = [named.goodsIds.get('teapot') ?? 0]
  const branch = [named.branchIds.get('小铺 河坊街店') ?? 0]
  // Listed with the newest first: what everybody wants comes last here.
  const card = await create(yuan(20), { name: '卡券兑换礼', number: 1000, days: 90, is_public: 0 })
  await create(yuan(8), { name: '口令红包', remark: '口令：小铺开门', number: 500, days: 7, word: '小铺开门' })
  await create(yuan(15), { name: '签到达人礼', number: 300, days: 15, need_streak: 7, threshold_fen: fen(6000) })
  await create(yuan(30), { name: '三十元茶友券', number: 200, days: 60, need_fen: fen(990), can_give: 1 })
  await create(yuan(5), { name: '积分换五元', number: 1000, person_max: 0, days: 30, need_score: 50 })
  await create(yuan(1, 9), { name: '手气红包', number: 1000, person_max: 3, days: 3, chance_bp: 6000 })
  const small = await create(yuan(3), { name: '三元小券', number: 5000, person_max: 9, days: 30, can_give: 1 })
  const large = await create(yuan(12), { name: '十二元大券', number: 1000, days: 30, is_public: 0 })
  await create(yuan(6), { name: '河坊街店专享', number: 300, days: 30, scope: 'shop', refIds: branch })
  await create(yuan(25), { name: '茶壶立减', number: 200, days: 30, scope: 'goods', refIds: pot })
  await create(percent(10), { name: '茶叶九折', number: 500, ...year, scope: 'category', refIds: tea })
  await create(yuan(20), { name: '满 199 减 20', number: 500, ...year, threshold_fen: fen(19_900), can_give: 1 })
  await create(yuan(10), { name: '新客立减', remark: '每人一张', number: 2000, days: 14, threshold_fen: fen(5000) })
  await createMerge(
    tx,
    merchantId,
    '三张小券换一张大券',
    [{ ruleId: small, number: 3 }],
    [{ ruleId: large, number: 1 }],
  )
  await importNumbers(tx, merchantId, card, [DEMO_CARD], now)
  await setScoreRule(tx, merchantId, 'register', { score: 20, perFen: 0 })
  await setScoreRule(tx, merchantId, 'invite', { score: 50, perFen: 0 })
  await setScoreRule(tx, merchantId, 'consume', { score: 1, perFen: 100 })
  await setScoreRule(tx, merchantId, 'goodReputation', { score: 10, perFen: 0 })
  await setWorth(tx, merchantId, { type: INTO.money, score: 100, value: 100, isLoop: true })
  await setWorth(tx, merchantId, { type: INTO.growth, score: 3, value: 1, isLoop: true })
  const days: [continuous: number, score: number][] = [
    [1, 2],
    [3, 5],
    [7, 20],
  ]
  await tx
    .insertInto('sign_rules')
    .values(days.map(([continuous, score]) => ({ merchant_id: merchantId, continuous, score })))
    .execute()
}
