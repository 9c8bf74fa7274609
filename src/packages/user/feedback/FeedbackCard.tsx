import { Text, View } from '@tarojs/components'
import type { Comment } from '@/api'
import { Picture } from '@/components/Picture'
import { Tag } from '@/components/Tag'
import { momentText } from '@/lib/dates'
import { texts } from '@/texts/user'

/** What was written, and the answer when there is one. */
export function FeedbackCard({ row: { content, pics, extJson, dateAdd, reply, dateReply } }: { row: Comment }) {
  const kind = texts.feedback.kinds[extJson.kind as keyof typeof texts.feedback.kinds]
  return (
    <View className="feedback-card">
      <View className="feedback-card__head">
        {kind && <Tag tone="plain">{kind}</Tag>}
        <Text className="feedback-card__when">{momentText(dateAdd)}</Text>
        <Tag tone={reply ? 'pine' : 'gold'}>{reply ? texts.feedback.answered : texts.feedback.waiting}</Tag>
      </View>
      <Text className="feedback-card__words">{content}</Text>
      {pics.length > 0 && (
        <View className="feedback-card__pictures">
          {pics.map(pic => (
            <Picture key={pic} src={pic} size={64} radius={10} />
          ))}
        </View>
      )}
      {reply && (
        <View className="feedback-card__reply">
          <Text className="feedback-card__who">{texts.feedback.reply}</Text>
          <Text className="feedback-card__words">{reply}</Text>
          {dateReply && <Text className="feedback-card__when">{momentText(dateReply)}</Text>}
        </View>
      )}
    </View>
  )
}
