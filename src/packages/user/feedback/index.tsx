import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { Skeleton } from '@/components/Skeleton'
import { useMyPages } from '@/lib/use-my-pages'
import { texts } from '@/texts/user'
import { FeedbackCard } from './FeedbackCard'
import { FeedbackForm } from './FeedbackForm'
import './index.scss'

type Part = 'write' | 'mine'

/** Writing to the shop, and what it answered. */
export default function Feedback() {
  const [part, setPart] = useState<Part>(useRouter().params.part === 'mine' ? 'mine' : 'write')
  const choices = [
    { key: 'write' as Part, name: texts.feedback.write },
    { key: 'mine' as Part, name: texts.feedback.mine },
  ]
  return (
    <Page title={texts.feedback.title}>
      <View className="feedback">
        <Segments label={texts.feedback.title} choices={choices} current={part} onChange={key => setPart(key)} />
        {part === 'write' ? <FeedbackForm onSent={() => setPart('mine')} /> : <Mine />}
      </View>
    </Page>
  )
}

const FEEDBACK = 1

function Mine() {
  const written = useMyPages(request => wxapi.commentListV2({ ...request, type: FEEDBACK }))
  const { rows, error } = written
  return (
    <>
      {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={112} radius={18} gap={12} />)}
      {!rows && error && <Failed error={error} onRetry={written.reload} />}
      {rows?.length === 0 && <Empty icon="message" title={texts.feedback.empty} text={texts.feedback.emptyText} />}
      {rows?.map(row => (
        <FeedbackCard key={row.id} row={row} />
      ))}
      <ListEnd of={written} />
    </>
  )
}
