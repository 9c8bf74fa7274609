import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, type CashLog, listOf, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Icon, type IconName } from '@/components/Icon'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { byMonth } from '@/lib/by-month'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/user'
import './index.scss'

type Filter = 'all' | 'in' | 'out'
const FILTERS: readonly Filter[] = ['all', 'in', 'out']
const behaviors = { all: undefined, in: 0, out: 1 } as const

/** The balance, and every movement of it. */
export default function CashLogPage() {
  const [filter, setFilter] = useState<Filter>('all')
  const amount = useLoad(() => asMe(token => wxapi.userAmount(token)), [])
  const behavior = behaviors[filter]
  const logs = usePages(
    page =>
      listOf(
        withToken(token =>
          wxapi.cashLogsV3({ token, page, pageSize: PAGE_SIZE, ...(behavior !== undefined && { behavior }) }),
        ),
      ),
    [filter],
  )
  const reload = () => Promise.all([amount.reload(), logs.reload()])
  useReachBottom(logs.more)
  usePull(reload)
  useReturn(reload)
  const { rows, error } = logs
  const filters = FILTERS.map(key => ({ key, name: texts.cashLog.filters[key] }))

  return (
    <Page title={texts.cashLog.title}>
      <View className="cash-log">
        <View className="cash-log__head">
          <View>
            <Text className="cash-log__label">{texts.recharge.balance}</Text>
            <Text className="cash-log__figure">{amount.data ? moneyText(amount.data.balance) : '—'}</Text>
          </View>
          <Button kind="soft" size="s" to={pages.recharge}>
            {texts.recharge.title}
          </Button>
        </View>
        <View className="cash-log__tabs">
          <Tabs tabs={filters} current={filter} onChange={key => setFilter(key)} />
        </View>
        {!rows && !error && <Skeletons />}
        {!rows && error && <Failed error={error} onRetry={reload} />}
        {rows?.length === 0 && <Empty icon="wallet" title={texts.cashLog.empty} text={texts.cashLog.emptyText} />}
        {byMonth(rows ?? []).map(({ month, rows }) => (
          <View key={month}>
            <Text className="cash-log__month">
              {texts.cashLog.month(Number(month.slice(0, 4)), Number(month.slice(5)))}
            </Text>
            <View className="cash-log__card">
              {rows.map(row => (
                <Movement key={row.id} row={row} />
              ))}
            </View>
          </View>
        ))}
        <ListEnd of={logs} />
      </View>
    </Page>
  )
}

const icons: Record<number, IconName> = { 0: 'wallet', 2: 'box', 3: 'ticket', 4: 'pen', 9: 'gift' }

function Movement({ row: { type, typeStr, behavior, amount, balance, remark, dateAdd } }: { row: CashLog }) {
  const kind = texts.cashLog.kinds[type as keyof typeof texts.cashLog.kinds] ?? typeStr
  const isIn = behavior === 0
  return (
    <View className="cash-log__row">
      <View className={`cash-log__icon ${isIn ? 'cash-log__icon--in' : ''}`}>
        <Icon name={icons[type] ?? 'wallet'} size={20} />
      </View>
      <View className="cash-log__about">
        <Text className="cash-log__kind">{kind}</Text>
        <Text className="cash-log__when">
          {[momentText(dateAdd), type === CORRECTION ? remark : ''].filter(Boolean).join(' · ')}
        </Text>
      </View>
      <View className="cash-log__amounts">
        <Text className={`cash-log__amount ${isIn ? 'cash-log__amount--in' : ''}`}>
          {isIn ? '+' : '−'}
          {moneyText(amount)}
        </Text>
        <Text className="cash-log__after">{texts.cashLog.after(moneyText(balance))}</Text>
      </View>
    </View>
  )
}

/** The only kind whose reason a person wrote. */
const CORRECTION = 4

const Skeletons = () => (
  <>
    <Skeleton width={96} height={16} gap={12} />
    <Skeleton height={260} radius={18} />
  </>
)
