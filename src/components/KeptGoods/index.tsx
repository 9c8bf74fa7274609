import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Checkbox'
import { byDay } from '@/lib/by-day'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import { type Kept, KeptRow } from './Row'
import './index.scss'

export type { Kept }

interface Props {
  rows: readonly Kept[]
  /** Takes rows out of the list, now and on the server; a page may ask before, or offer to undo it after. */
  onRemove(rows: readonly Kept[]): Promise<unknown> | void
  /** What stands at the right of a row. */
  aside?: (row: Kept) => React.ReactNode
}

/** Goods that somebody keeps or has met, under their days; those no longer sold stand apart at the end. */
export function KeptGoods({ rows, onRemove, aside }: Props) {
  const [marked, setMarked] = useState<readonly number[]>()
  const there = rows.filter(({ isGone }) => !isGone)
  const gone = rows.filter(({ isGone }) => isGone)
  const toggle = (goodsId: number) =>
    setMarked(marked?.includes(goodsId) ? marked.filter(id => id !== goodsId) : [...(marked ?? []), goodsId])
  const removeMarked = () => {
    setMarked(undefined)
    onRemove(rows.filter(({ goodsId }) => marked?.includes(goodsId)))
  }
  const row = (kept: Kept) => (
    <KeptRow
      key={kept.goodsId}
      kept={kept}
      isMarked={marked?.includes(kept.goodsId)}
      onMark={() => toggle(kept.goodsId)}
      aside={aside?.(kept)}
    />
  )
  return (
    <>
      <View className="kept__head">
        <Text>{texts.kept.count(rows.length)}</Text>
        <Pressable className="kept__action" onPress={() => setMarked(marked ? undefined : [])}>
          {marked ? texts.done : texts.kept.edit}
        </Pressable>
      </View>
      {byDay(there).map(({ day, rows }) => (
        <View key={day} className="kept__group">
          <Text className="kept__day">{day}</Text>
          <View className="kept__card">{rows.map(row)}</View>
        </View>
      ))}
      {gone.length > 0 && (
        <View className="kept__group">
          <View className="kept__gone">
            <Text className="kept__day">{texts.kept.gone(gone.length)}</Text>
            {!marked && (
              <Pressable className="kept__action" onPress={() => onRemove(gone)}>
                {texts.kept.removeGone}
              </Pressable>
            )}
          </View>
          <View className="kept__card">{gone.map(row)}</View>
        </View>
      )}
      {marked && (
        <BottomBar>
          <View className="kept__all">
            <Checkbox
              isOn={marked.length === rows.length}
              label={texts.cart.selectAll}
              onChange={isOn => setMarked(isOn ? rows.map(({ goodsId }) => goodsId) : [])}
            >
              {texts.cart.selectAll}
            </Checkbox>
          </View>
          <Button isDisabled={marked.length === 0} onPress={removeMarked}>
            {texts.cart.remove(marked.length)}
          </Button>
        </BottomBar>
      )}
    </>
  )
}
