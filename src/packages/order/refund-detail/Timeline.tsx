import { Text, View } from '@tarojs/components'
import type { RefundApply } from '@/api'
import { copied } from '@/lib/copied'
import { momentText } from '@/lib/dates'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import '../timeline.scss'

/** What happened, the newest first. */
export function Timeline({ refund: { logs, baseInfo } }: { refund: RefundApply }) {
  const { shipperName, trackingNumber } = baseInfo
  return (
    <View className="refunding__card refunding__card--steps">
      <Text className="refunding__heading">{texts.refund.steps}</Text>
      <View className="timeline">
        {[...logs].reverse().map(({ typeStr, dateAdd }, i) => (
          <View key={typeStr} className={`timeline__step ${i === 0 ? 'timeline__step--now' : ''}`}>
            <Text className="timeline__what">{texts.refund.stepNames[typeStr] ?? typeStr}</Text>
            <Text className="timeline__when">{momentText(dateAdd)}</Text>
          </View>
        ))}
      </View>
      {trackingNumber && (
        <Pressable
          className="refunding__new"
          label={`${texts.copy} ${trackingNumber}`}
          onPress={() => copied(trackingNumber)}
        >
          <Text>{texts.refund.newParcel}</Text>
          <Text className="refunding__value">
            {shipperName} {trackingNumber}
          </Text>
        </Pressable>
      )}
    </View>
  )
}
