import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { NoticeDetail } from '@/api'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { momentText } from '@/lib/dates'
import { pages } from '@/lib/pages'
import type { Loaded } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { RichText } from '@/platform/rich-text'
import { texts } from '@/texts'

/** The newest notice in a line; the whole of it in a sheet. Its place is kept while nobody knows whether there is one. */
export function NoticeLine({ of: { data: notice, isLoading } }: { of: Loaded<NoticeDetail | undefined> }) {
  const [isOpen, setOpen] = useState(false)
  if (!notice) {
    return isLoading ? (
      <View className="notice">
        <Skeleton width="56%" height={14} />
      </View>
    ) : null
  }
  return (
    <>
      <Pressable className="notice" label={`${texts.home.notice}: ${notice.title}`} onPress={() => setOpen(true)}>
        <Icon name="bell" size={18} className="notice__icon" />
        <Text className="notice__title">{notice.title}</Text>
        <Icon name="right" size={14} />
      </Pressable>
      <Sheet
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={notice.title}
        foot={
          <Button kind="soft" isWide to={pages.notices}>
            {texts.notices.all}
          </Button>
        }
      >
        <View className="notice__text">
          <RichText html={notice.content} />
          <Text className="notice__date">{momentText(notice.dateAdd)}</Text>
        </View>
      </Sheet>
    </>
  )
}
