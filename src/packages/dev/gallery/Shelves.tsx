import type { Goods } from '@/api'
import { GoodsCard } from '@/components/GoodsCard'
import { GoodsRows, GoodsShelf, RowsSkeleton, ShelfSkeleton } from '@/components/GoodsShelf'
import { Recommended, RecommendedShelf } from '@/components/Recommended'
import { Part, State } from './Part'
import { long, type Samples } from './samples'

/** A product in each of its states, all of them ordinary goods of the shop. */
const statesOf = ([first, second, third, fourth]: readonly Goods[]): Goods[] => [
  ...(first ? [{ ...first, propertyIds: '', originalPrice: first.minPrice + 30 }] : []),
  ...(second
    ? [{ ...second, name: long(second.name), tags: long(second.tags), originalPrice: 0, numberSells: 12_345 }]
    : []),
  ...(third ? [{ ...third, stores: 0 }] : []),
  ...(fourth ? [{ ...fourth, pic: '', minPrice: 12_345.67, numberSells: 0 }] : []),
]

export const Shelves = ({ goods }: Samples) => (
  <Part name="Goods">
    <State is="on a shelf: reduced, long name and much sold, sold out, without a picture">
      <GoodsShelf rows={statesOf(goods)} />
    </State>
    <State is="in rows">
      <GoodsRows rows={statesOf(goods)} />
    </State>
    <State is="one alone, from several prices">
      {goods
        .filter(({ propertyIds }) => propertyIds)
        .slice(0, 1)
        .map(one => (
          <GoodsCard key={one.id} goods={one} isRow />
        ))}
    </State>
    <State is="loading">
      <ShelfSkeleton count={2} />
      <RowsSkeleton count={1} />
    </State>
  </Part>
)

export const Recommending = () => (
  <Part name="Recommended">
    <State is="as the shop recommends them">
      <Recommended />
    </State>
    <State is="loading; nothing at all is shown when there is none">
      <RecommendedShelf rows={undefined} />
      <RecommendedShelf rows={[]} />
    </State>
  </Part>
)
