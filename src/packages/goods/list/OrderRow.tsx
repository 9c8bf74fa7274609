import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { type GoodsOrder, type GoodsQuery, isFiltered } from '@/lib/goods-query'
import { Pressable } from '@/platform/pressable'
import { useDensity } from '@/stores/density'
import { texts } from '@/texts/goods'

interface Props {
  query: GoodsQuery
  onOrder(order: GoodsOrder): void
  onFilter(): void
}

const orders: GoodsOrder[] = ['usual', 'sales', 'newest', 'price']

/** How the list is ordered, how dense it is, and what it keeps to. */
export function OrderRow({ query, onOrder, onFilter }: Props) {
  const { isRows, toggle } = useDensity()
  return (
    <View className="order-row">
      <View className="order-row__orders" {...{ role: 'tablist' }}>
        {orders.map(order => {
          const isOn = order === query.order
          return (
            <Pressable
              key={order}
              className={`order-row__order ${isOn ? 'order-row__order--on' : ''}`}
              role="tab"
              isOn={isOn}
              onPress={() => onOrder(order)}
            >
              <Text>{texts.goodsList.orders[order]}</Text>
              {order === 'price' && (
                <View className="order-row__arrows">
                  <Icon name="up" size={11} className={isOn && !query.isDescending ? 'order-row__arrow--on' : ''} />
                  <Icon name="down" size={11} className={isOn && query.isDescending ? 'order-row__arrow--on' : ''} />
                </View>
              )}
            </Pressable>
          )
        })}
      </View>
      <Pressable
        className="order-row__order"
        label={isRows ? texts.goodsList.asGrid : texts.goodsList.asRows}
        onPress={toggle}
      >
        <Icon name={isRows ? 'tiles' : 'rows'} size={19} />
      </Pressable>
      <Pressable className={`order-row__order ${isFiltered(query) ? 'order-row__order--on' : ''}`} onPress={onFilter}>
        <Text>{texts.goodsList.filter}</Text>
        <Icon name="filter" size={14} />
      </Pressable>
    </View>
  )
}
