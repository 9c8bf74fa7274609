import { Text, View } from '@tarojs/components'
import type { Address } from '@/api'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import { AddressCard } from './AddressCard'
import { PickUpCard } from './PickUpCard'
import type { PickUp, Way } from './use-pick-up'

interface Props {
  address: Address | undefined
  pickUp: PickUp
  isChecked: boolean
}

const ways: Way[] = ['kd', 'zq']

/** Sent, or fetched where a branch hands out. */
export function DeliveryCard({ address, pickUp, isChecked }: Props) {
  if (!pickUp.isOffered) return <AddressCard address={address} />
  return (
    <View className="checkout__card checkout__card--ways">
      <View className="checkout__ways" {...{ role: 'radiogroup', 'aria-label': texts.checkout.way }}>
        {ways.map(way => (
          <Pressable
            key={way}
            className={`checkout__way ${way === pickUp.way ? 'checkout__way--on' : ''}`}
            role="radio"
            isOn={way === pickUp.way}
            onPress={() => pickUp.setWay(way)}
          >
            <Text>{texts.checkout.ways[way]}</Text>
          </Pressable>
        ))}
      </View>
      {pickUp.way === 'kd' ? (
        <AddressCard address={address} isInside />
      ) : (
        <PickUpCard pickUp={pickUp} isChecked={isChecked} />
      )}
    </View>
  )
}
