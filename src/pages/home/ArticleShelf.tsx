import { ScrollView, Text, View } from '@tarojs/components'
import type { Article } from '@/api'
import { ArticleCard } from '@/components/ArticleCard'
import { Skeleton } from '@/components/Skeleton'
import { pages } from '@/lib/pages'
import type { Loaded } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'

/** The articles that the shop keeper recommends, to be pushed aside. Its place is kept while nobody knows whether there are any. */
export function ArticleShelf({ of: { data, isLoading } }: { of: Loaded<Article[]> }) {
  if (!data?.length && !(isLoading && !data)) return null
  return (
    <View className="article-shelf">
      <View className="home__heading">
        <Text className="home__title">{texts.articles.shelf}</Text>
        <Pressable className="home__all" to={pages.articles()}>
          {texts.all}
        </Pressable>
      </View>
      <ScrollView className="article-shelf__row" scrollX enhanced showScrollbar={false}>
        <View className="article-shelf__cards">
          {data
            ? data.map(article => <ArticleCard key={article.id} article={article} look="small" />)
            : [1, 2].map(i => <Skeleton key={i} width={228} height={158} radius={18} />)}
        </View>
      </ScrollView>
    </View>
  )
}
