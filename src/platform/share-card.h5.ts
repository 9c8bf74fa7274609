import { useInFront } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useMyId } from '@/lib/use-my-id'
import { useShop, useShopName } from '@/stores/shop'
import { isInWechat } from './in-wechat'

export interface ShareCard {
  /** Until there is one, the shop's front is passed on. */
  title: string
  text?: string | undefined
  /** The page, with the name of whoever passes it on. */
  path: string
  /** Address of a picture. */
  picture?: string | undefined
}

/**
 * What WeChat's own menu passes on while this page is in front: its card, or the shop's front where it has none. Other
 * browsers pass on the address that they show.
 */
export const useShareCard: (card: ShareCard | undefined) => void = isInWechat ? useTold : () => undefined

function useTold(own: ShareCard | undefined): void {
  const front = useFrontCard()
  const { title, text, path, picture } = own?.title ? own : front
  useInFront(() => {
    import('./wechat/share').then(({ tellCard }) => tellCard({ title, text, path, picture })).catch(() => undefined)
  }, [title, text, path, picture])
}

/** The shop keeper's words and the name of whoever sends it. */
function useFrontCard(): ShareCard {
  const name = useShopName()
  const words = useShop(({ shareWords }) => shareWords)
  return { title: words || name, text: name, path: pages.front({ inviter: useMyId() }) }
}
