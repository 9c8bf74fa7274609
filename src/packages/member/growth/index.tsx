import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { asMe, listOf, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Movement, signed } from '@/components/Movement'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { momentText } from '@/lib/dates'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/member'
import '../member.scss'

/** Growth: how much there is, and what brought it. */
export default function Growth() {
  const amount = useLoad(() => asMe(token => wxapi.userAmount(token)), [])
  const logs = usePages(page => listOf(withToken(token => wxapi.growthLogs({ token, page, pageSize: PAGE_SIZE }))), [])
  const reload = () => Promise.all([amount.reload(), logs.reload()])
  useReachBottom(logs.more)
  usePull(reload)
  useReturn(reload)
  const { rows, error } = logs
  const words = texts.level
  return (
    <Page title={words.growthLog}>
      <View className="member">
        <View className="member__card member__head">
          <View>
            <Text className="member__label">{words.growth}</Text>
            <Text className="member__figure">{amount.data?.growth ?? '—'}</Text>
          </View>
          <Pressable className="member__link" to={pages.levels}>
            {words.title}
          </Pressable>
        </View>
        {!rows && !error && <Skeleton height={260} radius={18} />}
        {!rows && error && <Failed error={error} onRetry={reload} />}
        {rows?.length === 0 && <Empty icon="gift" title={words.growthEmpty} text={words.growthEmptyText} />}
        {rows && rows.length > 0 && (
          <View className="movements">
            {rows.map(({ id, behavior, growth, remark, typeStr, dateAdd }) => {
              const isIn = behavior === 0
              const amount = signed(isIn, String(growth))
              return (
                <Movement key={id} what={remark || typeStr} when={momentText(dateAdd)} isIn={isIn} amount={amount} />
              )
            })}
          </View>
        )}
        <ListEnd of={logs} />
      </View>
    </Page>
  )
}
