import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { asMe, dataOrNone, withToken, wxapi } from '@/api'
import { Cell } from '@/components/Cell'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { useShopName } from '@/stores/shop'
import { texts } from '@/texts/member'
import { Centre } from './Centre'
import { Join } from './Join'
import '../member.scss'

/** What a distributor has earned and brought; for others, how to become one. */
export default function Fx() {
  const state = useLoad(async () => {
    const [setting, progress, user, team] = await Promise.all([
      dataOrNone(wxapi.fxSetting()),
      dataOrNone(withToken(token => wxapi.fxApplyProgress(token))),
      asMe(token => wxapi.userDetail(token)),
      dataOrNone(wxapi.partnerSetting()),
    ])
    return { setting, progress, user, hasTeams: team?.isOpen === true }
  }, [])
  usePull(state.reload)
  useReturn(state.reload)
  const name = useShopName()
  const inviter = useMyId()
  useShareAppMessage(() => ({ title: name, path: pages.front({ inviter }) }))
  return (
    <Page title={texts.fx.title}>
      <View className="member">
        <Show of={state} skeleton={<Skeletons />}>
          {({ setting, progress, user, hasTeams }) => (
            <>
              {user.base.isSeller ? (
                <Centre inviter={inviter} />
              ) : (
                <Join setting={setting} progress={progress} mobile={user.base.mobile ?? ''} onDone={state.reload} />
              )}
              {hasTeams && (
                <View className="member__form">
                  <Cell name={texts.partner.title} isWide to={pages.partner()} />
                </View>
              )}
            </>
          )}
        </Show>
      </View>
    </Page>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={150} radius={18} gap={12} />
    <Skeleton height={150} radius={18} />
  </>
)
