import { fen } from '../../../contract/money'
import type { score } from '../../../contract/score'
import { dayOf } from '../../../contract/time'
import type { Db } from '../../db/database'
import type { Handlers } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { type PageRequest, paged, someOf, windowOf } from '../../paging'
import { raiseLevel } from '../level/rise'
import { deductionAnswer } from './answers'
import { convertScore, takeVoucher } from './exchange'
import { listMovements } from './logs'
import { INTO, listDeductionRules, listScoreRules, SCORE_CODES, type ScoreCode } from './rules'
import { rewardSharing } from './sharing'
import { listSignRules, signIn, signInOn } from './signing'

export const scoreHandlers: Handlers<typeof score> = {
  async scoreRules({ code }, { db, merchant }) {
    return someOf(await listScoreRules(db, merchant.id, code)).map(rule => ({
      id: rule.id,
      code: rule.code,
      codeStr: SCORE_CODES[rule.code as ScoreCode] ?? rule.code,
      score: rule.score,
      money: rule.per_fen > 0 ? fen(rule.per_fen) : undefined,
    }))
  },

  async scoreDeductionRules({ type = INTO.money }, { db, merchant }) {
    return someOf(await listDeductionRules(db, merchant.id, type)).map(deductionAnswer)
  },

  async scoreLogs(request, { db, merchant, user }) {
    const rows = await listMovements(db, merchant.id, user.id, 'SCORE', request)
    return paged(rows, request, ({ amount, left, ...row }) => ({ ...row, score: Math.abs(amount), scoreLeft: left }))
  },

  async growthLogs(request, { db, merchant, user }) {
    const rows = await listMovements(db, merchant.id, user.id, 'GROWTH', request)
    return paged(rows, request, ({ amount, left, ...row }) => ({ ...row, growth: Math.abs(amount), growthLeft: left }))
  },

  async scoreExchange({ number }, { transaction, merchant, user, now }) {
    const score = await transaction(tx => takeVoucher(tx, merchant.id, user.id, number, now))
    return { score, msg: `获得 ${score} 积分` }
  },

  async scoreExchangeCash({ deductionScore }, { transaction, merchant, user, now }) {
    const exchange = { merchantId: merchant.id, userId: user.id, score: deductionScore, into: 'money' } as const
    return fen((await transaction(tx => convertScore(tx, exchange, now))).value)
  },

  async exchangeScoreToGrowth({ deductionScore }, { transaction, merchant, user, now }) {
    const exchange = { merchantId: merchant.id, userId: user.id, score: deductionScore, into: 'growth' } as const
    return transaction(async tx => {
      const { value } = await convertScore(tx, exchange, now)
      await raiseLevel(tx, merchant.id, user.id, now)
      return value
    })
  },

  shareGroupGetScore: rewardSharing,

  async scoreSignRules(_, { db, merchant }) {
    return someOf(await listSignRules(db, merchant.id)).map(({ continuous, score }) => ({ continuous, score }))
  },

  async scoreSign(_, { transaction, merchant, user, now }) {
    const { continuous, score } = await transaction(tx => signIn(tx, merchant.id, user.id, now))
    return { continuous, score }
  },

  async scoreTodaySignedInfo(_, { db, merchant, user, now }) {
    const { continuous, score } = orRefuse(await signInOn(db, merchant.id, user.id, dayOf(now)), 'noData')
    return { continuous, score }
  },

  async scoreSignLogs(request, { db, merchant, user }) {
    const rows = await listSignIns(db, merchant.id, user.id, request)
    return paged(rows, request, ({ id, day, continuous, score, created_at }) => ({
      id,
      day,
      continuous,
      score,
      dateAdd: new Date(created_at),
    }))
  },
}

interface Days extends PageRequest {
  dateAddBegin?: string | undefined
  dateAddEnd?: string | undefined
}

function listSignIns(db: Db, merchantId: number, userId: number, filter: Days) {
  const { limit, offset } = windowOf(filter)
  return db
    .selectFrom('sign_ins')
    .selectAll()
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .$if(filter.dateAddBegin !== undefined, query => query.where('day', '>=', filter.dateAddBegin ?? ''))
    .$if(filter.dateAddEnd !== undefined, query => query.where('day', '<=', filter.dateAddEnd ?? ''))
    .orderBy('day', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}
