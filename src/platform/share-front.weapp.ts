import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { pages } from '@/lib/pages'
import { useMyId } from '@/lib/use-my-id'
import { useShop, useShopName } from '@/stores/shop'

/** The shop's front goes to friends and into the timeline with the shop keeper's words and the name of whoever sends it. */
export function useSharedFront(): void {
  const name = useShopName()
  const title = useShop(({ shareWords }) => shareWords) || name
  const inviter = useMyId()
  useShareAppMessage(() => ({ title, path: pages.front({ inviter }) }))
  useShareTimeline(() => ({ title, query: inviter ? `inviter=${inviter}` : '' }))
}
