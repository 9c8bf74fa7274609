import { Text, View } from '@tarojs/components'
import type { Withdrawal } from '@/api'
import { Button } from '@/components/Button'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { collectTransfer } from '@/platform/transfer'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'

interface Props {
  rows: Withdrawal[]
  onDone(): Promise<void>
}

const ARRIVED = 1

/** What became of each withdrawal; what waits in WeChat is collected from here. */
export function Records({ rows, onDone }: Props) {
  const words = texts.withdraw
  const collect = async ({ packageInfo = '', mchId = '', appId = '' }: Withdrawal) => {
    try {
      say((await collectTransfer({ packageInfo, mchId, appId })) ? words.collected : words.inWechat)
    } catch (error) {
      say(error)
    }
    await onDone()
  }
  return (
    <View className="member__rows" style={{ marginTop: '12px' }}>
      <View className="member__row">
        <Text className="member__title">{rows.length ? words.records : words.none}</Text>
      </View>
      {rows.map(row => (
        <View key={row.id} className="member__row">
          <View className="member__about">
            <Text className="member__kind">{row.rejectionReason || words.states[row.status]}</Text>
            <Text className="member__when">{momentText(row.dateAdd)}</Text>
          </View>
          {row.packageInfo && (
            <Button size="s" onPress={() => collect(row)}>
              {words.collect}
            </Button>
          )}
          <View className="member__amounts">
            <Text className={`member__amount ${row.status === ARRIVED ? 'member__amount--in' : ''}`}>
              {moneyText(row.money)}
            </Text>
            {row.rejectionReason && <Text className="member__when">{words.states[row.status]}</Text>}
          </View>
        </View>
      ))}
    </View>
  )
}
