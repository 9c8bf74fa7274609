import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { asMe, type Favourite, listOf, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Icon } from '@/components/Icon'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Skeleton } from '@/components/Skeleton'
import { Tag } from '@/components/Tag'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts'
import './index.scss'

export default function Favourites() {
  const favourites = usePages(
    page => listOf(withToken(token => wxapi.goodsFavList({ token, page, pageSize: PAGE_SIZE }))),
    [],
  )
  useReachBottom(favourites.more)
  usePull(favourites.reload)
  useReturn(favourites.reload)
  const { rows, error } = favourites

  const remove = async (goodsId: number) => {
    try {
      await asMe(token => wxapi.goodsFavDelete(token, undefined, goodsId))
      say(texts.goods.noLongerFavoured)
      await favourites.reload()
    } catch (error) {
      say(error)
    }
  }
  return (
    <Page title={texts.favourites.title}>
      <View className="favourites">
        {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={104} radius={18} gap={10} />)}
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
        {rows?.map(row => (
          <Card key={row.goodsId} favourite={row} onRemove={() => remove(row.goodsId)} />
        ))}
        <ListEnd of={favourites} />
      </View>
    </Page>
  )
}

function Card({ favourite, onRemove }: { favourite: Favourite; onRemove(): void }) {
  const { goodsId, goodsName, pic, picColor, minPrice, originalPrice, status } = favourite
  return (
    <Pressable className="favourite" role="link" to={pages.goods(goodsId)}>
      <Picture src={pic} color={picColor} size={84} radius={12} />
      <View className="favourite__about">
        <Text className="favourite__name">{goodsName}</Text>
        <View className="favourite__foot">
          {status === 1 ? (
            <Tag tone="plain">{texts.favourites.gone}</Tag>
          ) : (
            <Price value={minPrice} was={originalPrice} />
          )}
        </View>
      </View>
      <Pressable className="favourite__remove" label={texts.goods.noLongerFavoured} onPress={onRemove}>
        <Icon name="heart-full" size={20} />
      </Pressable>
    </Pressable>
  )
}
