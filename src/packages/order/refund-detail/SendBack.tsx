import { Text, View } from '@tarojs/components'
import type { RefundBase } from '@/api'
import { Icon } from '@/components/Icon'
import { copied } from '@/lib/copied'
import { sendingBack } from '@/lib/refund-state'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

/** Where the goods go back to, and with what parcel they went. */
export function SendBack({ refund: { logisticsContent } }: { refund: RefundBase }) {
  const { linkMan, mobile, address, shipperName, trackingNumber } = sendingBack(logisticsContent)
  const whole = [linkMan, mobile, address].filter(Boolean).join(' ')
  if (!whole && !trackingNumber) return null
  return (
    <View className="refunding__card">
      {whole && (
        <View className="refunding__to">
          <Icon name="pin" size={20} className="refunding__pin" />
          <View className="refunding__place">
            <Text className="refunding__person">
              {linkMan} {mobile}
            </Text>
            <Text className="refunding__street">{address}</Text>
          </View>
          <Pressable className="refunding__copy" label={texts.refund.copyAddress} onPress={() => copied(whole)}>
            <Icon name="copy" size={14} />
            <Text>{texts.copy}</Text>
          </Pressable>
        </View>
      )}
      {trackingNumber && (
        <View className="refunding__parcel">
          <Icon name="truck" size={20} className="refunding__pin" />
          <Text className="refunding__place">{shipperName}</Text>
          <Pressable
            className="refunding__copy"
            label={`${texts.copy} ${trackingNumber}`}
            onPress={() => copied(trackingNumber)}
          >
            <Text>{trackingNumber}</Text>
            <Icon name="copy" size={14} />
          </Pressable>
        </View>
      )}
    </View>
  )
}
