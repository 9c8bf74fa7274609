import { Text, View } from '@tarojs/components'
import type { Review } from '@/api'
import { Avatar } from '@/components/Avatar'
import { PictureRow } from '@/components/PictureRow'
import { dayText } from '@/lib/dates'
import { texts } from '@/texts'
import './index.scss'

/** What somebody said about a product. */
export function ReviewCard({ review: { goods, user, reputationPics } }: { review: Review }) {
  const stars = goods.goodReputationNumber
  return (
    <View className="review">
      <View className="review__head">
        <Avatar src={user.avatarUrl} name={user.nick} size={28} />
        <Text className="review__nick">{user.nick}</Text>
        <Text className="review__stars" {...{ 'aria-label': texts.goods.stars(stars) }}>
          {'★'.repeat(stars)}
        </Text>
        <Text className="review__date">{dayText(goods.dateReputation)}</Text>
      </View>
      <Text className="review__text">{goods.goodReputationRemark}</Text>
      {reputationPics.length > 0 && <PictureRow urls={reputationPics.map(({ pic }) => pic)} />}
      {goods.property && <Text className="review__choice">{goods.property}</Text>}
      {goods.goodReputationReply && (
        <Text className="review__reply">{texts.goods.reply(goods.goodReputationReply)}</Text>
      )}
    </View>
  )
}
