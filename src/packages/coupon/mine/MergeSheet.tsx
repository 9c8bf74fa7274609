import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type Coupon, type CouponMerge, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { say } from '@/stores/saying'
import { texts } from '@/texts/coupon'

interface Props {
  isOpen: boolean
  merges: readonly CouponMerge[]
  coupons: readonly Coupon[]
  onClose(): void
  onMerged(): unknown
}

/** Which coupons can be merged into which; with what the shopper has, a tap does it. */
export function MergeSheet({ isOpen, merges, coupons, onClose, onMerged }: Props) {
  const [busy, setBusy] = useState<number>()
  const merge = async (mergeId: number, ids: readonly number[]) => {
    setBusy(mergeId)
    try {
      await asMe(token => wxapi.mergeCoupons({ token, mergeId, couponIds: ids.join(',') }))
      say(texts.coupon.merged)
      onClose()
      await onMerged()
    } catch (error) {
      say(error)
    }
    setBusy(undefined)
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts.coupon.mergeTitle}>
      <View className="merge-coupons">
        {merges.map(one => {
          const ids = spentBy(one, coupons)
          return (
            <View key={one.id} className="merge-coupons__row">
              <View className="merge-coupons__about">
                <Text className="merge-coupons__name">{one.name}</Text>
                <Text className="merge-coupons__parts">
                  {partsText(one, GOES_IN)} → {partsText(one, COMES_OUT)}
                </Text>
              </View>
              <Button
                size="s"
                kind="soft"
                isBusy={busy === one.id}
                isDisabled={!ids}
                onPress={() => ids && merge(one.id, ids)}
              >
                {ids ? texts.coupon.mergeDo : texts.coupon.mergeShort}
              </Button>
            </View>
          )
        })}
      </View>
    </Sheet>
  )
}

const GOES_IN = 0
const COMES_OUT = 1

const partsText = ({ rules }: CouponMerge, type: number): string =>
  rules
    .filter(rule => rule.type === type)
    .map(({ couponName, number }) => texts.coupon.mergeFrom(couponName, number))
    .join(' + ')

/** Those that end first go first; nothing when there are too few. */
function spentBy({ rules }: CouponMerge, coupons: readonly Coupon[]): number[] | undefined {
  const chosen = rules
    .filter(({ type }) => type === GOES_IN)
    .map(({ couponId, number }) => ({ number, ids: coupons.filter(({ pid }) => pid === couponId).map(({ id }) => id) }))
  if (chosen.some(({ number, ids }) => ids.length < number)) return undefined
  return chosen.flatMap(({ number, ids }) => ids.slice(0, number))
}
