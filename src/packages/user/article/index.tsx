import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useState } from 'react'
import { type Article, type ArticleWithContent, asMe, dataOf, dataOrNone, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { dayText } from '@/lib/dates'
import { pages, passedOn } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { Pressable } from '@/platform/pressable'
import { RichText } from '@/platform/rich-text'
import { ShareButton } from '@/platform/share-button'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import './index.scss'

/** One article, and the ones beside it. */
export default function ArticlePage() {
  const id = Number(useRouter().params.id) || 0
  const article = useLoad(async () => (await dataOf(wxapi.cmsArticleDetailV3({ id }))).info, [id])
  const { title = '', pic: picture = '' } = article.data ?? {}
  const path = passedOn(pages.article(id), useMyId())
  useShareAppMessage(() => ({ title, path, imageUrl: picture }))
  useShareTimeline(() => ({ title, query: path.split('?')[1] ?? '', imageUrl: picture }))
  return (
    <Page title={texts.articles.one} card={{ title, path, picture }}>
      <View className="writing">
        <Show of={article} skeleton={<Skeletons />}>
          {article => <Reading article={article} />}
        </Show>
      </View>
    </Page>
  )
}

function Reading({ article }: { article: ArticleWithContent }) {
  const { title, author, dateAdd, views, content } = article
  return (
    <>
      <Text className="writing__title">{title}</Text>
      <Text className="writing__about">
        {[author, dayText(dateAdd), texts.articles.views(views)].filter(Boolean).join(' · ')}
      </Text>
      <RichText html={content} />
      <Opinion article={article} />
      <Neighbours id={article.id} />
    </>
  )
}

/** One vote each; the server knows whether it is new. */
function Opinion({ article: { id, title, numberUsefull } }: { article: ArticleWithContent }) {
  const [count, setCount] = useState<number>()
  const vote = async () => {
    try {
      await asMe(token => wxapi.cmsArticleUseless({ id, token, isUseful: true }))
      setCount((await dataOf(wxapi.cmsArticleDetail(id))).numberUsefull)
      say(texts.articles.thanks)
    } catch (error) {
      say(error)
    }
  }
  return (
    <View className="article__opinion">
      <Pressable
        className={`article__vote ${count === undefined ? '' : 'article__vote--on'}`}
        label={texts.articles.useful(count ?? numberUsefull)}
        onPress={vote}
      >
        <Icon name="thumb" size={20} />
        <Text>{texts.articles.useful(count ?? numberUsefull)}</Text>
      </Pressable>
      <ShareButton className="article__vote" title={title} path={pages.article(id)}>
        <Icon name="share" size={20} />
        <Text>{texts.share}</Text>
      </ShareButton>
    </View>
  )
}

function Neighbours({ id }: { id: number }) {
  const { data } = useLoad(() => dataOrNone(wxapi.cmsArticlePreNextV2(id)), [id])
  const around = [
    [texts.articles.previous, data?.pre],
    [texts.articles.next, data?.next],
  ] as const satisfies ReadonlyArray<readonly [string, Article | undefined]>
  return (
    <View className="article__around">
      {around.map(
        ([name, one]) =>
          one && (
            <Pressable key={name} className="article__neighbour" to={pages.article(one.id)}>
              <Text className="article__where">{name}</Text>
              <Text className="article__which">{one.title}</Text>
              <Icon name="right" size={16} />
            </Pressable>
          ),
      )}
    </View>
  )
}

const Skeletons = () => (
  <>
    <Skeleton width="84%" height={28} gap={10} />
    <Skeleton width="56%" height={14} gap={24} />
    <Skeleton height={220} radius={12} gap={20} />
    <Skeleton height={16} gap={12} />
    <Skeleton height={16} gap={12} />
    <Skeleton width="70%" height={16} />
  </>
)
