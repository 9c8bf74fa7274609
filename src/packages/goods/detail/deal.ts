/** Buying a product another way than alone. */
import { asMeIfSignedIn, type Goods, type GoodsDetail, wxapi } from '@/api'
import type { Params } from '@/lib/inviter'

export interface Deal {
  /** A group to join; `new` opens one. */
  team?: number | 'new' | undefined
  /** A bargain of one's own. */
  kjid?: number | undefined
  /** What the cheapest choice costs that way. */
  price: number
}

/** What the page's address brings along. */
export async function dealIn({ team, kjid }: Params, goods: Goods): Promise<Deal | undefined> {
  if (Number(team) > 0 && goods.pingtuan) return { team: Number(team), price: goods.pingtuanPrice }
  if (!(Number(kjid) > 0)) return undefined
  const bargain = await asMeIfSignedIn(token => wxapi.kanjiaMyJoinInfo(token, Number(kjid)))
  return bargain && bargain.status < 2 ? { kjid: Number(kjid), price: bargain.curPrice } : undefined
}

/** The product as that way prices it: dearer choices stay so much dearer, and none becomes dearer than it is. */
export function atDealPrice(detail: GoodsDetail, { price }: Deal): GoodsDetail {
  const { basicInfo, skuList } = detail
  const of = (usual: number) => Math.min(usual, Math.round((price + usual - basicInfo.minPrice) * 100) / 100)
  return {
    ...detail,
    basicInfo: { ...basicInfo, minPrice: of(basicInfo.minPrice), originalPrice: basicInfo.minPrice },
    ...(skuList && { skuList: skuList.map(sku => ({ ...sku, price: of(sku.price), originalPrice: sku.price })) }),
  }
}
