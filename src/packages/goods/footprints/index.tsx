import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { type Goods, listOf, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { type Kept, KeptGoods } from '@/components/KeptGoods'
import { KeptSkeleton } from '@/components/KeptGoods/Skeleton'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { type Footprint, useFootprints } from '@/stores/footprints'
import { say } from '@/stores/saying'
import { texts } from '@/texts/goods'

/** What was looked at on this phone, as it is now. */
export default function Footprints() {
  const seen = useFootprints(footprints => footprints.seen)
  const goods = usePages(page => goodsOf(useFootprints.getState().seen, page), [])
  useReachBottom(goods.more)
  usePull(goods.reload)
  useReturn(goods.reload)
  const { error } = goods
  const rows = goods.rows?.flatMap(row => keptIn(seen, row))

  const remove = (kept: readonly Kept[]) => {
    const { remove, restore } = useFootprints.getState()
    remove(kept.map(({ goodsId }) => goodsId))
    say(texts.kept.removed(kept.length), { name: texts.undo, run: () => restore(seen) })
  }
  return (
    <Page title={texts.footprints.title}>
      <View className="kept">
        {!rows && !error && <KeptSkeleton />}
        {!rows && error && <Failed error={error} onRetry={goods.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="clock"
            title={texts.footprints.empty}
            text={texts.footprints.emptyText}
            action={texts.cart.goShopping}
            onAction={() => open(pages.home)}
          />
        )}
        {rows && rows.length > 0 && <KeptGoods rows={rows} onRemove={remove} />}
        {rows && rows.length > 0 && <ListEnd of={goods} />}
      </View>
    </Page>
  )
}

/** A page of what was seen, in that order; what the shop has deleted is left out. */
async function goodsOf(seen: readonly Footprint[], page: number): Promise<Array<Goods | undefined>> {
  const ids = seen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ goodsId }) => goodsId)
  if (ids.length === 0) return []
  const found = await listOf(wxapi.goodsv2({ gids: ids.join(','), status: -1, page: 1, pageSize: PAGE_SIZE }))
  return ids.map(id => found.find(goods => goods.id === id))
}

function keptIn(seen: readonly Footprint[], goods: Goods | undefined): Kept[] {
  const footprint = seen.find(({ goodsId }) => goodsId === goods?.id)
  if (!goods || !footprint) return []
  const { id, name, pic, picColor, minPrice, status } = goods
  return [{ goodsId: id, name, pic, picColor, price: minPrice, isGone: status === 1, at: footprint.at }]
}
