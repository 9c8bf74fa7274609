/** What WeChat's menu in the corner passes on. */
import { say } from '@/stores/saying'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/wechat'
import type { ShareCard } from '../share-card'
import { wxHere } from './js-sdk'

/** Only the last one counts, when several pages come to the front before WeChat is ready. */
let latest: ShareCard | undefined

export async function tellCard(card: ShareCard): Promise<void> {
  latest = card
  const wx = await wxHere()
  if (!wx || latest !== card) return
  const { title, text, path, picture } = card
  const link = absolute(path)
  const imgUrl = absolute(picture || useShop.getState().logo || '/static/icon-192.png')
  wx.updateAppMessageShareData({ title, desc: text || useShop.getState().shareWords || link, link, imgUrl })
  wx.updateTimelineShareData({ title, link, imgUrl })
}

/** A page cannot open WeChat's menu; it can say where it is. */
export async function pointAtCorner(card: ShareCard): Promise<void> {
  say(texts.wechat.shareFromCorner)
  await tellCard(card)
}

const absolute = (address: string): string => new URL(address, window.location.href).href
