import { View } from '@tarojs/components'
import { ArticleCard, ArticleSkeletons } from '@/components/ArticleCard'
import { Picture } from '@/components/Picture'
import { PictureRow } from '@/components/PictureRow'
import { ReviewCard } from '@/components/ReviewCard'
import { Card, Part, Row, State } from './Part'
import { long, type Samples, UNREADABLE } from './samples'

export const Articles = ({ articles }: Samples) => (
  <Part name="Articles">
    {articles.slice(0, 1).map(article => (
      <View key={article.id}>
        <State is="at the head of a list, in a row, without a picture and with a long title, on a shelf">
          <ArticleCard article={article} look="lead" />
          <ArticleCard article={article} look="row" />
          <ArticleCard
            article={{ ...article, pic: '', title: long(article.title), descript: long(article.descript) }}
            look="row"
          />
          <ArticleCard article={article} look="small" />
        </State>
      </View>
    ))}
    <State is="loading">
      <ArticleSkeletons />
    </State>
  </Part>
)

export const Reviews = ({ reviews, goods }: Samples) => {
  const [plain] = reviews
  const answered = reviews.find(({ goods }) => goods.goodReputationReply) ?? plain
  const pics = goods.slice(0, 5).map(({ pic }) => ({ pic }))
  return (
    <Part name="Reviews">
      {plain && (
        <State is="in words alone, by somebody with a long name">
          <Card>
            <ReviewCard
              review={{
                ...plain,
                user: { ...plain.user, nick: long(long(plain.user.nick)), avatarUrl: '' },
                goods: { ...plain.goods, goodReputationNumber: 1, goodReputationReply: '', property: '' },
                reputationPics: [],
              }}
            />
          </Card>
        </State>
      )}
      {answered && (
        <State is="with pictures, what was chosen, and the shop's answer">
          <Card>
            <ReviewCard
              review={{
                ...answered,
                goods: { ...answered.goods, goodReputationReply: answered.goods.goodReputationReply || long('…') },
                reputationPics: pics,
              }}
            />
          </Card>
        </State>
      )}
    </Part>
  )
}

export const Pictures = ({ goods: [one, two, three] }: Samples) => (
  <Part name="Pictures">
    <State is="shown, on its way, gone, none">
      <Row>
        <Picture src={one?.pic ?? ''} color={one?.picColor} size={72} radius={12} alt={one?.name ?? ''} />
        <Picture src={ON_ITS_WAY} color={two?.picColor} size={72} radius={12} />
        <Picture src={UNREADABLE} size={72} radius={12} />
        <Picture src="" size={72} radius={12} />
      </Row>
    </State>
    <State is="a row that a tap shows large">
      <PictureRow urls={[one, two, three].flatMap(goods => goods?.pic ?? [])} />
    </State>
  </Part>
)

/** Nothing is drawn, nothing fails: the ground stays. */
const ON_ITS_WAY = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
