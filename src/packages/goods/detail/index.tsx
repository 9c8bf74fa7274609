import { Text, View } from '@tarojs/components'
import { usePageScroll, useRouter, useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { asMeIfSignedIn, dataOf, type GoodsDetail, listOf, wxapi } from '@/api'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { type Intent, SkuSheet } from '@/components/SkuSheet'
import { usePurchase } from '@/components/SkuSheet/use-purchase'
import { goodsIn } from '@/lib/inviter'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { RichText } from '@/platform/rich-text'
import { useFootprints } from '@/stores/footprints'
import { useSession } from '@/stores/session'
import { texts } from '@/texts'
import { BuyBar } from './BuyBar'
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
  const id = goodsIn(useRouter().params)
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
  const { name = '', pic = '' } = detail.data?.basicInfo ?? {}
  useShareAppMessage(() => ({ title: name, path: pages.goods(id, { inviter }), imageUrl: pic }))
  useShareTimeline(() => ({ title: name, query: queryIn(pages.goods(id, { inviter })), imageUrl: pic }))

  return (
    <Page
      title={name || texts.goods.title}
      bar="clear"
      solidity={solidity}
      action={detail.data && <ShareOpener onPress={() => setSharing('ways')} />}
    >
      <Show of={detail} skeleton={<DetailSkeleton />}>
        {data => <Product detail={data} rebate={rebate.data ?? FULL_PRICE} />}
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

function Product({ detail, rebate }: { detail: GoodsDetail; rebate: number }) {
  const { basicInfo, content, pics } = detail
  const [intent, setIntent] = useState<Intent>()
  const additions =
    useLoad(async () => (basicInfo.hasAddition ? listOf(wxapi.goodsAddition(basicInfo.id)) : []), [basicInfo.id])
      .data ?? []
  const purchase = usePurchase(detail, additions, rebate)
  const act = useBuying(basicInfo.id, purchase, () => setIntent(undefined))
  const hasChoice = hasChoiceIn(detail)
  const press = (as: 'cart' | 'buy') => (hasChoice || as === 'buy' ? setIntent(as) : act(as))

  return (
    <>
      <Gallery
        pictures={pics.length ? pics.map(({ pic }) => pic) : [basicInfo.pic]}
        color={basicInfo.picColor}
        videoId={basicInfo.videoId}
      />
      <View className="product">
        <Headline detail={detail} rebate={rebate} />
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
      <BuyBar goods={basicInfo} onPress={press} />
      <SkuSheet
        detail={detail}
        additions={additions}
        purchase={purchase}
        intent={intent}
        onClose={() => setIntent(undefined)}
        onConfirm={act}
      />
    </>
  )
}

/** Without anything to choose, a tap buys. */
const hasChoiceIn = ({ properties, basicInfo }: GoodsDetail): boolean =>
  Boolean(properties?.length) || Boolean(basicInfo.hasAddition)

const queryIn = (url: string): string => url.split('?')[1] ?? ''
