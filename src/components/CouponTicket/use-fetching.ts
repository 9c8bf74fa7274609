import { useState } from 'react'
import { asMe, type CouponRule, WxapiError, wxapi } from '@/api'
import { faceText } from '@/lib/coupon-face'
import { open } from '@/lib/pages'
import { buyCouponOnline } from '@/platform/pay'
import { say } from '@/stores/saying'
import { texts } from '@/texts/coupon'
import { codes } from '../../../contract/codes'

export interface Fetching {
  /** The one that is being fetched. */
  busy: number | undefined
  /** The one that asks something first: its word, or whether its price is meant. */
  asking: CouponRule | undefined
  press(rule: CouponRule): void
  cancel(): void
  confirm(word: string): void
}

/** Fetches coupons: asks first where a word or a price is due, pays where money is. */
export function useFetching(onFetched: () => unknown): Fetching {
  const [busy, setBusy] = useState<number>()
  const [asking, setAsking] = useState<CouponRule>()

  const run = async (rule: CouponRule, word: string) => {
    setBusy(rule.id)
    try {
      await fetchOne(rule, word)
      setAsking(undefined)
      await onFetched()
    } catch (error) {
      say(error)
    }
    setBusy(undefined)
  }

  return {
    busy,
    asking,
    press: rule => (rule.pwd || rule.needScore > 0 || rule.needAmount > 0 ? setAsking(rule) : run(rule, '')),
    cancel: () => setAsking(undefined),
    confirm: word => asking && run(asking, word),
  }
}

async function fetchOne(rule: CouponRule, word: string): Promise<void> {
  const pwd = word.trim()
  try {
    const coupon = await asMe(token => wxapi.fetchCoupons({ token, id: rule.id, ...(pwd && { pwd }) }))
    say(texts.coupon.got(faceText(coupon ?? rule, texts.coupon)))
  } catch (error) {
    // Everything else is right: it only has to be paid for.
    if (!(error instanceof WxapiError && error.code === codes.couponMustPay && rule.needAmount > 0)) throw error
    await buyCouponOnline({ ruleId: rule.id, word: pwd, amount: rule.needAmount }, open)
  }
}
