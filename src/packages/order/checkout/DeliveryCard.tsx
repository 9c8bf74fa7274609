import { View } from '@tarojs/components'
import type { Address } from '@/api'
import { Segments } from '@/components/Segments'
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
      <View className="checkout__ways">
        <Segments<Way>
          label={texts.checkout.way}
          choices={ways.map(key => ({ key, name: texts.checkout.ways[key] }))}
          current={pickUp.way}
          onChange={pickUp.setWay}
        />
      </View>
      {pickUp.way === 'kd' ? (
        <AddressCard address={address} isInside />
      ) : (
        <PickUpCard pickUp={pickUp} isChecked={isChecked} />
      )}
    </View>
  )
}
