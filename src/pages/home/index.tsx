import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { dataOrNone, type Goods, listOf, wxapi } from '@/api'
import { DemoTag } from '@/components/DemoLine'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { GoodsShelf, ShelfSkeleton } from '@/components/GoodsShelf'
import { Icon } from '@/components/Icon'
import { ListEnd } from '@/components/ListEnd'
import { Logo } from '@/components/Logo'
import { Page } from '@/components/Page'
import { usePull } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { barHeight, capsuleWidth, statusBarHeight } from '@/platform/frame'
import { Pressable } from '@/platform/pressable'
import { useSharedFront } from '@/platform/share-front'
import { useCart } from '@/stores/cart'
import { useShop, useShopName } from '@/stores/shop'
import { texts } from '@/texts'
import { ArticleShelf } from './ArticleShelf'
import { Banners } from './Banners'
import { Categories } from './Categories'
import { DealShelf } from './DealShelf'
import { NewShelf } from './NewShelf'
import { NoticeLine } from './NoticeLine'
import './index.scss'

const MOST_NEW = 10
const MOST_DEALS = 6
const MOST_ARTICLES = 6

const dealsOf = (which: { miaosha?: true; kanjia?: true; pingtuan?: true }) =>
  listOf(wxapi.goodsv2({ ...which, page: 1, pageSize: MOST_DEALS }))

const salePrice = ({ miaoshaPrice, minPrice }: Goods) => miaoshaPrice ?? minPrice

/** What the first sale does next: it ends, or has yet to begin. */
function saleTurn({ miaoshaPrice = 0, minPrice, dateStart, dateEnd }: Goods) {
  const isOn = minPrice <= miaoshaPrice
  const time = isOn ? dateEnd : dateStart
  return time ? { time, words: isOn ? texts.home.saleEnds : texts.home.saleBegins } : undefined
}

export default function Home() {
  const name = useShopName()
  const isDemo = useShop(shop => shop.isDemo)
  useSharedFront()
  const banners = useLoad(() => listOf(wxapi.banners({ type: 'index' })), [], 'banners')
  const categories = useLoad(() => listOf(wxapi.goodsCategory()), [], 'categories')
  const arrivals = useLoad(
    () => listOf(wxapi.goodsv2({ orderBy: 'addedDown', page: 1, pageSize: MOST_NEW })),
    [],
    'arrivals',
  )
  const notice = useLoad(() => dataOrNone(wxapi.noticeLastOne()), [], 'notice')
  const articles = useLoad(
    () => listOf(wxapi.cmsArticlesV3({ isRecommend: true, pageSize: MOST_ARTICLES })),
    [],
    'articles',
  )
  const sales = useLoad(() => dealsOf({ miaosha: true }), [], 'sales')
  const bargains = useLoad(() => dealsOf({ kanjia: true }), [], 'bargains')
  const groups = useLoad(() => dealsOf({ pingtuan: true }), [], 'groups')
  const picks = usePages(page => listOf(wxapi.goodsv2({ recommendStatus: 1, page, pageSize: PAGE_SIZE })), [], 'picks')
  /** Whether there are deals pushes all that stands below: it waits until that is known, so that nothing jumps. */
  const isSettled = [sales, bargains, groups].every(({ data, error }) => data || error)
  useReachBottom(picks.more)
  usePull(() =>
    Promise.all([
      banners.reload(),
      categories.reload(),
      notice.reload(),
      arrivals.reload(),
      articles.reload(),
      sales.reload(),
      bargains.reload(),
      groups.reload(),
      picks.reload(),
      useCart.getState().refresh(),
    ]),
  )

  return (
    <Page title={name} tab="home" bar="none">
      <View className="home">
        <View style={{ height: `${statusBarHeight}px` }} />
        <View
          className="home__head"
          style={{ minHeight: `${barHeight}px`, ...(capsuleWidth > 0 && { paddingRight: `${capsuleWidth}px` }) }}
        >
          <Logo size={34} />
          <View className={`home__shop ${isDemo ? 'home__shop--demo' : ''}`}>
            <Text className="home__name">{name}</Text>
            <DemoTag />
          </View>
          <Search />
        </View>
        <Banners of={banners} />
        <Categories of={categories} />
        <NoticeLine of={notice} />
        {!isSettled && <ShelfSkeleton />}
        {isSettled && (
          <>
            <DealShelf title={texts.home.sales} of={sales} priceOf={salePrice} until={saleTurn} />
            <DealShelf
              title={texts.home.bargains}
              of={bargains}
              priceOf={({ kanjiaPrice }) => kanjiaPrice}
              to={pages.bargains()}
            />
            <DealShelf
              title={texts.home.groups}
              of={groups}
              priceOf={({ pingtuanPrice }) => pingtuanPrice}
              to={pages.groups()}
            />
            <NewShelf of={arrivals} />
            <ArticleShelf of={articles} />
            <View className="home__heading">
              <Text className="home__title">{texts.home.picks}</Text>
              <Pressable className="home__all" to={pages.goodsList()}>
                {texts.all}
              </Pressable>
            </View>
            {!picks.rows && !picks.error && <ShelfSkeleton />}
            {!picks.rows && picks.error && <Failed error={picks.error} onRetry={picks.reload} />}
            {picks.rows?.length === 0 && <Empty icon="box" title={texts.home.noPicks} text={texts.home.noPicksText} />}
            {picks.rows && <GoodsShelf rows={picks.rows} />}
            <ListEnd of={picks} />
          </>
        )}
      </View>
    </Page>
  )
}

function Search() {
  const words = useShop(shop => shop.searchWords)
  const shown = words.length ? words.slice(0, 3).join(texts.wordGap) : texts.home.search
  return (
    <Pressable className="home__search" label={`${texts.goodsList.search} ${shown}`} to={pages.search()}>
      <Icon name="search" size={18} />
      <Text className="home__search-words">{shown}</Text>
    </Pressable>
  )
}
