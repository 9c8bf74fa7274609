import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, listOf, type ScoreLog, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { momentText } from '@/lib/dates'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/score'
import { ExchangeSheet } from './ExchangeSheet'
import './index.scss'

type Filter = 'all' | 'in' | 'out'
const FILTERS: readonly Filter[] = ['all', 'in', 'out']
const behaviors = { all: undefined, in: 0, out: 1 } as const

/** What score there is, where it came from, where it went, and what it can be turned into. */
export default function ScoreLogPage() {
  const [filter, setFilter] = useState<Filter>('all')
  const [isOpen, setOpen] = useState(false)
  const amount = useLoad(() => asMe(token => wxapi.userAmount(token)), [])
  const behavior = behaviors[filter]
  const logs = usePages(
    page =>
      listOf(
        withToken(token =>
          wxapi.scoreLogs({ token, page, pageSize: PAGE_SIZE, ...(behavior !== undefined && { behavior }) }),
        ),
      ),
    [filter],
  )
  const reload = () => Promise.all([amount.reload(), logs.reload()])
  useReachBottom(logs.more)
  usePull(reload)
  useReturn(reload)
  const { rows, error } = logs
  const words = texts.score
  return (
    <Page title={words.log}>
      <View className="score-log">
        <View className="score-log__head">
          <View>
            <Text className="score-log__label">{words.points}</Text>
            <Text className="score-log__figure">{amount.data?.score ?? '—'}</Text>
          </View>
          <View className="score-log__ways">
            <Button kind="line" size="s" onPress={() => setOpen(true)}>
              {words.exchange}
            </Button>
            <Button kind="soft" size="s" to={pages.sign}>
              {words.sign}
            </Button>
          </View>
        </View>
        <View className="score-log__tabs">
          <Tabs
            tabs={FILTERS.map(key => ({ key, name: words.filters[key] }))}
            current={filter}
            onChange={key => setFilter(key)}
          />
        </View>
        {!rows && !error && <Skeleton height={260} radius={18} />}
        {!rows && error && <Failed error={error} onRetry={reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="gift"
            title={words.empty}
            text={words.emptyText}
            action={words.sign}
            onAction={() => open(pages.sign)}
          />
        )}
        {rows && rows.length > 0 && (
          <View className="score-log__card">
            {rows.map(row => (
              <Movement key={row.id} row={row} />
            ))}
          </View>
        )}
        <ListEnd of={logs} />
      </View>
      <ExchangeSheet
        isOpen={isOpen}
        score={amount.data?.score ?? 0}
        onClose={() => setOpen(false)}
        onDone={() => reload()}
      />
    </Page>
  )
}

const Movement = ({ row: { typeStr, remark, behavior, score, scoreLeft, dateAdd } }: { row: ScoreLog }) => (
  <View className="score-log__row">
    <View className="score-log__about">
      <Text className="score-log__kind">{remark || typeStr}</Text>
      <Text className="score-log__when">{momentText(dateAdd)}</Text>
    </View>
    <View className="score-log__amounts">
      <Text className={`score-log__amount ${behavior === 0 ? 'score-log__amount--in' : ''}`}>
        {behavior === 0 ? '+' : '−'}
        {score}
      </Text>
      <Text className="score-log__when">{texts.score.left(scoreLeft)}</Text>
    </View>
  </View>
)
