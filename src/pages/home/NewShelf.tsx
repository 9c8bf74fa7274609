import { ScrollView, Text, View } from '@tarojs/components'
import type { Goods } from '@/api'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Skeleton } from '@/components/Skeleton'
import { pages } from '@/lib/pages'
import type { Loaded } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

const PICTURE = 112

/** What has come last, side by side. Its place is kept while it loads, and given up when there is nothing. */
export function NewShelf({ of: { data, error } }: { of: Loaded<Goods[]> }) {
  if ((!data && error) || data?.length === 0) return null
  return (
    <>
      <View className="home__heading">
        <Text className="home__title">{texts.home.arrivals}</Text>
        <Pressable className="home__all" to={pages.goodsList({ order: 'newest' })}>
          {texts.all}
        </Pressable>
      </View>
      <ScrollView className="new-shelf" scrollX enhanced showScrollbar={false}>
        <View className="new-shelf__rail">
          {data ? data.map(goods => <Item key={goods.id} goods={goods} />) : <Places />}
        </View>
      </ScrollView>
    </>
  )
}

const Item = ({ goods: { id, name, pic, picColor, minPrice } }: { goods: Goods }) => (
  <Pressable className="new-shelf__item" to={pages.goods(id)}>
    <Picture src={pic} color={picColor} size={PICTURE} radius={14} />
    <Text className="new-shelf__name">{name}</Text>
    <Price value={minPrice} size="s" />
  </Pressable>
)

const Places = () => (
  <>
    {[1, 2, 3, 4].map(i => (
      <View key={i} className="new-shelf__item">
        <Skeleton width={PICTURE} height={PICTURE} radius={14} />
        <View className="new-shelf__name">
          <Skeleton width={88} height={13} />
        </View>
        <Skeleton width={56} height={18} />
      </View>
    ))}
  </>
)
