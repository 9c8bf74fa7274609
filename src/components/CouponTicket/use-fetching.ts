import { useState } from 'react'
import { asMe, type CouponRule, WxapiError, wxapi } from '@/api'
import { faceText } from '@/lib/coupon-face'
import { open } from '@/lib/pages'
import type { OnlineWay } from '@/lib/paying'
import { purchaseOf } from '@/lib/purchase'
import { payOnline } from '@/platform/pay'
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
  /** `way`: who takes the money of one that costs some. */
  confirm(word: string, way: OnlineWay): void
}

/** Fetches coupons: asks first where a word or a price is due, pays where money is. */
export function useFetching(onFetched: () => unknown): Fetching {
  const [busy, setBusy] = useState<number>()
  const [asking, setAsking] = useState<CouponRule>()

  const run = async (rule: CouponRule, word: string, way: OnlineWay = 'wechat') => {
    setBusy(rule.id)
    try {
      await fetchOne(rule, word, way)
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
    confirm: (word, way) => asking && run(asking, word, way),
  }
}

async function fetchOne(rule: CouponRule, word: string, way: OnlineWay): Promise<void> {
  const pwd = word.trim()
  try {
    const coupon = await asMe(token => wxapi.fetchCoupons({ token, id: rule.id, ...(pwd && { pwd }) }))
    say(texts.coupon.got(faceText(coupon ?? rule, texts.coupon)))
  } catch (error) {
    // Everything else is right: it only has to be paid for.
    if (!(error instanceof WxapiError && error.code === codes.couponMustPay && rule.needAmount > 0)) throw error
    await payOnline(purchaseOf.coupon({ ruleId: rule.id, word: pwd, amount: rule.needAmount }), way, open)
  }
}
