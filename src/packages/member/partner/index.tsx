import { View } from '@tarojs/components'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { asMe, dataOrNone, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useShopName } from '@/stores/shop'
import { texts } from '@/texts/member'
import { Invited } from './Invited'
import { Member } from './Member'
import { Team } from './Team'
import '../member.scss'

/** A team: an invitation to it, one's place in it, or the one that somebody leads. */
export default function Partner() {
  const invitedBy = Number(useRouter().params.leader) || undefined
  const state = useLoad(async () => {
    const [setting, user, amount] = await Promise.all([
      dataOrNone(wxapi.partnerSetting()),
      asMe(token => wxapi.userDetail(token)),
      asMe(token => wxapi.userAmount(token)),
    ])
    return { setting, user, amount }
  }, [])
  usePull(state.reload)
  useReturn(state.reload)
  const shop = useShopName()
  const words = texts.partner
  const base = state.data?.user.base
  const path = base?.isTeamLeader
    ? pages.partner({ leader: base.id, inviter: base.id })
    : pages.front({ inviter: base?.id })
  const title = base?.isTeamLeader ? words.inviteTitle(shop) : shop
  useShareAppMessage(() => ({ title, path }))
  return (
    <Page title={words.title}>
      <View className="member">
        <Show of={state} skeleton={<Skeletons />}>
          {({ setting, user, amount }) => {
            const { isTeamLeader, isTeamMember, isTeamPartner } = user.base
            if (isTeamLeader || isTeamPartner)
              return <Team isPartner={isTeamPartner} setting={setting} user={user} invitation={{ title, path }} />
            if (!setting?.isOpen)
              return (
                <Empty
                  icon="person"
                  title={words.closed}
                  text={words.closedText}
                  action={texts.tabs.home}
                  onAction={() => open(pages.home)}
                />
              )
            if (isTeamMember)
              return <Member setting={setting} user={user} balance={amount.balance} onRisen={state.reload} />
            return <Invited leader={invitedBy} onJoined={state.reload} />
          }}
        </Show>
      </View>
    </Page>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={130} radius={18} gap={12} />
    <Skeleton height={200} radius={18} />
  </>
)
