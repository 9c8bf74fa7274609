import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { listOf, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Movement } from '@/components/Movement'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { usePull } from '@/lib/page-hooks'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/member'
import '../member.scss'

type Filter = 'all' | 'unsettled' | 'settled'
const FILTERS: readonly Filter[] = ['all', 'unsettled', 'settled']
const SETTLED = 1
const settlements = { all: undefined, unsettled: false, settled: true } as const

/** What a distributor earns, line by line. */
export default function Commissions() {
  const [filter, setFilter] = useState<Filter>('all')
  const isSettlement = settlements[filter]
  const log = usePages(
    page =>
      listOf(
        withToken(token =>
          wxapi.fxCommisionLog({
            token,
            page,
            pageSize: PAGE_SIZE,
            ...(isSettlement !== undefined && { isSettlement }),
          }),
        ),
      ),
    [filter],
  )
  useReachBottom(log.more)
  usePull(log.reload)
  const { rows, error } = log
  const words = texts.fx
  return (
    <Page title={words.log}>
      <View className="member">
        <View className="member__tabs">
          <Tabs
            tabs={FILTERS.map(key => ({ key, name: words.filters[key] }))}
            current={filter}
            onChange={key => setFilter(key)}
          />
        </View>
        {!rows && !error && <Skeleton height={260} radius={18} />}
        {!rows && error && <Failed error={error} onRetry={log.reload} />}
        {rows?.length === 0 && <Empty icon="wallet" title={words.logEmpty} text={words.logEmptyText} />}
        {rows && rows.length > 0 && (
          <View className="movements">
            {rows.map(({ id, goodsName, nicks, level, bili, money, state, dateAdd }) => (
              <Movement
                key={id}
                what={goodsName}
                when={[nicks, `${words.levels[level] ?? ''} ${bili}%`, momentText(dateAdd)].join(' · ')}
                isIn={state === SETTLED}
                amount={moneyText(money)}
                after={words.states[state]}
              />
            ))}
          </View>
        )}
        <ListEnd of={log} />
      </View>
    </Page>
  )
}
