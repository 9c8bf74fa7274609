import { Text, View } from '@tarojs/components'
import type { AdditionGroup, GoodsDetail } from '@/api'
import { valueState } from '@/lib/choice'
import { shortMoneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import type { Purchase } from './use-purchase'

interface Props {
  detail: GoodsDetail
  additions: readonly AdditionGroup[]
  purchase: Purchase
}

/** The values of every property, then what can be added. */
export function Options({ detail: { properties = [], skuList = [] }, additions, purchase }: Props) {
  const { choice, choose, added, toggleAddition } = purchase
  return (
    <>
      {properties.map(({ id, name, childsCurGoods: values }) => (
        <View key={id} className="sku__group">
          <Text className="sku__name">{name}</Text>
          <View className="sku__values">
            {values.map(value => {
              const state = valueState(skuList, choice, id, value.id)
              return (
                <Pressable
                  key={value.id}
                  className={`sku__value sku__value--${state} ${choice[id] === value.id ? 'sku__value--on' : ''}`}
                  role="radio"
                  isOn={choice[id] === value.id}
                  isDisabled={state === 'none'}
                  onPress={() => choose(id, value.id)}
                >
                  {value.name}
                  {state === 'soldOut' && <Text className="sku__mark">{texts.goods.soldOut}</Text>}
                </Pressable>
              )
            })}
          </View>
        </View>
      ))}
      {additions.map(group => (
        <View key={group.id} className="sku__group">
          <Text className="sku__name">
            {group.name}
            {group.required && <Text className="sku__hint">{texts.goods.required}</Text>}
          </Text>
          <View className="sku__values">
            {group.items.map(item => {
              const isOn = added.some(({ id }) => id === item.id)
              return (
                <Pressable
                  key={item.id}
                  className={`sku__value sku__value--open ${isOn ? 'sku__value--on' : ''}`}
                  role={group.type === 0 ? 'radio' : 'checkbox'}
                  isOn={isOn}
                  onPress={() => toggleAddition(group, item)}
                >
                  {item.price > 0 ? texts.goods.addition(item.name, shortMoneyText(item.price)) : item.name}
                </Pressable>
              )
            })}
          </View>
        </View>
      ))}
    </>
  )
}
