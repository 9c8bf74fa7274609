import type { Goods } from '@/api'
import { PosterSheet } from '@/components/PosterSheet'
import { pages } from '@/lib/pages'
import { texts } from '@/texts/goods'

interface Props {
  goods: Goods
  /** Without a picture that can be read there is no poster. */
  picture?: string
  onClose(): void
}

export const Poster = ({ goods: { id, name, pic, picColor, minPrice }, picture = pic, onClose }: Props) => (
  <PosterSheet
    poster={{
      picture,
      color: picColor,
      name,
      price: minPrice,
      was: minPrice + 30,
      from: texts.goods.from,
      hint: texts.sharing.hint,
    }}
    coded={{ path: pages.goods(id), page: 'packages/goods/detail/index', scene: String(id) }}
    onClose={onClose}
  />
)
