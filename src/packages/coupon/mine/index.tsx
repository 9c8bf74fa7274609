import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Coupon, dataOrNone, withToken, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { numberIn } from '@/lib/paying'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/coupon'
import { GiveSheet } from './GiveSheet'
import { MergeSheet } from './MergeSheet'
import { Mine } from './Mine'
import './index.scss'

type State = 'usable' | 'used' | 'over'
const STATES: readonly State[] = ['usable', 'used', 'over']
/** What is void is shown with what is over. */
const statuses: Record<State, readonly number[]> = { usable: [0], used: [3], over: [1, 2] }

/** A shopper's own coupons, by what became of them. */
export default function MyCoupons() {
  const { params } = useRouter()
  const paid = params.paid ?? numberIn(params)
  const [state, setState] = useState<State>('usable')
  const [given, setGiven] = useState<Coupon>()
  const [isMerging, setMerging] = useState(false)
  const coupons = useLoad(async () => {
    // Back from the cashier: the server asks whether the money has come, and then there is one more.
    if (paid) await withToken(token => wxapi.payQuery(token, paid))
    return (await dataOrNone(withToken(token => wxapi.myCoupons({ token })))) ?? []
  }, [paid])
  const merges = useLoad(async () => (await dataOrNone(wxapi.mergeCouponsRules())) ?? [], [])
  usePull(coupons.reload)
  useReturn(coupons.reload)
  const thoseOf = (one: State) => (coupons.data ?? []).filter(({ status }) => statuses[one].includes(status))
  const tabs = STATES.map(key => ({ key, name: texts.coupon.count(texts.coupon.states[key], thoseOf(key).length) }))
  const hasMerges = Boolean(merges.data?.length)

  return (
    <Page title={texts.coupon.mine}>
      <View className="my-coupons">
        <View className="my-coupons__tabs">
          <Tabs tabs={tabs} current={state} onChange={key => setState(key)} />
        </View>
        <Show of={coupons} skeleton={[1, 2, 3].map(i => <Skeleton key={i} height={96} radius={18} gap={12} />)}>
          {() =>
            thoseOf(state).length ? (
              thoseOf(state).map(coupon => (
                <Mine key={coupon.id} coupon={coupon} onGive={() => setGiven(coupon)} onChange={coupons.reload} />
              ))
            ) : (
              <Empty
                icon="ticket"
                title={state === 'usable' ? texts.coupon.empty : texts.coupon.emptyUsed}
                text={texts.coupon.emptyText}
                action={texts.coupon.toCentre}
                onAction={() => open(pages.couponCentre)}
              />
            )
          }
        </Show>
      </View>
      <BottomBar>
        {hasMerges && (
          <Button kind="line" isWide onPress={() => setMerging(true)}>
            {texts.coupon.merge}
          </Button>
        )}
        <Button kind="line" isWide to={pages.exchangeCoupon}>
          {texts.coupon.exchange}
        </Button>
        <Button isWide to={pages.couponCentre}>
          {texts.coupon.toCentre}
        </Button>
      </BottomBar>
      <GiveSheet coupon={given} onClose={() => setGiven(undefined)} onChange={coupons.reload} />
      <MergeSheet
        isOpen={isMerging}
        merges={merges.data ?? []}
        coupons={thoseOf('usable')}
        onClose={() => setMerging(false)}
        onMerged={coupons.reload}
      />
    </Page>
  )
}
