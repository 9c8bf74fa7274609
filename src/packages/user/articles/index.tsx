import { View } from '@tarojs/components'
import { useReachBottom, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useState } from 'react'
import { listOf, wxapi } from '@/api'
import { ArticleCard, ArticleSkeletons } from '@/components/ArticleCard'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Tabs } from '@/components/Tabs'
import { usePull } from '@/lib/page-hooks'
import { pages, passedOn } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/user'
import './index.scss'

const EVERYTHING = '0'

/** What the shop has written, all of it or of one category. */
export default function Articles() {
  const [category, setCategory] = useState(useRouter().params.categoryId ?? EVERYTHING)
  const categories = useLoad(() => listOf(wxapi.cmsCategories()), [])
  const articles = usePages(
    page => listOf(wxapi.cmsArticlesV3({ categoryId: Number(category) || 0, page, pageSize: PAGE_SIZE })),
    [category],
  )
  useReachBottom(articles.more)
  usePull(() => Promise.all([categories.reload(), articles.reload()]))
  const path = passedOn(pages.articles({ categoryId: Number(category) || undefined }), useMyId())
  useShareAppMessage(() => ({ title: texts.articles.title, path }))
  const { rows, error } = articles

  const tabs = (categories.data ?? []).map(({ id, name }) => ({ key: String(id), name }))
  return (
    <Page title={texts.articles.title} card={{ title: texts.articles.title, path }}>
      <View className="articles">
        <View className="articles__tabs">
          {tabs.length > 1 && (
            <Tabs tabs={[{ key: EVERYTHING, name: texts.all }, ...tabs]} current={category} onChange={setCategory} />
          )}
        </View>
        {!rows && !error && <ArticleSkeletons />}
        {!rows && error && <Failed error={error} onRetry={articles.reload} />}
        {rows?.length === 0 && <Empty icon="article" title={texts.articles.empty} text={texts.articles.emptyText} />}
        {rows?.map((article, i) => (
          <ArticleCard key={article.id} article={article} look={i === 0 && article.pic ? 'lead' : 'row'} />
        ))}
        <ListEnd of={articles} />
      </View>
    </Page>
  )
}
