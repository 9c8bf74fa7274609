import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { asMeIfSignedIn, listOf, wxapi } from '@/api'
import { AskSheet } from '@/components/CouponTicket/AskSheet'
import { RuleTicket } from '@/components/CouponTicket/RuleTicket'
import { useFetching } from '@/components/CouponTicket/use-fetching'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages, passedOn } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyId } from '@/lib/use-my-id'
import { Pressable } from '@/platform/pressable'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/coupon'
import './index.scss'

/** What can be fetched, bought and redeemed; guests see it too. */
export default function Centre() {
  const token = useSession(session => session.token)
  const rules = useLoad(
    async () => (await asMeIfSignedIn(token => wxapi.coupons({ token }))) ?? (await listOf(wxapi.coupons())),
    [token],
  )
  const fetching = useFetching(rules.reload)
  usePull(rules.reload)
  useReturn(rules.reload)
  const path = passedOn(pages.couponCentre, useMyId())
  useShareAppMessage(() => ({ title: texts.coupon.centre, path }))
  return (
    <Page title={texts.coupon.centre} card={{ title: texts.coupon.centre, path }}>
      <View className="coupon-centre">
        <View className="coupon-centre__ways">
          <Pressable className="coupon-centre__way" to={pages.myCoupons()}>
            {texts.coupon.mine}
          </Pressable>
          <Pressable className="coupon-centre__way" to={pages.exchangeCoupon}>
            {texts.coupon.exchange}
          </Pressable>
        </View>
        <Show of={rules} skeleton={[1, 2, 3].map(i => <Skeleton key={i} height={96} radius={18} gap={12} />)}>
          {rows =>
            rows.length ? (
              rows.map(rule => (
                <RuleTicket
                  key={rule.id}
                  rule={rule}
                  isBusy={fetching.busy === rule.id && !fetching.asking}
                  onPress={() => fetching.press(rule)}
                />
              ))
            ) : (
              <Empty
                icon="ticket"
                title={texts.coupon.centreEmpty}
                text={texts.coupon.centreEmptyText}
                action={texts.tabs.home}
                onAction={() => open(pages.home)}
              />
            )
          }
        </Show>
      </View>
      <AskSheet fetching={fetching} />
    </Page>
  )
}
