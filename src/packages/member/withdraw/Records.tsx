import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Withdrawal } from '@/api'
import { Button } from '@/components/Button'
import { Movement } from '@/components/Movement'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { collectTransfer } from '@/platform/transfer'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'
import { arrived } from './arrived'

interface Props {
  rows: Withdrawal[]
  onDone(): Promise<void>
}

const ARRIVED = 1

/** What became of each withdrawal; what waits in WeChat is collected from here. */
export function Records({ rows, onDone }: Props) {
  const [busy, setBusy] = useState<number>()
  const words = texts.withdraw
  const collect = async ({ id, packageInfo = '', mchId = '', appId = '' }: Withdrawal) => {
    if (!collectTransfer || busy) return
    setBusy(id)
    try {
      const end = await collectTransfer({ packageInfo, mchId, appId })
      say(words.collecting[end])
      if (end === 'confirmed') await arrived(id)
    } catch (error) {
      say(error)
    }
    await onDone()
    setBusy(undefined)
  }
  const standing = ({ rejectionReason, packageInfo, status }: Withdrawal) =>
    packageInfo && !collectTransfer ? words.inWechat : rejectionReason || words.states[status]
  return (
    <View className="movements member__records">
      <View className="member__records-head">
        <Text className="member__title">{rows.length ? words.records : words.none}</Text>
      </View>
      {rows.map(row => (
        <Movement
          key={row.id}
          what={standing(row) ?? ''}
          when={momentText(row.dateAdd)}
          isIn={row.status === ARRIVED}
          amount={moneyText(row.money)}
          after={row.rejectionReason ? words.states[row.status] : undefined}
        >
          {row.packageInfo && collectTransfer && (
            <Button size="s" isBusy={busy === row.id} onPress={() => collect(row)}>
              {words.collect}
            </Button>
          )}
        </Movement>
      ))}
    </View>
  )
}
