import type { AdditionGroup, GoodsDetail } from '@/api'
import { type Intent, SkuSheet } from '@/components/SkuSheet'
import { usePurchase } from '@/components/SkuSheet/use-purchase'

interface Props {
  detail: GoodsDetail
  additions: readonly AdditionGroup[]
  intent: Intent
  onClose(): void
}

const FULL_PRICE = 10

/** What is confirmed stays busy: nothing is bought here. */
export const Sku = ({ detail, additions, intent, onClose }: Props) => (
  <SkuSheet
    detail={detail}
    additions={additions}
    purchase={usePurchase(detail, additions, FULL_PRICE)}
    intent={intent}
    onClose={onClose}
    onConfirm={() => new Promise(() => {})}
  />
)
