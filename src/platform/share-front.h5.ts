import { pages } from '@/lib/pages'
import { useMyId } from '@/lib/use-my-id'
import { useShop, useShopName } from '@/stores/shop'
import { useShareCard } from './share-card'

/** A browser shares the address that it shows; WeChat the shop keeper's words and the name of whoever sends it. */
export function useSharedFront(): void {
  const name = useShopName()
  const words = useShop(({ shareWords }) => shareWords)
  useShareCard({ title: words || name, text: name, path: pages.front({ inviter: useMyId() }) })
}
