import type { Surface } from '@/platform/drawing'
import { type CodedPage, codeOf } from '@/platform/page-code'
import { useShop, useShopName } from '@/stores/shop'
import { DrawnSheet } from './DrawnSheet'
import { drawPoster, type Poster } from './draw-poster'
import { useAccent } from './use-accent'

interface Props {
  /** What it shows; the shop and the code come to it here. */
  poster: Omit<Poster, 'shop' | 'logo' | 'code'>
  /** Where its code leads. */
  coded: CodedPage
  onClose(): void
}

/** A page as a picture to pass on. */
export function PosterSheet({ poster, coded, onClose }: Props) {
  const shop = useShopName()
  const logo = useShop(({ logo }) => logo)
  const accent = useAccent()
  const draw = async (surface: Surface) => {
    await drawPoster(surface, { ...poster, shop, logo, code: await codeOf(coded) }, accent)
  }
  return <DrawnSheet name={poster.name} draw={draw} onClose={onClose} />
}
