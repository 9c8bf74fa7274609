import { ScrollView, Text } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import type { GoodsFilter, GoodsQuery } from '@/lib/goods-query'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'

interface Props {
  query: GoodsQuery
  onChange(changed: Partial<GoodsFilter>): void
}

/** What the list keeps to, each to be taken away by a tap. */
export function Conditions({ query, onChange }: Props) {
  const conditions = conditionsIn(query)
  if (conditions.length === 0) return null
  return (
    <ScrollView className="conditions" scrollX enhanced showScrollbar={false}>
      {conditions.map(({ name, without }) => (
        <Pressable
          key={name}
          className="conditions__condition"
          label={texts.goodsList.without(name)}
          onPress={() => onChange(without)}
        >
          <Text>{name}</Text>
          <Icon name="close" size={12} />
        </Pressable>
      ))}
    </ScrollView>
  )
}

function conditionsIn({ part, lowest, highest, tag, isRecommended }: GoodsQuery) {
  const price = priceText(lowest, highest)
  return [
    ...(part ? [{ name: part.name, without: { part: undefined } }] : []),
    ...(price ? [{ name: price, without: { lowest: '', highest: '' } }] : []),
    ...(tag ? [{ name: tag, without: { tag: undefined } }] : []),
    ...(isRecommended ? [{ name: texts.goodsList.recommended, without: { isRecommended: false } }] : []),
  ] satisfies Array<{ name: string; without: Partial<GoodsFilter> }>
}

function priceText(lowest: string, highest: string): string {
  if (lowest && highest) return `¥${lowest} – ${highest}`
  if (lowest) return texts.goodsList.above(lowest)
  return highest && texts.goodsList.below(highest)
}
