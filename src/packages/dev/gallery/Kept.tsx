import { View } from '@tarojs/components'
import type { Goods } from '@/api'
import { Icon } from '@/components/Icon'
import { type Kept, KeptGoods } from '@/components/KeptGoods'
import { KeptRow } from '@/components/KeptGoods/Row'
import { KeptSkeleton } from '@/components/KeptGoods/Skeleton'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/user'
import { nothing, Part, Stage, State } from './Part'
import { hoursFromNow, long, type Samples } from './samples'

const DAY = 24

export const KeptOnes = ({ goods }: Samples) => {
  const rows = goods.slice(0, 4).map(keptOf)
  const heart = () => (
    <Pressable className="kept__heart" label={texts.goods.noLongerFavoured} onPress={nothing}>
      <Icon name="heart-full" size={20} />
    </Pressable>
  )
  return (
    <Part name="Kept">
      <State is="by their days, those no longer sold apart; managed with the word at the top">
        <Stage>
          <View className="kept">
            <KeptGoods rows={rows} onRemove={nothing} aside={heart} />
          </View>
        </Stage>
      </State>
      <State is="being managed: marked, not marked; long name and a note">
        <View className="kept__card">
          {rows.slice(0, 2).map((kept, i) => (
            <KeptRow key={kept.goodsId} kept={kept} isMarked={i === 0} onMark={nothing} />
          ))}
          {rows.slice(2, 3).map(kept => (
            <KeptRow
              key={kept.goodsId}
              kept={{ ...kept, name: long(kept.name), note: long(kept.name), was: kept.price + 20 }}
              isMarked={undefined}
              onMark={nothing}
            />
          ))}
        </View>
      </State>
      <State is="loading">
        <Stage height={280}>
          <View className="kept">
            <KeptSkeleton />
          </View>
        </Stage>
      </State>
    </Part>
  )
}

const keptOf = ({ id, name, pic, picColor, minPrice }: Goods, i: number): Kept => ({
  goodsId: id,
  name,
  pic,
  picColor,
  price: minPrice,
  isGone: i === 3,
  at: hoursFromNow(i < 2 ? 0 : -DAY),
})
