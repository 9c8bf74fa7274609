import { Text, View } from '@tarojs/components'
import { usePageScroll, useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { asMeIfSignedIn, dataOf, type Goods, type GoodsDetail, listOf, wxapi } from '@/api'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { type Intent, SkuSheet } from '@/components/SkuSheet'
import { usePurchase } from '@/components/SkuSheet/use-purchase'
import { hasOpenings } from '@/lib/goods'
import { goodsIn, type Params } from '@/lib/inviter'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { RichText } from '@/platform/rich-text'
import { useFootprints } from '@/stores/footprints'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/goods'
import { BuyBar } from './BuyBar'
import { BookingCard } from './booking/Card'
import { atOpenings, type Opening } from './booking/openings'
import { BookingPart } from './booking/Part'
import { useBooking, useOpenings, withBooking } from './booking/use-booking'
import { Deals, SaleLine } from './Deals'
import { atDealPrice, type Deal, dealIn } from './deal'
import { Earning } from './Earning'
import { Gallery } from './Gallery'
import { Headline } from './Headline'
import { ReviewsPreview } from './ReviewsPreview'
import { Share, ShareOpener, type Sharing } from './Share'
import { DetailSkeleton } from './Skeleton'
import { Terms } from './Terms'
import { useBuying } from './use-buying'
import './index.scss'

/** How far the page scrolls until its bar is solid. */
const SOLID_AT = 280
const FULL_PRICE = 10

export default function Detail() {
  const { params } = useRouter()
  const id = goodsIn(params)
  const token = useSession(session => session.token)
  const detail = useLoad(() => dataOf(wxapi.goodsDetail(id, token)), [id], `goods:${id}`)
  const isThere = detail.data !== undefined
  useEffect(() => {
    if (isThere) useFootprints.getState().add(id)
  }, [id, isThere])
  const rebate = useLoad(
    async () => (await asMeIfSignedIn(token => wxapi.goodsRebate(token, id))) ?? FULL_PRICE,
    [id, token],
  )
  const [sharing, setSharing] = useState<Sharing>()
  const [solidity, setSolidity] = useState(0)
  usePageScroll(({ scrollTop }) => setSolidity(Math.round(Math.min(1, scrollTop / SOLID_AT) * 10) / 10))
  const inviter = useMyId()
  const { name = '', pic = '', characteristic = '' } = detail.data?.basicInfo ?? {}
  useShareAppMessage(() => ({ title: name, path: pages.goods(id, { inviter }), imageUrl: pic }))
  useShareTimeline(() => ({ title: name, query: queryIn(pages.goods(id, { inviter })), imageUrl: pic }))

  return (
    <Page
      title={name || texts.goods.title}
      bar="clear"
      solidity={solidity}
      card={{ title: name, text: characteristic, path: pages.goods(id, { inviter }), picture: pic }}
      action={detail.data && <ShareOpener onPress={() => setSharing('ways')} />}
    >
      <Show of={detail} skeleton={<DetailSkeleton />}>
        {data => (
          <Product
            detail={data}
            rebate={rebate.data ?? FULL_PRICE}
            params={params}
            onTurn={detail.reload}
            onShare={() => setSharing('ways')}
          />
        )}
      </Show>
      {detail.data && (
        <Share
          sharing={sharing}
          onChange={setSharing}
          goods={detail.data.basicInfo}
          hasChoice={hasChoiceIn(detail.data)}
          inviter={inviter}
        />
      )}
    </Page>
  )
}

interface ProductProps {
  detail: GoodsDetail
  rebate: number
  params: Params
  /** A flash sale has begun, or is over. */
  onTurn(): void
  onShare(): void
}

function Product({ detail, rebate, params, onTurn, onShare }: ProductProps) {
  const { basicInfo, content, pics } = detail
  const [deal, setDeal] = useState<Deal>()
  const brought = useLoad(() => dealIn(params, basicInfo), [params.team, params.kjid, basicInfo.pingtuanPrice]).data
  const openings = useOpenings(basicInfo)
  const isBookable = hasOpenings(basicInfo)
  const current = isBookable && openings.data ? atOpenings(detail, openings.data) : detail
  const shown = deal ? atDealPrice(current, deal) : current
  const [intent, setIntent] = useState<Intent | undefined>(params.choose ? 'choose' : undefined)
  const additions =
    useLoad(async () => (basicInfo.hasAddition ? listOf(wxapi.goodsAddition(basicInfo.id)) : []), [basicInfo.id])
      .data ?? []
  const chosen = usePurchase(shown, additions, deal ? FULL_PRICE : rebate)
  const booking = useBooking(basicInfo, openings, chosen, () => setIntent('choose'))
  const purchase = withBooking(chosen, booking, rebate)
  const close = () => setIntent(undefined)
  const act = useBuying(basicInfo.id, purchase, deal, booking?.request, close)
  const hasChoice = hasChoiceIn(detail)
  const press = (as: 'cart' | 'buy', by?: Deal) => {
    setDeal(by)
    return hasChoice || as === 'buy' ? setIntent(as) : act(as)
  }

  return (
    <>
      <Gallery
        pictures={pics.length ? pics.map(({ pic }) => pic) : [basicInfo.pic]}
        color={basicInfo.picColor}
        videoId={basicInfo.videoId}
      />
      <View className="product">
        <SaleLine goods={basicInfo} onTurn={onTurn} />
        <Headline detail={current} rebate={rebate} />
        <Earning goods={basicInfo} onShare={onShare} />
        <Deals goods={basicInfo} />
        {booking && <BookingCard booking={booking} onOpen={() => setIntent('choose')} />}
        <Terms detail={detail} purchase={purchase} hasChoice={hasChoice} onChoose={() => setIntent('choose')} />
        <ReviewsPreview goodsId={basicInfo.id}>
          {content && (
            <View className="product__about">
              <Text className="product__heading">{texts.goods.about}</Text>
              <RichText html={content} />
            </View>
          )}
        </ReviewsPreview>
      </View>
      <BuyBar goods={isBookable ? bookableNow(current, openings.data) : basicInfo} brought={brought} onPress={press} />
      <SkuSheet
        detail={shown}
        additions={additions}
        purchase={purchase}
        intent={intent}
        onClose={close}
        onConfirm={act}
        booking={
          booking && {
            part: <BookingPart booking={booking} />,
            text: booking.text,
            sum: texts.booking.sum(booking.chosen.length, purchase.number),
          }
        }
      />
    </>
  )
}

/** Without anything to choose, a tap buys. */
const hasChoiceIn = ({ properties, basicInfo }: GoodsDetail): boolean =>
  Boolean(properties?.length) || Boolean(basicInfo.hasAddition) || hasOpenings(basicInfo)

/** Until it is known what can be booked, something can: the stock says nothing of it. */
const bookableNow = ({ basicInfo }: GoodsDetail, openings: readonly Opening[] | undefined): Goods =>
  openings ? basicInfo : { ...basicInfo, stores: basicInfo.minBuyNumber }

const queryIn = (url: string): string => url.split('?')[1] ?? ''
