import { Text, View } from '@tarojs/components'
import type { RefundApply } from '@/api'
import { Timeline } from '@/components/Timeline'
import { copied } from '@/lib/copied'
import { momentText } from '@/lib/dates'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

/** What happened, the newest first. */
export function Steps({ refund: { logs, baseInfo } }: { refund: RefundApply }) {
  const { shipperName, trackingNumber } = baseInfo
  return (
    <View className="refunding__card refunding__card--steps">
      <Text className="refunding__heading">{texts.refund.steps}</Text>
      <Timeline
        steps={[...logs].reverse().map(({ typeStr, dateAdd }) => ({
          key: typeStr,
          what: texts.refund.stepNames[typeStr] ?? typeStr,
          when: momentText(dateAdd),
        }))}
      />
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
