import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Icon } from '@/components/Icon'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { lastDays } from '@/lib/last-days'
import { moneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { ShareButton } from '@/platform/share-button'
import { useShopName } from '@/stores/shop'
import { texts } from '@/texts/member'
import { Earnings } from './Earnings'
import { InvitationPoster } from './InvitationPoster'

/** The figures of a distributor. */
export function Centre({ inviter }: { inviter: number | undefined }) {
  const shopName = useShopName()
  const [isPosterOpen, setPosterOpen] = useState(false)
  const figures = useLoad(async () => {
    const [day = ''] = lastDays(new Date(), 1).map(day => day.replaceAll('-', ''))
    const [amount, members, statistics] = await Promise.all([
      asMe(token => wxapi.userAmount(token)),
      asMe(token => wxapi.fxMembersStatistics(token)),
      asMe(token => wxapi.fxMyCommisionStatistics(token, ['0', day.slice(0, 6), day].join())),
    ])
    const [all, thisMonth, today] = statistics
    return { amount, members, all, thisMonth, today }
  }, [])
  usePull(figures.reload)
  useReturn(figures.reload)
  const words = texts.fx
  return (
    <Show of={figures} skeleton={<Skeleton height={320} radius={18} />}>
      {({ amount, members, all, thisMonth, today }) => {
        const small = [
          [words.unsettled, amount.fxCommisionPaying],
          [words.today, today?.commision ?? 0],
          [words.month, thisMonth?.commision ?? 0],
        ] as const
        return (
          <>
            <View className="member__card">
              <View className="member__head">
                <View>
                  <Text className="member__label">{words.earned}</Text>
                  <Text className="member__figure">{moneyText(all?.commision ?? 0)}</Text>
                </View>
                <Button kind="soft" size="s" to={pages.withdraw}>
                  {words.withdraw}
                </Button>
              </View>
              <View className="member__figures">
                {small.map(([name, value]) => (
                  <View key={name}>
                    <Text className="member__small">{moneyText(value)}</Text>
                    <Text className="member__label">{name}</Text>
                  </View>
                ))}
              </View>
            </View>
            <Earnings />
            <View className="member__form">
              <Cell name={words.team} isWide to={pages.team}>
                {words.people(members.totleFans)}
              </Cell>
              <Cell name={words.log} isWide to={pages.commissions}>
                {words.orders(all?.numberOrder ?? 0)}
              </Cell>
            </View>
            <View className="member__card">
              <ShareButton className="member__link" title={shopName} path={pages.front({ inviter })}>
                <Icon name="share" size={20} />
                <Text>{words.invite}</Text>
              </ShareButton>
              <Text className="member__line">{words.inviteText}</Text>
              {inviter && (
                <>
                  <Pressable className="member__link" onPress={() => setPosterOpen(true)}>
                    <Icon name="picture" size={20} />
                    <Text>{words.poster}</Text>
                  </Pressable>
                  <Text className="member__line">{words.posterText}</Text>
                </>
              )}
            </View>
            {isPosterOpen && inviter && <InvitationPoster inviter={inviter} onClose={() => setPosterOpen(false)} />}
          </>
        )
      }}
    </Show>
  )
}
