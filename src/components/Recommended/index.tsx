import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Goods, listOf, wxapi } from '@/api'
import { GoodsShelf, ShelfSkeleton } from '@/components/GoodsShelf'
import { hasOpenings } from '@/lib/goods'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE } from '@/lib/use-pages'
import { texts } from '@/texts'
import './index.scss'

/** Two columns, three rows. */
const MOST = 6

/**
 * What the shop recommends, below what a page is about: put there once that is shown, so that it is read after it. When there
 * is nothing, or it cannot be read, nothing is missed. What the shopper has in hand already (`without`) is left out.
 */
export function Recommended({ without = [] }: { without?: readonly number[] }) {
  // As it was when the shelf came: goods that leave the cart must not come into it while somebody looks.
  const [inHand] = useState(without)
  const picks = useLoad(
    () => listOf(wxapi.goodsv2({ recommendStatus: 1, page: 1, pageSize: PAGE_SIZE })),
    [],
    // The home page reads the same, so it often is on the phone.
    'picks',
  )
  const rows = picks.data
    ?.filter(goods => !inHand.includes(goods.id) && (goods.stores > 0 || hasOpenings(goods)))
    .slice(0, MOST)
  if (!rows && picks.error) return null
  return <RecommendedShelf rows={rows} />
}

/** `rows`: undefined while they load. */
export function RecommendedShelf({ rows }: { rows: readonly Goods[] | undefined }) {
  if (rows?.length === 0) return null
  return (
    <View className="recommended">
      <Text className="recommended__title">{texts.home.picks}</Text>
      {rows ? <GoodsShelf rows={rows} /> : <ShelfSkeleton />}
    </View>
  )
}
