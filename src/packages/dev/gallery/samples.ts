/** What the gallery shows: the shop's own goods, reviews, articles and coupons, and lists in every state. */
import {
  type AdditionGroup,
  type Article,
  type CouponRule,
  dataOf,
  type Goods,
  type GoodsDetail,
  listOf,
  NetworkError,
  type Review,
  wxapi,
} from '@/api'
import { type Loaded, useLoad } from '@/lib/use-load'
import type { Pages } from '@/lib/use-pages'
import { texts } from '@/texts'
import { formatTime } from '../../../../contract/time'

export interface Samples {
  goods: readonly Goods[]
  /** Something to choose from, with additions where the shop has such goods. */
  detail: GoodsDetail
  additions: readonly AdditionGroup[]
  reviews: readonly Review[]
  articles: readonly Article[]
  coupons: readonly CouponRule[]
}

export const useSamples = (): Loaded<Samples> => useLoad(readSamples, [])

async function readSamples(): Promise<Samples> {
  const goods = await listOf(wxapi.goodsv2({ page: 1, pageSize: 100 }))
  const chosen = goods.find(({ hasAddition, propertyIds }) => hasAddition && propertyIds) ?? goods[0]
  const reviewed = [...goods].sort((a, b) => b.numberReputation - a.numberReputation)[0]
  if (!chosen || !reviewed) throw new Error('the gallery needs a shop with goods')
  const [detail, additions, reviews, articles, coupons] = await Promise.all([
    dataOf(wxapi.goodsDetail(chosen.id)),
    listOf(wxapi.goodsAddition(chosen.id)),
    listOf(wxapi.goodsReputationV2({ goodsId: reviewed.id, page: 1, pageSize: 20 })),
    listOf(wxapi.cmsArticlesV3({ page: 1, pageSize: 3 })),
    listOf(wxapi.coupons()),
  ])
  return { goods, detail, additions, reviews, articles, coupons }
}

/** No picture, and no request that could fail aloud. */
export const UNREADABLE = 'data:image/png;base64,AAAA'

/** Longer than any line. */
export const long = (words: string): string => Array(4).fill(words).join(' ')

const HOUR_MS = 3_600_000
/** A time of the server so many hours from now. */
export const hoursFromNow = (hours: number): string => formatTime(new Date(Date.now() + hours * HOUR_MS))

export const offline = () => new NetworkError(texts.errors.offline)

const settled = { error: undefined, isLoading: false, reload: async () => {} }

export const loaded = <Data>(data: Data): Loaded<Data> => ({ ...settled, data, replace: () => {} })
export const loading: Loaded<never> = { ...settled, data: undefined, isLoading: true, replace: () => {} }
export const failed = (error: Error): Loaded<never> => ({ ...loading, isLoading: false, error })

/** A list that grows: some of it, all of it, or that and an error. */
export const listOfRows = <Row>(rows: Row[] | undefined, state: Partial<Pages<Row>> = {}): Pages<Row> => ({
  ...settled,
  rows,
  isEnd: true,
  more: async () => {},
  ...state,
})
