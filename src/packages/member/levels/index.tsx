import { Text, View } from '@tarojs/components'
import { asMe, type LevelPrice, listOf, type MemberLevel, wxapi } from '@/api'
import { Checkbox } from '@/components/Checkbox'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { dayText } from '@/lib/dates'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/member'
import { LevelCard } from './LevelCard'
import '../member.scss'

export interface OfferedLevel extends MemberLevel {
  prices: LevelPrice[]
}

/** One's own level, and all that there are: what they bring, what they cost. */
export default function Levels() {
  const state = useLoad(async () => {
    const [levels, user, amount] = await Promise.all([
      listOf(wxapi.userLevelList({})),
      asMe(token => wxapi.userDetail(token)),
      asMe(token => wxapi.userAmount(token)),
    ])
    return { levels: await Promise.all(levels.map(withPrices)), user, amount }
  }, [])
  usePull(state.reload)
  useReturn(state.reload)
  const words = texts.level
  const hasBalance = useShop(shop => shop.paysFromBalance)

  const renew = async (isOn: boolean) => {
    await asMe(token => wxapi.modifyUserInfo({ token, levelRenew: isOn })).catch(say)
    await state.reload()
  }
  return (
    <Page title={words.title}>
      <View className="member">
        <Show of={state} skeleton={<Skeletons />}>
          {({ levels, user: { base, userLevel }, amount }) => (
            <>
              <View className="member__card">
                <View className="member__head">
                  <View>
                    <Text className="member__title">{userLevel?.name ?? words.none}</Text>
                    <Text className="member__label">
                      {base.levelExpire ? words.until(dayText(base.levelExpire)) : userLevel ? words.forGood : ''}
                    </Text>
                  </View>
                  <Pressable className="member__link" to={pages.growth}>
                    {`${words.growth} ${amount.growth}`}
                  </Pressable>
                </View>
                {base.levelExpire && (
                  <Checkbox isOn={base.levelRenew} label={words.renew} onChange={renew}>
                    {`${words.renew}：${words.renewText}`}
                  </Checkbox>
                )}
              </View>
              {levels.length === 0 && <Empty icon="person" title={words.emptyTitle} text={words.emptyText} />}
              {levels.map(level => (
                <LevelCard
                  key={level.id}
                  level={level}
                  isMine={level.id === userLevel?.id}
                  isLower={level.level < (userLevel?.level ?? 0)}
                  balance={hasBalance ? amount.balance : 0}
                  isRenewing={base.levelRenew}
                  onBought={state.reload}
                />
              ))}
            </>
          )}
        </Show>
      </View>
    </Page>
  )
}

const withPrices = async (level: MemberLevel): Promise<OfferedLevel> => ({
  ...level,
  prices: level.isSold ? await listOf(wxapi.userLevelPrices(level.id)) : [],
})

const Skeletons = () => (
  <>
    <Skeleton height={96} radius={18} gap={12} />
    <Skeleton height={150} radius={18} gap={12} />
    <Skeleton height={150} radius={18} />
  </>
)
