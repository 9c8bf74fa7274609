import { ScrollView, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Category, listOf, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoodsRows, RowsSkeleton } from '@/components/GoodsShelf'
import { Icon } from '@/components/Icon'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { Pressable } from '@/platform/pressable'
import { Scroller } from '@/platform/scroller'
import { texts } from '@/texts'
import './index.scss'

export default function CategoryPage() {
  const categories = useLoad(
    async () => (await listOf(wxapi.goodsCategory())).filter(({ isUse }) => isUse),
    [],
    'categories-in-use',
  )
  return (
    <Page title={texts.category.title} tab="category" bar="none" className="page--still">
      <View className="category__head">
        <Pressable
          className="category__search"
          label={`${texts.goodsList.search} ${texts.home.search}`}
          to={pages.search()}
        >
          <Icon name="search" size={18} />
          <Text>{texts.home.search}</Text>
        </Pressable>
      </View>
      <View className="category">
        <Show of={categories} skeleton={<Skeletons />}>
          {rows => (rows.length ? <Columns categories={rows} /> : <Empty icon="grid" title={texts.category.none} />)}
        </Show>
      </View>
    </Page>
  )
}

/** The main categories at the left; the goods of the chosen one, or of a part of it, at the right. */
function Columns({ categories }: { categories: Category[] }) {
  const roots = categories.filter(({ pid }) => pid === 0)
  const [rootId, setRootId] = useState(roots[0]?.id)
  const [partId, setPartId] = useState<number>()
  const parts = categories.filter(({ pid }) => pid === rootId)
  return (
    <>
      <ScrollView className="category__rail" scrollY enhanced showScrollbar={false}>
        <View {...{ role: 'tablist' }}>
          {roots.map(({ id, name }) => (
            <Pressable
              key={id}
              className={`category__root ${id === rootId ? 'category__root--on' : ''}`}
              role="tab"
              isOn={id === rootId}
              onPress={() => {
                setRootId(id)
                setPartId(undefined)
              }}
            >
              <Text className="category__root-name">{name}</Text>
            </Pressable>
          ))}
        </View>
      </ScrollView>
      <Shelf key={partId ?? rootId} categoryId={partId ?? rootId}>
        {parts.length > 0 && (
          <View className="category__parts">
            {[{ id: undefined, name: texts.all }, ...parts].map(({ id, name }) => (
              <Pressable
                key={name}
                className={`category__part ${id === partId ? 'category__part--on' : ''}`}
                role="radio"
                isOn={id === partId}
                onPress={() => setPartId(id)}
              >
                {name}
              </Pressable>
            ))}
          </View>
        )}
      </Shelf>
    </>
  )
}

function Shelf({ categoryId, children }: { categoryId: number | undefined; children: React.ReactNode }) {
  const goods = usePages(
    page => listOf(wxapi.goodsv2({ ...(categoryId && { categoryId }), page, pageSize: PAGE_SIZE })),
    [categoryId],
    `category:${categoryId ?? ''}`,
  )
  return (
    <Scroller className="category__goods" ahead={300} onEnd={goods.more} onPull={goods.reload}>
      {children}
      {!goods.rows && !goods.error && <RowsSkeleton />}
      {!goods.rows && goods.error && <Failed error={goods.error} onRetry={goods.reload} />}
      {goods.rows?.length === 0 && <Empty icon="box" title={texts.category.empty} />}
      {goods.rows && <GoodsRows rows={goods.rows} />}
      <ListEnd of={goods} />
    </Scroller>
  )
}

const Skeletons = () => (
  <>
    <View className="category__rail">
      {[1, 2, 3, 4, 5, 6].map(i => (
        <View key={i} className="category__root">
          <Skeleton width={48} height={14} />
        </View>
      ))}
    </View>
    <View className="category__goods">
      <RowsSkeleton />
    </View>
  </>
)
