import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { dataOf, wxapi } from '@/api'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { momentText } from '@/lib/dates'
import { pages, passedOn } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { RichText } from '@/platform/rich-text'
import { texts } from '@/texts/user'
import './index.scss'

/** One notice, whole. */
export default function Notice() {
  const id = Number(useRouter().params.id) || 0
  const notice = useLoad(() => dataOf(wxapi.noticeDetail(id)), [id])
  const { title = '' } = notice.data ?? {}
  const path = passedOn(pages.notice(id), useMyId())
  useShareAppMessage(() => ({ title, path }))
  return (
    <Page title={texts.home.notice} card={{ title, path }}>
      <View className="writing">
        <Show of={notice} skeleton={<Skeletons />}>
          {({ title, dateAdd, content }) => (
            <>
              <Text className="writing__title">{title}</Text>
              <Text className="writing__about">{momentText(dateAdd)}</Text>
              <RichText html={content} />
            </>
          )}
        </Show>
      </View>
    </Page>
  )
}

const Skeletons = () => (
  <>
    <Skeleton width="80%" height={28} gap={10} />
    <Skeleton width="40%" height={14} gap={24} />
    <Skeleton height={16} gap={12} />
    <Skeleton height={16} gap={12} />
    <Skeleton width="70%" height={16} />
  </>
)
