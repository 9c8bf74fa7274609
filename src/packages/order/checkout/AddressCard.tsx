import { Text, View } from '@tarojs/components'
import type { Address } from '@/api'
import { Icon } from '@/components/Icon'
import { Tag } from '@/components/Tag'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

/** Where it goes. */
export function AddressCard({ address, isInside }: { address: Address | undefined; isInside?: boolean }) {
  return (
    <Pressable
      className={`checkout__address ${isInside ? '' : 'checkout__card'}`}
      to={pages.addresses({ choose: true })}
    >
      <Icon name="pin" size={22} className="checkout__pin" />
      {address ? (
        <View className="checkout__place">
          <View className="checkout__person">
            <Text>{address.linkMan}</Text>
            <Text>{address.mobile}</Text>
            {address.isDefault && <Tag tone="plain">{texts.address.default}</Tag>}
          </View>
          <Text className="checkout__street">
            {address.provinceStr}
            {address.cityStr}
            {address.areaStr}
            {address.streetStr} {address.address}
          </Text>
        </View>
      ) : (
        <View className="checkout__place">
          <Text className="checkout__person">{texts.checkout.addAddress}</Text>
          <Text className="checkout__street">{texts.checkout.addressHint}</Text>
        </View>
      )}
      <Icon name="right" size={16} className="checkout__more" />
    </Pressable>
  )
}
