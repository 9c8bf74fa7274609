/** What brings score, and what score is worth at the checkout. */
import type { Selectable } from 'kysely'
import type { Db } from '../../db/database'
import type { ScoreDeductionTable, ScoreRuleTable } from '../../db/tables'

export type ScoreRule = Selectable<ScoreRuleTable>
export type DeductionRule = Selectable<ScoreDeductionTable>

/** What can bring score, as WXAPI's clients name it where we know how, and what it is called. */
export const SCORE_CODES = {
  register: '注册',
  invite: '邀请好友',
  recharge: '充值',
  consume: '购物',
  consumeGrowth: '购物成长值',
  goodReputation: '好评',
  shareGroup: '分享到群',
} as const
export type ScoreCode = keyof typeof SCORE_CODES

/** What the score of a deduction rule turns into. */
export const INTO = { money: 0, growth: 1 } as const

export const listScoreRules = (db: Db, merchantId: number, code?: string): Promise<ScoreRule[]> =>
  db
    .selectFrom('score_rules')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .$if(code !== undefined, query => query.where('code', '=', code ?? ''))
    .orderBy('id')
    .execute()

export const listDeductionRules = (db: Db, merchantId: number, type: number): Promise<DeductionRule[]> =>
  db
    .selectFrom('score_deductions')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('type', '=', type)
    .orderBy('score')
    .execute()

/** What an event of some amount brings: flat, or for each full `per_fen`. Pure. */
export const scoreBy = ({ score, per_fen }: Pick<ScoreRule, 'score' | 'per_fen'>, amountFen: number): number =>
  per_fen > 0 ? Math.floor(amountFen / per_fen) * score : score

export interface Worth {
  /** What is spent of the score. */
  score: number
  /** Fen, or growth. */
  value: number
}

/**
 * The most that some score is worth by these rules, and no more than `most`: what would be worth nothing is not spent. A rule
 * that repeats counts for each full amount. Of two that are worth the same, the cheaper. Pure.
 */
export function worthOf(
  rules: readonly Pick<DeductionRule, 'score' | 'value' | 'is_loop'>[],
  score: number,
  most = Number.MAX_SAFE_INTEGER,
): Worth {
  const offers = rules
    .filter(rule => rule.score > 0 && rule.value > 0)
    .map(rule => {
      const times = Math.min(Math.floor(score / rule.score), Math.floor(most / rule.value), rule.is_loop ? Infinity : 1)
      return { score: rule.score * times, value: rule.value * times }
    })
  return offers.sort((a, b) => b.value - a.value || a.score - b.score)[0] ?? { score: 0, value: 0 }
}
