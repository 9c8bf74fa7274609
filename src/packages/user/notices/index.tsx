import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { dataOrNone, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Icon } from '@/components/Icon'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tag } from '@/components/Tag'
import { dayText } from '@/lib/dates'
import { usePull } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/user'
import './index.scss'

/** What the shop announces: pinned ones first, then the newest. */
export default function Notices() {
  const notices = usePages(
    async page => (await dataOrNone(wxapi.noticeList({ page, pageSize: PAGE_SIZE })))?.dataList ?? [],
    [],
  )
  useReachBottom(notices.more)
  usePull(notices.reload)
  const { rows, error } = notices
  return (
    <Page title={texts.notices.title}>
      <View className="notices">
        {!rows && !error && [1, 2, 3, 4].map(i => <Skeleton key={i} height={76} radius={18} gap={10} />)}
        {!rows && error && <Failed error={error} onRetry={notices.reload} />}
        {rows?.length === 0 && <Empty icon="bell" title={texts.notices.empty} text={texts.notices.emptyText} />}
        {rows?.map(({ id, title, isTop, dateAdd }) => (
          <Pressable key={id} className="notices__one" to={pages.notice(id)}>
            <View className="notices__about">
              <Text className="notices__title">{title}</Text>
              <View className="notices__foot">
                {isTop && <Tag>{texts.notices.pinned}</Tag>}
                <Text>{dayText(dateAdd)}</Text>
              </View>
            </View>
            <Icon name="right" size={16} />
          </Pressable>
        ))}
        <ListEnd of={notices} />
      </View>
    </Page>
  )
}
