import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Failed } from '@/components/Failed'
import type { IconName } from '@/components/Icon'
import { ListEnd } from '@/components/ListEnd'
import { Movement, signed } from '@/components/Movement'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { byMonth } from '@/lib/by-month'
import { type AccountLog as Log, MOVEMENTS } from '@/lib/use-account-log'
import { texts } from '@/texts'
import './index.scss'

interface Props<Row> {
  of: Log<Row>
  /** What is had, and how much of it: a dash until it is known. */
  label: string
  figure: string | undefined
  /** What can be done with it. */
  children: ReactNode
  /** How it came to be so much. */
  chart?: ReactNode
  /** Said when nothing has moved yet. */
  empty: ReactNode
  movementOf(row: Row): RowWords
}

interface RowWords {
  icon: IconName
  what: string
  when: string
  isIn: boolean
  /** Without its sign. */
  amount: string
  /** What was had afterwards. */
  after: string
}

/** How much there is of something, and its movements by month. */
export function AccountLog<Row extends { id: number; dateAdd: string }>(props: Props<Row>) {
  const { of: log, label, figure, children, chart, empty, movementOf } = props
  const { rows, error } = log.logs
  return (
    <View className="account-log">
      <View className="account-log__head">
        <View>
          <Text className="account-log__label">{label}</Text>
          <Text className="account-log__figure">{figure ?? '—'}</Text>
        </View>
        <View className="account-log__ways">{children}</View>
      </View>
      {chart}
      <View className="account-log__tabs">
        <Tabs
          tabs={MOVEMENTS.map(key => ({ key, name: texts.list.movements[key] }))}
          current={log.shown}
          onChange={log.show}
        />
      </View>
      {!rows && !error && <Skeletons />}
      {!rows && error && <Failed error={error} onRetry={log.reload} />}
      {rows?.length === 0 && empty}
      {byMonth(rows ?? []).map(({ month, rows }) => (
        <View key={month}>
          <Text className="account-log__month">
            {texts.days.month(Number(month.slice(0, 4)), Number(month.slice(5)))}
          </Text>
          <View className="account-log__card">
            {rows.map(row => {
              const { amount, ...words } = movementOf(row)
              return <Movement key={row.id} {...words} amount={signed(words.isIn, amount)} />
            })}
          </View>
        </View>
      ))}
      <ListEnd of={log.logs} />
    </View>
  )
}

const Skeletons = () => (
  <>
    <View className="account-log__month">
      <Skeleton width={96} height={18} />
    </View>
    <View className="account-log__card">
      {[1, 2, 3, 4].map(i => (
        <View key={i} className="movement">
          <Skeleton width={38} height={38} radius={19} />
          <View className="movement__about">
            <Skeleton width="50%" height={15} gap={8} />
            <Skeleton width="70%" height={12} />
          </View>
        </View>
      ))}
    </View>
  </>
)
