import { Text, View } from '@tarojs/components'
import type { Article } from '@/api'
import { Picture } from '@/components/Picture'
import { Skeleton } from '@/components/Skeleton'
import { dayText } from '@/lib/dates'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  article: Article
  /** `lead`: the picture above, as wide as the card. `small`: on a shelf. `row`: the picture beside the words. */
  look: 'lead' | 'small' | 'row'
}

/** An article as it is announced. */
export function ArticleCard({ article: { id, title, descript, pic, picColor, dateAdd, views }, look }: Props) {
  return (
    <Pressable className={`article-card article-card--${look}`} to={pages.article(id)}>
      {(pic || look === 'small') && <Picture className="article-card__cover" src={pic} color={picColor} />}
      <View className="article-card__about">
        <Text className="article-card__title">{title}</Text>
        {look !== 'small' && descript && <Text className="article-card__text">{descript}</Text>}
        {look !== 'small' && (
          <Text className="article-card__foot">
            {dayText(dateAdd)} · {texts.articles.views(views)}
          </Text>
        )}
      </View>
    </Pressable>
  )
}

/** As high as the cards of a list that is still loading. */
export const ArticleSkeletons = () => (
  <>
    <Skeleton height={296} radius={18} gap={12} />
    <Skeleton height={120} radius={18} gap={12} />
    <Skeleton height={120} radius={18} gap={12} />
  </>
)
