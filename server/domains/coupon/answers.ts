/** Coupons as WXAPI spells them. */
import { fen } from '../../../contract/money'
import { faceValue, type RuleRow } from './rules'
import { COUPON, COUPON_TEXTS, type Scope, stateAt } from './states'
import type { OwnedCoupon } from './store'

const moment = (at: number | null) => (at === null ? undefined : new Date(at))

/** Whether one caller may fetch a coupon now, as far as can be told without trying. */
export type FetchState = 'open' | 'soon' | 'limit' | 'none' | 'over'

const STATE_TEXTS: Record<FetchState, string> = {
  open: '可领取',
  soon: '即将开始',
  limit: '已领取',
  none: '已领完',
  over: '已结束',
}

export function fetchStateOf(rule: RuleRow, numberFetched: number, now: Date): FetchState {
  const at = now.getTime()
  if (rule.is_stopped || (rule.ends_at !== null && rule.ends_at <= at)) return 'over'
  if (rule.person_max > 0 && numberFetched >= rule.person_max) return 'limit'
  if (rule.number_left <= 0) return 'none'
  return rule.starts_at !== null && rule.starts_at > at ? 'soon' : 'open'
}

/** `numberFetched`: by the caller, when one is known. */
export function ruleAnswer(row: RuleRow, now: Date, numberFetched?: number) {
  const state = fetchStateOf(row, numberFetched ?? 0, now)
  return {
    id: row.id,
    name: row.name,
    type: row.type,
    remark: row.remark,
    money: row.value_min === row.value_max ? faceValue(row.value_min) : undefined,
    moneyMin: faceValue(row.value_min),
    moneyMax: faceValue(row.value_max),
    moneyType: row.money_type,
    moneyHreshold: row.threshold_fen,
    scope: row.scope as Scope,
    numberTotle: row.number_total,
    numberLeft: row.number_left,
    numberPersonMax: row.person_max,
    dateStart: moment(row.starts_at),
    dateEndType: row.days === null ? 0 : 1,
    dateEnd: moment(row.ends_at),
    dateEndDays: row.days ?? undefined,
    needScore: row.need_score,
    needAmount: row.need_fen,
    needSignedContinuous: row.need_streak,
    pwd: row.word ? '1' : undefined,
    statusStr: STATE_TEXTS[state],
    fetchState: state,
    numberFetched,
  }
}

export function couponAnswer(row: OwnedCoupon, now: Date) {
  const status = stateAt(row, now)
  return {
    id: row.id,
    pid: row.rule_id,
    name: row.name,
    type: row.type,
    remark: row.remark,
    money: faceValue(row.value),
    moneyMin: faceValue(row.value),
    moneyMax: faceValue(row.value),
    moneyType: row.money_type,
    moneyHreshold: fen(row.threshold_fen),
    scope: row.scope as Scope,
    dateStart: new Date(row.valid_from),
    dateEnd: new Date(row.valid_until),
    dateAdd: new Date(row.created_at),
    status,
    statusStr: COUPON_TEXTS[status] ?? '',
    canSend: row.can_give === 1 && status === COUPON.usable,
    isShared: row.share_token !== null && status === COUPON.usable,
    orderId: row.order_id ?? undefined,
    uid: row.user_id,
  }
}
