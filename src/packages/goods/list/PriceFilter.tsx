import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import type { GoodsQuery } from '@/lib/goods-query'
import { TextInput } from '@/platform/text-input'
import { texts } from '@/texts'

type Range = Pick<GoodsQuery, 'lowest' | 'highest'>

interface Props {
  isOpen: boolean
  query: GoodsQuery
  onClose(): void
  onChoose(range: Range): void
}

export function PriceFilter({ isOpen, query, onClose, onChoose }: Props) {
  const [range, setRange] = useState<Range>({ lowest: '', highest: '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened, it shows what is asked for now
  useEffect(() => setRange({ lowest: query.lowest, highest: query.highest }), [isOpen])

  const choose = (chosen: Range) => {
    onChoose(chosen)
    onClose()
  }
  const end = (key: keyof Range, placeholder: string) => (
    <TextInput
      className="price-filter__end"
      kind="amount"
      label={placeholder}
      value={range[key]}
      placeholder={placeholder}
      maxLength={10}
      onChange={text => setRange({ ...range, [key]: text })}
    />
  )
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={texts.goodsList.filter}
      foot={
        <View className="price-filter__foot">
          <Button kind="line" isWide onPress={() => choose({ lowest: '', highest: '' })}>
            {texts.goodsList.reset}
          </Button>
          <Button isWide onPress={() => choose(range)}>
            {texts.goodsList.show}
          </Button>
        </View>
      }
    >
      <View className="price-filter">
        <Text className="price-filter__name">{texts.goodsList.price}</Text>
        <View className="price-filter__range">
          {end('lowest', texts.goodsList.lowest)}
          <Text className="price-filter__dash">–</Text>
          {end('highest', texts.goodsList.highest)}
        </View>
      </View>
    </Sheet>
  )
}
