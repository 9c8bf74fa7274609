import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, type Favourite, listOf, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Icon } from '@/components/Icon'
import { type Kept, KeptGoods } from '@/components/KeptGoods'
import { KeptSkeleton } from '@/components/KeptGoods/Skeleton'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'

export default function Favourites() {
  const favourites = usePages(
    page => listOf(withToken(token => wxapi.goodsFavList({ token, page, pageSize: PAGE_SIZE }))),
    [],
  )
  const [removed, setRemoved] = useState<readonly number[]>([])
  useReachBottom(favourites.more)
  const reload = async () => {
    await favourites.reload()
    setRemoved([])
  }
  usePull(reload)
  useReturn(reload)
  const { error } = favourites
  const rows = favourites.rows?.filter(({ goodsId }) => !removed.includes(goodsId))

  /** Away at once; whoever did not mean it gets them back where they were. */
  const remove = async (kept: readonly Kept[]) => {
    const goodsIds = kept.map(({ goodsId }) => goodsId)
    const before = removed
    setRemoved([...before, ...goodsIds])
    try {
      for (const goodsId of goodsIds) await asMe(token => wxapi.goodsFavDelete(token, undefined, goodsId))
      // The server takes nothing for a favourite that is no longer sold.
      const again = kept.filter(({ isGone }) => !isGone).map(({ goodsId }) => goodsId)
      const undo = { name: texts.undo, run: () => restore(again).catch(say) }
      say(texts.kept.removed(goodsIds.length), again.length ? undo : undefined)
    } catch (error) {
      setRemoved(before)
      await favourites.reload()
      say(error)
    }
  }
  const restore = async (goodsIds: readonly number[]) => {
    for (const goodsId of [...goodsIds].reverse()) await asMe(token => wxapi.goodsFavPut(token, goodsId))
    setRemoved(before => before.filter(id => !goodsIds.includes(id)))
  }
  const heart = (kept: Kept) => (
    <Pressable className="kept__heart" label={texts.goods.noLongerFavoured} onPress={() => remove([kept])}>
      <Icon name="heart-full" size={20} />
    </Pressable>
  )
  return (
    <Page title={texts.favourites.title}>
      <View className="kept">
        {!rows && !error && <KeptSkeleton />}
        {!rows && error && <Failed error={error} onRetry={favourites.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="heart"
            title={texts.favourites.empty}
            text={texts.favourites.emptyText}
            action={texts.cart.goShopping}
            onAction={() => open(pages.home)}
          />
        )}
        {rows && rows.length > 0 && <KeptGoods rows={rows.map(keptOf)} onRemove={remove} aside={heart} />}
        {rows && rows.length > 0 && <ListEnd of={favourites} />}
      </View>
    </Page>
  )
}

const keptOf = ({ goodsId, goodsName, pic, picColor, minPrice, originalPrice, status, dateAdd }: Favourite): Kept => ({
  goodsId,
  name: goodsName,
  pic,
  picColor,
  price: minPrice,
  was: originalPrice,
  isGone: status === 1,
  at: dateAdd,
})
