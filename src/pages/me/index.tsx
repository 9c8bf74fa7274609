import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { asMeIfSignedIn, logIn, type UserBase, type UserLevel, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { DemoLine } from '@/components/DemoLine'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Tag } from '@/components/Tag'
import { hiddenMobile } from '@/lib/hidden-mobile'
import { usePull } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { barHeight, statusBarHeight } from '@/platform/frame'
import { knowsShopper } from '@/platform/login'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { useSession } from '@/stores/session'
import { texts } from '@/texts'
import { Assets } from './Assets'
import { Menu } from './Menu'
import { Orders } from './Orders'
import './index.scss'

export default function Me() {
  const token = useSession(session => session.token)
  const user = useLoad(() => asMeIfSignedIn(token => wxapi.userDetail(token)), [token])
  const amount = useLoad(() => asMeIfSignedIn(token => wxapi.userAmount(token)), [token])
  const coupons = useLoad(() => asMeIfSignedIn(token => wxapi.couponStatistics(token)), [token])
  const counters = useLoad(() => asMeIfSignedIn(token => wxapi.orderStatistics(token)), [token])
  const reload = () => Promise.all([user.reload(), amount.reload(), coupons.reload(), counters.reload()])
  useDidShow(() => {
    reload()
  })
  usePull(reload)

  const isGuest = !token && !knowsShopper
  return (
    <Page title={texts.me.title} tab="me" bar="none">
      <View className="me" style={{ paddingTop: `${statusBarHeight + barHeight / 2}px` }}>
        {isGuest ? <Guest /> : <Person user={user.data} />}
        <Assets amount={amount.data} coupons={coupons.data?.canUse} />
        <Orders counters={counters.data} />
        <Menu deposit={amount.data?.deposit} />
        <DemoLine />
      </View>
    </Page>
  )
}

const Guest = () => (
  <Pressable className="me__person" onPress={() => logIn().catch(say)}>
    <Avatar src="" name="" size={60} />
    <View className="me__about">
      <Text className="me__name">{texts.me.guest}</Text>
      <Text className="me__level">{texts.me.guestText}</Text>
    </View>
    <Icon name="right" size={18} className="me__more" />
  </Pressable>
)

function Person({ user }: { user: { base: UserBase; userLevel?: UserLevel } | undefined }) {
  const { base, userLevel } = user ?? {}
  return (
    <Pressable className="me__person" to={pages.profile}>
      <Avatar src={base?.avatarUrl ?? ''} name={base?.nick ?? ''} size={60} />
      <View className="me__about">
        <Text className="me__name">{base ? base.nick || texts.me.unnamed : ''}</Text>
        {userLevel ? (
          <Tag tone="gold">{userLevel.name}</Tag>
        ) : (
          <Text className="me__level">{hiddenMobile(base?.mobile ?? '')}</Text>
        )}
      </View>
      <Icon name="right" size={18} className="me__more" />
    </Pressable>
  )
}
