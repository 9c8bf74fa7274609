import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { OrderDetail, Trace } from '@/api'
import { Icon } from '@/components/Icon'
import { Timeline } from '@/components/Timeline'
import { copied } from '@/lib/copied'
import { momentText } from '@/lib/dates'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

/** Where the parcels are, and to whom they go. */
export function Parcel({ order }: { order: OrderDetail }) {
  const { logistics, orderLogisticsShippers: parcels = [], logisticsTraces = [] } = order
  return (
    <>
      {parcels.map(({ id, shipperName, trackingNumber, tracesArray }, i) => (
        <View key={id} className="order__card">
          <View className="order__parcel">
            <Text className="order__heading">
              {parcels.length > 1 ? texts.order.parcelOf(i + 1, shipperName) : shipperName}
            </Text>
            <Copyable text={trackingNumber} />
          </View>
          <Steps traces={tracesArray ?? logisticsTraces} />
        </View>
      ))}
      {logistics?.address && (
        <View className="order__card order__addressee">
          <Icon name="pin" size={20} />
          <View className="order__place">
            <Text className="order__heading">
              {logistics.linkMan} {logistics.mobileMask || logistics.mobile}
            </Text>
            <Text className="order__street">
              {logistics.provinceStr}
              {logistics.cityStr}
              {logistics.areaStr}
              {logistics.streetStr} {logistics.address}
            </Text>
          </View>
        </View>
      )}
    </>
  )
}

/** As many as say where it is now. */
const FEW = 3

/** The newest step first; the way before it when somebody asks. */
function Steps({ traces }: { traces: Trace[] }) {
  const [isWhole, setWhole] = useState(false)
  if (traces.length === 0) return <Text className="order__no-trace">{texts.order.noTrace}</Text>
  const steps = [...traces].sort((a, b) => b.AcceptTime.localeCompare(a.AcceptTime))
  const isLong = steps.length > FEW + 1
  return (
    <>
      <Timeline steps={steps.slice(0, isWhole || !isLong ? undefined : FEW).map(stepOf)} />
      {isLong && (
        <Pressable className="order__way" onPress={() => setWhole(!isWhole)}>
          <Text>{isWhole ? texts.order.fewTraces : texts.order.allTraces(steps.length)}</Text>
          <Icon name={isWhole ? 'up' : 'down'} size={14} />
        </Pressable>
      )}
    </>
  )
}

const stepOf = ({ AcceptTime: time, AcceptStation: station }: Trace) => ({
  key: `${time}${station}`,
  what: station,
  when: momentText(time),
})

export const Copyable = ({ text }: { text: string }) => (
  <Pressable className="order__copyable" label={`${texts.copy} ${text}`} onPress={() => copied(text)}>
    <Text>{text}</Text>
    <Icon name="copy" size={14} />
  </Pressable>
)
