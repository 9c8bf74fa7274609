import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { listOf, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Sheet } from '@/components/Sheet'
import { type GoodsFilter, type GoodsQuery, noFilter } from '@/lib/goods-query'
import { useLoad } from '@/lib/use-load'
import { TextInput } from '@/platform/text-input'
import { texts } from '@/texts/goods'

interface Props {
  isOpen: boolean
  query: GoodsQuery
  /** The words of the goods in the list. */
  tags: readonly string[]
  onClose(): void
  onChoose(filter: GoodsFilter): void
}

/** What the list should keep to. Nothing happens before the button below is pressed. */
export function Filter({ isOpen, query, tags, onClose, onChoose }: Props) {
  const [filter, setFilter] = useState<GoodsFilter>(noFilter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened, it shows what is asked for now
  useEffect(() => setFilter(filterIn(query)), [isOpen])
  const change = (changed: Partial<GoodsFilter>) => setFilter({ ...filter, ...changed })
  const choose = (chosen: GoodsFilter) => {
    onChoose(chosen)
    onClose()
  }
  const { part, lowest, highest, tag, isRecommended = false } = filter
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={texts.goodsList.filter}
      foot={
        <>
          <Button kind="line" isWide onPress={() => choose(noFilter)}>
            {texts.goodsList.reset}
          </Button>
          <Button isWide onPress={() => choose(filter)}>
            {texts.goodsList.show}
          </Button>
        </>
      }
    >
      <View className="filter">
        {isOpen && <Parts query={query} chosen={part} onChoose={part => change({ part })} />}
        <Group name={texts.goodsList.price}>
          <View className="filter__range">
            <End label={texts.goodsList.lowest} value={lowest} onChange={lowest => change({ lowest })} />
            <Text className="filter__dash">–</Text>
            <End label={texts.goodsList.highest} value={highest} onChange={highest => change({ highest })} />
          </View>
        </Group>
        <Group name={texts.goodsList.tags}>
          <View className="filter__traits">
            <Chips
              label={texts.goodsList.tags}
              chips={[...new Set([...(tag ? [tag] : []), ...tags])].map(name => ({ key: name, name }))}
              current={tag}
              onPress={name => change({ tag: name === tag ? undefined : name })}
            />
            <Chips
              label={texts.goodsList.recommended}
              chips={[{ key: 'recommended', name: texts.goodsList.recommended }]}
              current={isRecommended ? 'recommended' : undefined}
              onPress={() => change({ isRecommended: !isRecommended })}
            />
          </View>
        </Group>
      </View>
    </Sheet>
  )
}

/** Inside a category its parts, else the main categories. */
function Parts({ query, chosen, onChoose }: { query: GoodsQuery } & Choosing) {
  const { categoryId, categoryKey } = query
  const { data = [] } = useLoad(() => listOf(wxapi.goodsCategory()), [])
  const root = data.find(({ id, key }) => (categoryId ? id === categoryId : categoryKey && key === categoryKey))
  const parts = data.filter(({ pid, isUse }) => isUse && pid === (root?.id ?? 0))
  if (parts.length === 0) return null
  return (
    <Group name={texts.goodsList.category}>
      <Chips
        label={texts.goodsList.category}
        chips={parts.map(({ id, name }) => ({ key: id, name }))}
        current={chosen?.id}
        onPress={id => onChoose(id === chosen?.id ? undefined : parts.find(part => part.id === id))}
      />
    </Group>
  )
}

interface Choosing {
  chosen: GoodsFilter['part']
  onChoose(part: GoodsFilter['part']): void
}

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="filter__group">
    <Text className="filter__name">{name}</Text>
    {children}
  </View>
)

const End = ({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) => (
  <TextInput
    className="filter__end"
    kind="amount"
    label={label}
    value={value}
    placeholder={label}
    maxLength={10}
    onChange={onChange}
  />
)

const filterIn = ({ part, lowest, highest, tag, isRecommended = false }: GoodsQuery): GoodsFilter => ({
  part,
  lowest,
  highest,
  tag,
  isRecommended,
})
