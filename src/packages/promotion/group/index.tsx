import { Text, View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { dataOf, listOf, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { goodsIn, goodsScene } from '@/lib/inviter'
import { leftText } from '@/lib/left-text'
import { moneyText, shortMoneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { texts } from '@/texts/promotion'
import { GoodsRow } from '../GoodsRow'
import { Head } from '../Head'
import { ShareBar } from '../ShareBar'
import './index.scss'

/** A group: who is in it, which places are free, and what comes next. */
export default function GroupPage() {
  const id = goodsIn(useRouter().params)
  const myId = useMyId()
  const group = useLoad(() => readGroup(id), [id])
  useReturn(group.reload)
  usePull(group.reload)
  const goods = group.data?.goods.basicInfo
  const path = pages.group(id, { inviter: myId })
  const title = goods
    ? texts.group.shareTitle(goods.name, shortMoneyText(goods.pingtuanPrice || goods.minPrice))
    : texts.group.title
  useShareAppMessage(() => ({ title, path, imageUrl: goods?.pic ?? '' }))
  return (
    <Page title={texts.group.title} bar="festive" card={{ title: goods ? title : '', path, picture: goods?.pic }}>
      <Show of={group} skeleton={<Skeletons />}>
        {data => (
          <View className="group">
            <State group={data} onEnd={group.reload} />
            <View className="group__card">
              <Product group={data} />
              <Seats group={data} />
              <Actions group={data} myId={myId} path={path} title={title} />
            </View>
          </View>
        )}
      </Show>
    </Page>
  )
}

type Group = Awaited<ReturnType<typeof readGroup>>

async function readGroup(id: number) {
  const team = await dataOf(wxapi.pingtuanTuanInfo(id))
  const [members, goods] = await Promise.all([
    listOf(wxapi.pingtuanJoinUsers(id)),
    dataOf(wxapi.goodsDetail(team.goodsId)),
  ])
  return { team, members, goods }
}

function Product({ group: { goods, team } }: { group: Group }) {
  const { name, pic, picColor, pingtuanPrice, minPrice } = goods.basicInfo
  return (
    <GoodsRow name={name} pic={pic} picColor={picColor} price={pingtuanPrice || minPrice} was={minPrice}>
      <Text>{texts.group.people(team.numberPersion)}</Text>
    </GoodsRow>
  )
}

function State({ group: { team }, onEnd }: { group: Group; onEnd(): void }) {
  const { status, numberPersion, helpNumber, numberLeft, dateEnd } = team
  if (status !== 0) {
    const isComplete = status === 1
    const { complete, completeText, failed, failedText } = texts.group
    return (
      <Head
        sign={
          <View className="group__mark">
            <Icon name={isComplete ? 'check' : 'close'} size={24} />
          </View>
        }
        title={isComplete ? complete : failed}
      >
        {isComplete ? completeText : failedText}
      </Head>
    )
  }
  return (
    <Head title={numberLeft > 0 ? texts.group.open(numberPersion - helpNumber) : texts.group.full}>
      <Countdown until={dateEnd} onEnd={onEnd}>
        {remaining => texts.group.endsIn(leftText(remaining))}
      </Countdown>
    </Head>
  )
}

/** So many places are drawn; a hundred would say nothing. */
const MOST_SEATS = 10
const SEAT = 48

function Seats({ group: { team, members } }: { group: Group }) {
  const free = Math.max(0, Math.min(team.numberPersion, MOST_SEATS) - members.length)
  return (
    <View className="group__seats">
      {members.slice(0, MOST_SEATS).map(({ uid, isLeader, apiExtUserHelp: { nick, avatarUrl } }) => (
        <View key={uid} className="group__seat">
          <Avatar src={avatarUrl} name={nick} size={SEAT} />
          <Text className="group__name">{isLeader ? texts.group.leader : nick || texts.group.anonymous}</Text>
        </View>
      ))}
      {team.status === 0 &&
        Array.from({ length: free }, (_, i) => members.length + i).map(seat => (
          <View key={`free ${seat}`} className="group__seat">
            <View className="group__free" style={{ width: `${SEAT}px`, height: `${SEAT}px` }}>
              <Icon name="plus" size={20} />
            </View>
            <Text className="group__name">{texts.group.seat}</Text>
          </View>
        ))}
    </View>
  )
}

/** What friends are asked into, in a picture. */
const posterOf = (
  { name, pic, picColor, pingtuanPrice, minPrice }: Group['goods']['basicInfo'],
  { path, team, inviter }: { path: string; team: number; inviter: number | undefined },
) => ({
  name: texts.group.poster,
  poster: {
    picture: pic,
    color: picColor,
    name,
    price: pingtuanPrice || minPrice,
    was: minPrice,
    from: undefined,
    hint: texts.group.posterHint,
  },
  coded: { path, page: 'packages/promotion/group/index', scene: goodsScene(team, inviter) },
})

interface Acting {
  group: Group
  myId: number | undefined
  path: string
  title: string
}

function Actions({ group: { team, members, goods }, myId, path, title }: Acting) {
  const isIn = members.some(({ uid }) => uid === myId)
  const { id, status } = goods.basicInfo
  if (team.status === 0 && isIn)
    return (
      <ShareBar
        title={title}
        path={path}
        invite={texts.group.invite}
        copy={texts.group.copyLink}
        poster={posterOf(goods.basicInfo, { path, team: team.id, inviter: myId })}
      />
    )
  if (team.status === 0 && team.numberLeft > 0)
    return (
      <Button to={pages.goods(id, { team: team.id })}>
        {texts.group.join(moneyText(goods.basicInfo.pingtuanPrice || goods.basicInfo.minPrice))}
      </Button>
    )
  return (
    <View className="group__actions">
      {isIn && <Button to={pages.orders()}>{texts.group.toOrders}</Button>}
      {status === 0 && (
        <Button kind={isIn ? 'soft' : 'primary'} to={pages.goods(id)}>
          {texts.group.again}
        </Button>
      )}
    </View>
  )
}

const Skeletons = () => (
  <View className="group">
    <Skeleton height={420} radius={18} />
  </View>
)
