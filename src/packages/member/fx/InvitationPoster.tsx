import { asMe, listOf, wxapi } from '@/api'
import { DrawnSheet } from '@/components/PosterSheet/DrawnSheet'
import { useAccent } from '@/components/PosterSheet/use-accent'
import { goodsScene } from '@/lib/inviter'
import { pages } from '@/lib/pages'
import type { Surface } from '@/platform/drawing'
import { codeOf } from '@/platform/page-code'
import { useShop, useShopName } from '@/stores/shop'
import { texts } from '@/texts/member'
import { drawInvitation, MOST_GOODS } from './draw-invitation'

const PAGE = 'pages/home/index'
const NO_GOODS = 0

/** The shop as a picture that a distributor passes on: its code brings people here in their name. */
export function InvitationPoster({ inviter, onClose }: { inviter: number; onClose(): void }) {
  const shop = useShopName()
  const { logo, shareWords } = useShop.getState()
  const accent = useAccent()
  const words = texts.fx
  const draw = async (surface: Surface) => {
    const path = pages.front({ inviter })
    const [code, goods, { base }] = await Promise.all([
      codeOf({ path, page: PAGE, scene: goodsScene(NO_GOODS, inviter) }),
      listOf(wxapi.goods({ orderBy: 'ordersDown', pageSize: MOST_GOODS })),
      asMe(token => wxapi.userDetail(token)),
    ])
    const things = goods.map(({ pic, picColor, minPrice }) => ({ picture: pic, color: picColor, price: minPrice }))
    const invitation = { shop, logo, text: shareWords, things, from: words.invites(base.nick), hint: words.scan, code }
    await drawInvitation(surface, invitation, accent)
  }
  return <DrawnSheet name={shop} draw={draw} onClose={onClose} />
}
