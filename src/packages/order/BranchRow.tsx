import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { showOnMap } from '@/platform/map'
import { Pressable } from '@/platform/pressable'
import { telephone } from '@/platform/telephone'
import { texts } from '@/texts/order'
import './branch-row.scss'

interface Props {
  branch: {
    name: string
    address: string
    linkPhone: string
    openingHours: string
    latitude?: number
    longitude?: number
    distance?: number
  }
}

/** A branch: where it is, when it is open, how far, and the ways to reach it. */
export function BranchRow({ branch }: Props) {
  const { name, address, linkPhone, openingHours, latitude, longitude, distance } = branch
  const isOnMap = latitude !== undefined && longitude !== undefined
  return (
    <View className="branch">
      <View className="branch__about">
        <View className="branch__head">
          <Text className="branch__name">{name}</Text>
          {distance !== undefined && <Text className="branch__distance">{distanceText(distance)}</Text>}
        </View>
        <Text className="branch__address">{address}</Text>
        {openingHours && <Text className="branch__hours">{texts.checkout.hours(openingHours)}</Text>}
      </View>
      {linkPhone && (
        <Pressable
          className="branch__way"
          label={`${texts.checkout.call} ${linkPhone}`}
          onPress={() => telephone(linkPhone)}
        >
          <Icon name="phone" size={18} />
        </Pressable>
      )}
      {isOnMap && (
        <Pressable
          className="branch__way"
          label={`${texts.checkout.map} ${name}`}
          onPress={() => showOnMap({ latitude, longitude, name, address })}
        >
          <Icon name="pin" size={18} />
        </Pressable>
      )}
    </View>
  )
}

const distanceText = (km: number): string =>
  km < 1 ? texts.checkout.awayMeters(Math.round(km * 1000)) : texts.checkout.away(km.toFixed(1))
