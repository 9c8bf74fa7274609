import type { CouponRule } from '@/api'
import { Button } from '@/components/Button'
import { Mark } from '@/components/Checkbox/Mark'
import { CouponTicket } from '@/components/CouponTicket'
import { RuleTicket } from '@/components/CouponTicket/RuleTicket'
import { texts } from '@/texts/coupon'
import { nothing, Part, State } from './Part'
import { long, type Samples } from './samples'

/** What can be done about a kind of coupon, and what cannot. */
const fetching: Record<string, Partial<CouponRule>> = {
  'to fetch': {},
  'a share off, once more': { moneyType: 1, moneyMin: 10, moneyMax: 10, numberFetched: 1 },
  'drawn between two sums, for score': { moneyMin: 1, moneyMax: 120, needScore: 200 },
  'for money': { needAmount: 9.9 },
  'with a word': { pwd: '1' },
  'for signing in day by day': { needSignedContinuous: 7 },
  'already fetched': { fetchState: 'limit' },
  'none left': { fetchState: 'none' },
  'not yet': { fetchState: 'soon' },
  over: { fetchState: 'over' },
}

/** Free, and open to everybody. */
const plain = {
  fetchState: 'open',
  needScore: 0,
  needAmount: 0,
  needSignedContinuous: 0,
  pwd: '',
  numberFetched: 0,
} as const

export const Tickets = ({ coupons: [rule] }: Samples) =>
  rule ? (
    <Part name="Coupons">
      {Object.entries(fetching).map(([is, change]) => (
        <State key={is} is={is}>
          <RuleTicket rule={{ ...rule, ...plain, ...change }} isBusy={false} onPress={nothing} />
        </State>
      ))}
      <State is="being fetched">
        <RuleTicket rule={{ ...rule, ...plain }} isBusy onPress={nothing} />
      </State>
      <Own rule={rule} />
    </Part>
  ) : null

const Own = ({ rule }: { rule: CouponRule }) => {
  const words = texts.coupon
  const day = '2026-12-31'
  const ticket = { face: rule, name: rule.name, scope: rule.scope }
  return (
    <>
      <State is="one's own: to use and to give away, on its way to a friend">
        <CouponTicket {...ticket} when={words.until(day)}>
          <Button size="s" kind="soft">
            {words.use}
          </Button>
          <Button size="s" kind="plain">
            {words.give}
          </Button>
        </CouponTicket>
        <CouponTicket {...ticket} when={words.until(day)} note={words.shared}>
          <Button size="s" kind="plain">
            {words.takeBack}
          </Button>
        </CouponTicket>
      </State>
      <State is="used, no longer good, with a long name">
        <CouponTicket {...ticket} name={long(rule.name)} when={words.until(day)} isFaded />
        <CouponTicket {...ticket} scope="category" when={words.ended(day)} isFaded />
      </State>
      <State is="at checkout: chosen as the best, not chosen">
        <CouponTicket {...ticket} when={words.until(day)} note={words.proposed} isChosen>
          <Mark isOn />
        </CouponTicket>
        <CouponTicket {...ticket} when={words.until(day)}>
          <Mark isOn={false} />
        </CouponTicket>
      </State>
    </>
  )
}
