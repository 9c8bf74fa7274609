import { Text, View } from '@tarojs/components'
import type { Goods } from '@/api'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { hasOpenings, tagsOf } from '@/lib/goods'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  goods: Goods
  /** A row with the picture at its side, for narrow columns. */
  isRow?: boolean
}

/** A product on a shelf. */
export function GoodsCard({ goods, isRow }: Props) {
  const { id, name, pic, picColor, minPrice, originalPrice, numberSells, stores, propertyIds } = goods
  /** The price before says little beside the lowest of several. */
  const isOneOfSeveral = Boolean(propertyIds) || hasOpenings(goods)
  const was = !isOneOfSeveral && originalPrice > minPrice ? originalPrice : undefined
  return (
    <Pressable className={`goods-card ${isRow ? 'goods-card--row' : ''}`} to={pages.goods(id)}>
      <View className="goods-card__picture">
        {isRow ? <Picture src={pic} color={picColor} size={96} radius={12} /> : <Picture src={pic} color={picColor} />}
        {stores <= 0 && !hasOpenings(goods) && <Text className="goods-card__sold-out">{texts.goods.soldOut}</Text>}
      </View>
      <View className="goods-card__about">
        <Text className="goods-card__name">{name}</Text>
        <View className="goods-card__tags">
          {tagsOf(goods).map((tag, i) => (
            <Tag key={tag} tone={i === 0 ? 'accent' : 'plain'}>
              {tag}
            </Tag>
          ))}
        </View>
        <View className="goods-card__foot">
          <Price value={minPrice} was={was} fromText={isOneOfSeveral ? texts.goods.from : undefined} />
          {was === undefined && numberSells > 0 && (
            <Text className="goods-card__sold">{texts.goods.sold(numberSells)}</Text>
          )}
        </View>
      </View>
    </Pressable>
  )
}
