import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { asMe, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { bargainIn, bargainScene } from '@/lib/inviter'
import { moneyText, shortMoneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { ask } from '@/stores/saying'
import { texts } from '@/texts/promotion'
import { GoodsRow } from '../GoodsRow'
import { Head } from '../Head'
import { ShareBar } from '../ShareBar'
import { Helpers } from './Helpers'
import { Standing } from './Standing'
import { type Bargain, useBargain } from './use-bargain'
import './index.scss'

export default function BargainPage() {
  const { kjid, joiner } = bargainIn(useRouter().params)
  const bargain = useBargain(kjid, joiner)
  const { loaded, myId } = bargain
  useReturn(loaded.reload)
  usePull(loaded.reload)
  const { goods, kanjiaInfo } = loaded.data ?? {}
  const path = pages.bargain({ kjid, joiner: kanjiaInfo?.uid, inviter: myId })
  const title = goods ? shareTitle(loaded.data as Bargain) : texts.bargain.title
  useShareAppMessage(() => ({ title, path, imageUrl: goods?.basicInfo.pic ?? '' }))

  return (
    <Page
      title={texts.bargain.title}
      bar="festive"
      card={{ title: goods ? title : '', path, picture: goods?.basicInfo.pic }}
    >
      <Show of={loaded} skeleton={<Skeletons />}>
        {data => (
          <View className="bargain">
            <Asking bargain={data} isMine={bargain.isMine} />
            <View className="bargain__card">
              <Product bargain={data} />
              <Standing info={data.kanjiaInfo} onEnd={loaded.reload} />
              {bargain.isMine ? (
                <OwnActions bargain={data} of={bargain} path={path} title={title} />
              ) : (
                <FriendActions bargain={data} of={bargain} />
              )}
            </View>
            <Helpers helps={data.helps} />
            {data.set && <Rules set={data.set} />}
          </View>
        )}
      </Show>
    </Page>
  )
}

const shareTitle = ({ goods, kanjiaInfo }: Bargain) =>
  texts.bargain.shareTitle(goods.basicInfo.name, shortMoneyText(kanjiaInfo.minPrice))

/** Who asks, and what a friend can do. */
function Asking({ bargain: { joiner, set }, isMine }: { bargain: Bargain; isMine: boolean }) {
  const { head, invites, friend, each } = texts.bargain
  return (
    <Head
      sign={<Avatar src={joiner.avatarUrl} name={joiner.nick} size={44} />}
      title={isMine ? head : invites(joiner.nick || friend)}
    >
      {set && each(shortMoneyText(set.helpPriceMin), shortMoneyText(set.helpPriceMax))}
    </Head>
  )
}

function Product({ bargain: { goods, kanjiaInfo, set } }: { bargain: Bargain }) {
  const { name, pic, picColor } = goods.basicInfo
  const { minPrice, originalPrice } = kanjiaInfo
  return (
    <GoodsRow
      name={name}
      pic={pic}
      picColor={picColor}
      price={minPrice}
      priceName={texts.bargain.floor}
      was={originalPrice}
    >
      {set && set.number > set.numberBuy && <Text>{texts.bargains.left(set.number - set.numberBuy)}</Text>}
    </GoodsRow>
  )
}

type Acting = ReturnType<typeof useBargain>

/** What friends are asked for, in a picture. */
const posterOf = ({ goods, kanjiaInfo: { kjId, uid, minPrice, originalPrice } }: Bargain, path: string) => ({
  name: texts.bargain.poster,
  poster: {
    picture: goods.basicInfo.pic,
    color: goods.basicInfo.picColor,
    name: goods.basicInfo.name,
    price: minPrice,
    was: originalPrice,
    from: undefined,
    hint: texts.bargain.posterHint,
  },
  coded: { path, page: 'packages/promotion/bargain/index', scene: bargainScene(kjId, uid) },
})

interface Own {
  bargain: Bargain
  of: Acting
  path: string
  title: string
}

/** What the one whose bargain it is can do: ask friends, buy at the price it stands at, or begin anew. */
function OwnActions({ bargain, of: { act, isBusy }, path, title }: Own) {
  const { kanjiaInfo, goods, ownCut } = bargain
  const { kjId, uid, status, orderId, curPrice } = kanjiaInfo
  if (status === 3) return null
  if (status === 2) return <Button to={pages.order(orderId ?? 0)}>{texts.bargain.toOrder}</Button>
  const buy = () => {
    const hasChoice = Boolean(goods.properties?.length) || goods.basicInfo.hasAddition
    const { id } = goods.basicInfo
    open(hasChoice ? pages.goods(id, { kjid: kjId }) : pages.checkout({ goodsId: id, number: 1, kjid: kjId }))
  }
  const clear = async () => {
    const isSure = await ask({
      title: texts.bargain.clearAsk,
      text: texts.bargain.clearText,
      yes: texts.bargain.clearYes,
    })
    if (!isSure) return
    await act(() => asMe(token => wxapi.kanjiaClear(token, kjId)))
  }
  return (
    <View className="bargain__actions">
      {status === 0 && (
        <ShareBar
          title={title}
          path={path}
          invite={texts.bargain.invite}
          copy={texts.bargain.copyLink}
          poster={posterOf(bargain, path)}
        />
      )}
      {status === 0 && ownCut === undefined && (
        <Button
          kind="soft"
          isBusy={isBusy}
          onPress={() => act(() => asMe(token => wxapi.kanjiaHelp(token, kjId, uid)))}
        >
          {texts.bargain.helpMyself}
        </Button>
      )}
      <Button kind={status === 0 ? 'line' : 'primary'} onPress={buy}>
        {texts.bargain.buy(moneyText(curPrice))}
      </Button>
      <Button kind="plain" size="s" onPress={clear}>
        {texts.bargain.clear}
      </Button>
    </View>
  )
}

/** One big button, and afterwards what it has done. */
function FriendActions({ bargain, of: { act, isBusy } }: { bargain: Bargain; of: Acting }) {
  const { kanjiaInfo, ownCut } = bargain
  const { kjId, uid, status } = kanjiaInfo
  return (
    <View className="bargain__actions" {...{ role: 'status', 'aria-live': 'polite' }}>
      {ownCut !== undefined ? (
        <Text className="bargain__helped">{texts.bargain.helped(moneyText(ownCut))}</Text>
      ) : (
        status === 0 && (
          <View className="bargain__big">
            <Button isBusy={isBusy} onPress={() => act(() => asMe(token => wxapi.kanjiaHelp(token, kjId, uid)))}>
              {texts.bargain.help}
            </Button>
          </View>
        )
      )}
      {status !== 3 && (
        <Button kind={ownCut !== undefined || status !== 0 ? 'primary' : 'plain'} to={pages.bargain({ kjid: kjId })}>
          {texts.bargain.mine}
        </Button>
      )}
    </View>
  )
}

const Rules = ({ set: { numberHelp, helpPriceMin, helpPriceMax } }: { set: NonNullable<Bargain['set']> }) => (
  <View className="bargain__card">
    <Text className="bargain__heading">{texts.bargain.rules}</Text>
    <Text className="bargain__rules">
      {texts.bargain.rulesText(numberHelp, moneyText(helpPriceMin), moneyText(helpPriceMax))}
    </Text>
  </View>
)

const Skeletons = () => (
  <View className="bargain">
    <Skeleton height={320} radius={18} gap={12} />
    <Skeleton height={180} radius={18} />
  </View>
)
