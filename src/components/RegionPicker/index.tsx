import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listOf, type Region, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

/** Province, city, district, street: as far as there are any. */
export type RegionPath = ReadonlyArray<Pick<Region, 'id' | 'name'>>

interface Props {
  isOpen: boolean
  value: RegionPath
  onClose(): void
  onChoose(path: RegionPath): void
}

const STREET = 3

/** Goes down the country level by level, until nothing lies below. */
export function RegionPicker({ isOpen, value, onClose, onChoose }: Props) {
  const [path, setPath] = useState<RegionPath>(value)
  /** The level that is being chosen; a tap on a name above goes back to it. */
  const level = path.length
  const above = path[level - 1]

  const regions = useLoad(async () => {
    if (!isOpen) return []
    const below = above ? await listOf(wxapi.nextRegionV2(above.id)) : await listOf(wxapi.provinceV2())
    if (above && below.length === 0) finish(path)
    return below
  }, [isOpen, above?.id])

  function finish(chosen: RegionPath) {
    onChoose(chosen)
    onClose()
  }

  const choose = (region: Region) => {
    const chosen = [...path, { id: region.id, name: region.name }]
    if (chosen.length > STREET) finish(chosen)
    else setPath(chosen)
  }

  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts.address.regionTitle} part={above?.id}>
      <View className="regions__path">
        {path.map(({ id, name }, i) => (
          <Pressable key={id} className="regions__step" onPress={() => setPath(path.slice(0, i))}>
            {name}
          </Pressable>
        ))}
        <Text className="regions__step regions__step--on">{texts.address.choose}</Text>
      </View>
      <View className="regions__list">
        <Show of={regions} skeleton={<Skeletons />}>
          {rows => (
            <>
              {level === STREET && rows.length > 0 && (
                <Pressable className="regions__row regions__row--none" onPress={() => finish(path)}>
                  {texts.address.noStreet}
                </Pressable>
              )}
              {rows.map(region => (
                <Pressable key={region.id} className="regions__row" onPress={() => choose(region)}>
                  <Text>{region.name}</Text>
                  {value[level]?.id === region.id && <Icon name="check" size={18} />}
                </Pressable>
              ))}
            </>
          )}
        </Show>
      </View>
    </Sheet>
  )
}

const Skeletons = () => (
  <>
    {[60, 90, 75, 110, 80, 95].map(width => (
      <View key={width} className="regions__row">
        <Skeleton width={width} height={16} />
      </View>
    ))}
  </>
)
