import { Text, View } from '@tarojs/components'
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useRef } from 'react'
import { dataOf, listOf, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { leftText } from '@/lib/left-text'
import { moneyText, shortMoneyText } from '@/lib/money'
import { usePull } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { texts } from '@/texts/promotion'
import { GoodsRow } from '../GoodsRow'
import { ShareBar } from '../ShareBar'
import './index.scss'

/** A group: who is in it, which places are free, and what comes next. */
export default function GroupPage() {
  const id = Number(useRouter().params.id)
  const myId = useMyId()
  const group = useLoad(() => readGroup(id), [id])
  const isFirst = useRef(true)
  useDidShow(() => {
    if (!isFirst.current) group.reload()
    isFirst.current = false
  })
  usePull(group.reload)
  const goods = group.data?.goods.basicInfo
  const path = pages.group(id, { inviter: myId })
  const title = goods
    ? texts.group.shareTitle(goods.name, shortMoneyText(goods.pingtuanPrice || goods.minPrice))
    : texts.group.title
  useShareAppMessage(() => ({ title, path, imageUrl: goods?.pic ?? '' }))
  return (
    <Page title={texts.group.title}>
      <Show of={group} skeleton={<Skeletons />}>
        {data => (
          <View className="group">
            <View className="group__card">
              <Product group={data} />
              <State group={data} onEnd={group.reload} />
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
  if (status === 1) return <Ended icon="check" title={texts.group.complete} text={texts.group.completeText} isGood />
  if (status === 2) return <Ended icon="close" title={texts.group.failed} text={texts.group.failedText} />
  return (
    <View className="group__state">
      <Text className="group__title">
        {numberLeft > 0 ? texts.group.open(numberPersion - helpNumber) : texts.group.full}
      </Text>
      <Countdown until={dateEnd} onEnd={onEnd}>
        {remaining => texts.group.endsIn(leftText(remaining))}
      </Countdown>
    </View>
  )
}

interface End {
  icon: 'check' | 'close'
  title: string
  text: string
  isGood?: boolean
}

const Ended = ({ icon, title, text, isGood }: End) => (
  <View className="group__state" {...{ role: 'status' }}>
    <View className={`group__mark ${isGood ? 'group__mark--good' : ''}`}>
      <Icon name={icon} size={28} />
    </View>
    <Text className="group__title">{title}</Text>
    <Text className="group__text">{text}</Text>
  </View>
)

/** So many places are drawn; a hundred would say nothing. */
const MOST_SEATS = 10

function Seats({ group: { team, members } }: { group: Group }) {
  const free = Math.max(0, Math.min(team.numberPersion, MOST_SEATS) - members.length)
  return (
    <View className="group__seats">
      {members.slice(0, MOST_SEATS).map(({ uid, isLeader, apiExtUserHelp: { nick, avatarUrl } }) => (
        <View key={uid} className="group__seat">
          <Avatar src={avatarUrl} name={nick} size={48} />
          <Text className="group__name">{isLeader ? texts.group.leader : nick || texts.group.anonymous}</Text>
        </View>
      ))}
      {team.status === 0 &&
        Array.from({ length: free }, (_, i) => members.length + i).map(seat => (
          <View key={`free ${seat}`} className="group__seat">
            <View className="group__free">
              <Icon name="plus" size={20} />
            </View>
            <Text className="group__name">{texts.group.seat}</Text>
          </View>
        ))}
    </View>
  )
}

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
    return <ShareBar title={title} path={path} invite={texts.group.invite} copy={texts.group.copyLink} />
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
