import { useInFront } from '@/lib/page-hooks'
import { isInWechat } from './in-wechat'

export interface ShareCard {
  /** Nothing is passed on before there is one. */
  title: string
  text?: string | undefined
  /** The page, with the name of whoever passes it on. */
  path: string
  /** Address of a picture. */
  picture?: string | undefined
}

/** What WeChat's own menu passes on while this page is in front. Other browsers pass on the address that they show. */
export function useShareCard(card: ShareCard): void {
  useInFront(() => {
    if (isInWechat && card.title) import('./wechat/share').then(({ tellCard }) => tellCard(card)).catch(() => undefined)
  }, [card.title, card.text, card.path, card.picture])
}
