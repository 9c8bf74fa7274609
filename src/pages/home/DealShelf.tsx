import { ScrollView, Text, View } from '@tarojs/components'
import type { Goods } from '@/api'
import { Countdown } from '@/components/Countdown'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { leftText } from '@/lib/left-text'
import { pages } from '@/lib/pages'
import type { Loaded } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

const PICTURE = 112

interface Props {
  title: string
  of: Loaded<Goods[]>
  /** What it costs that way. */
  priceOf(goods: Goods): number
  to?: string
  /** When it is over, or begins, with the words around what is left. */
  until?: (goods: Goods) => { time: string; words(left: string): string } | undefined
}

/** Goods for less for a while; nothing of it where there are none. */
export function DealShelf({ title, of: { data, reload }, priceOf, to, until }: Props) {
  const [first] = data ?? []
  if (!data || !first) return null
  const end = until?.(first)
  return (
    <>
      <View className="home__heading">
        <View className="home__deal">
          <Text className="home__title">{title}</Text>
          {end && (
            <Countdown until={end.time} onEnd={reload}>
              {remaining => end.words(leftText(remaining))}
            </Countdown>
          )}
        </View>
        {to && (
          <Pressable className="home__all" to={to}>
            {texts.all}
          </Pressable>
        )}
      </View>
      <ScrollView className="new-shelf" scrollX enhanced showScrollbar={false}>
        <View className="new-shelf__rail">
          {data.map(goods => (
            <Pressable key={goods.id} className="new-shelf__item" to={pages.goods(goods.id)}>
              <Picture src={goods.pic} color={goods.picColor} size={PICTURE} radius={14} />
              <Text className="new-shelf__name">{goods.name}</Text>
              <Price value={priceOf(goods)} size="s" />
            </Pressable>
          ))}
        </View>
      </ScrollView>
    </>
  )
}
