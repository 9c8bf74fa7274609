import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMeIfSignedIn, listOf, wxapi } from '@/api'
import { Cell } from '@/components/Cell'
import { AskSheet } from '@/components/CouponTicket/AskSheet'
import { RuleTicket } from '@/components/CouponTicket/RuleTicket'
import { useFetching } from '@/components/CouponTicket/use-fetching'
import { Sheet } from '@/components/Sheet'
import { shortText } from '@/lib/coupon-face'
import { useLoad } from '@/lib/use-load'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/coupon'

/** As many as fit in a line. */
const MOST_CHIPS = 2
/** Whether the product before had any: then room is kept for them while they load, and nothing jumps. */
let hadSome = true

/** Coupons that fit a product: a line of them, and a sheet to fetch them. Nothing where there are none. */
export function Coupons({ goodsId }: { goodsId: number }) {
  const token = useSession(session => session.token)
  const rules = useLoad(
    async () =>
      (await asMeIfSignedIn(token => wxapi.coupons({ token, refId: goodsId }))) ??
      (await listOf(wxapi.coupons({ refId: goodsId }))),
    [goodsId, token],
  )
  const [isOpen, setOpen] = useState(false)
  const fetching = useFetching(rules.reload)
  const shown = (rules.data ?? []).filter(({ fetchState }) => fetchState === 'open' || fetchState === 'limit')
  if (!rules.data && rules.isLoading) return hadSome ? <Cell name={texts.coupon.take} /> : null
  hadSome = shown.length > 0
  if (!hadSome) return null
  return (
    <>
      <Cell name={texts.coupon.take} onPress={() => setOpen(true)}>
        <View className="coupon-chips">
          {shown.slice(0, MOST_CHIPS).map(rule => (
            <Text key={rule.id} className="coupon-chips__chip">
              {shortText(rule, texts.coupon)}
            </Text>
          ))}
        </View>
      </Cell>
      <Sheet isOpen={isOpen && !fetching.asking} onClose={() => setOpen(false)} title={texts.coupon.take}>
        <View className="coupon-sheet">
          {shown.map(rule => (
            <RuleTicket
              key={rule.id}
              rule={rule}
              isBusy={fetching.busy === rule.id}
              onPress={() => fetching.press(rule)}
            />
          ))}
        </View>
      </Sheet>
      <AskSheet fetching={fetching} />
    </>
  )
}
