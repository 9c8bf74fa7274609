import { Text, View } from '@tarojs/components'
import type { Address } from '@/api'
import { Checkbox } from '@/components/Checkbox'
import { Icon } from '@/components/Icon'
import { Tag } from '@/components/Tag'
import { open, pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/user'

interface Props {
  address: Address
  isChosen: boolean
  onPress(): void
  onDefault(): void
  onDelete(): void
}

/** Where and to whom; below it what can be done with it. */
export function AddressCard({ address, isChosen, onPress, onDefault, onDelete }: Props) {
  const { id, linkMan, mobile, isDefault, provinceStr, cityStr, areaStr, streetStr } = address
  return (
    <View className="address-card">
      <Pressable className="address-card__about" onPress={onPress}>
        <View className="address-card__person">
          <Text className="address-card__name">{linkMan}</Text>
          <Text className="address-card__mobile">{mobile}</Text>
          {isDefault && <Tag>{texts.address.default}</Tag>}
          {isChosen && <Icon name="check" size={18} className="address-card__chosen" />}
        </View>
        <Text className="address-card__place">
          {provinceStr}
          {cityStr}
          {areaStr}
          {streetStr} {address.address}
        </Text>
      </Pressable>
      <View className="address-card__foot">
        <View className="address-card__default">
          {!isDefault && (
            <Checkbox isOn={false} label={`${texts.address.makeDefault} ${linkMan}`} onChange={onDefault}>
              {texts.address.makeDefault}
            </Checkbox>
          )}
        </View>
        <Pressable
          className="address-card__act"
          label={`${texts.edit} ${linkMan}`}
          onPress={() => open(pages.address({ id }))}
        >
          {texts.edit}
        </Pressable>
        <Pressable className="address-card__act" label={`${texts.delete} ${linkMan}`} onPress={onDelete}>
          {texts.delete}
        </Pressable>
      </View>
    </View>
  )
}
