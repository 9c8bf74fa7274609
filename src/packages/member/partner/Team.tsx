import { Text, View } from '@tarojs/components'
import { asMe, type DataOf, type wxapi as Wxapi, wxapi } from '@/api'
import { Cell } from '@/components/Cell'
import { Icon } from '@/components/Icon'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { Tag } from '@/components/Tag'
import { moneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { ShareButton } from '@/platform/share-button'
import { texts } from '@/texts/member'
import { People } from './People'

interface Props {
  isPartner: boolean
  setting: DataOf<typeof Wxapi.partnerSetting> | undefined
  user: DataOf<typeof Wxapi.userDetail>
  invitation: { title: string; path: string }
}

/** What a leader or a partner has earned, and who is below. */
export function Team({ isPartner, setting, user, invitation }: Props) {
  const figures = useLoad(async () => {
    const [counted, statistics] = await Promise.all([
      asMe(token => wxapi.partnerMembersStatistics(token)),
      asMe(token => wxapi.fxMyCommisionStatistics(token, '0')),
    ])
    return { counted, all: statistics[0] }
  }, [])
  usePull(figures.reload)
  useReturn(figures.reload)
  const words = texts.partner
  const rate = setting?.pLeader ?? 0
  const partner = user.parentPartnerInfo
  return (
    <>
      <Show of={figures} skeleton={<Skeleton height={150} radius={18} gap={12} />}>
        {({ counted, all }) => {
          const small = [
            [words.unsettled, moneyText(all?.commisionUnsettled ?? 0)],
            ...(isPartner ? [[words.leaders, words.people(counted.leaders)] as const] : []),
            [words.members, words.people(counted.members)],
          ] as const
          return (
            <View className="member__card">
              <View className="member__head">
                <View>
                  <Text className="member__label">{words.earned}</Text>
                  <Text className="member__figure">{moneyText(all?.commision ?? 0)}</Text>
                </View>
                <Tag tone="gold">{isPartner ? words.roles.partner : words.roles.leader}</Tag>
              </View>
              <View className="member__figures">
                {small.map(([name, value]) => (
                  <View key={name}>
                    <Text className="member__small">{value}</Text>
                    <Text className="member__label">{name}</Text>
                  </View>
                ))}
              </View>
            </View>
          )
        }}
      </Show>
      <View className="member__form">
        {partner && (
          <Cell name={words.myPartner} isWide>
            {partner.nick}
          </Cell>
        )}
        <Cell name={texts.fx.log} isWide to={pages.commissions} />
        <Cell name={texts.fx.withdraw} isWide to={pages.withdraw} />
      </View>
      {!isPartner && setting?.isOpen && (
        <View className="member__card">
          <ShareButton className="member__link" title={invitation.title} path={invitation.path}>
            <Icon name="share" size={20} />
            <Text>{words.invite}</Text>
          </ShareButton>
          <Text className="member__line">{words.inviteText}</Text>
          <Text className="member__line">{words.share(`${rate}%`)}</Text>
        </View>
      )}
      <People isPartner={isPartner} />
    </>
  )
}
