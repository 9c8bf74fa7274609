import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type DataOf, type wxapi as Wxapi, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Tag } from '@/components/Tag'
import { shortMoneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'

interface Props {
  setting: DataOf<typeof Wxapi.partnerSetting>
  user: DataOf<typeof Wxapi.userDetail>
  balance: number
  onRisen(): Promise<void>
}

/** Who leads, and how to lead a team oneself. */
export function Member({ setting, user, balance, onRisen }: Props) {
  const [isBusy, setBusy] = useState(false)
  const words = texts.partner
  const leader = user.parentTeamLeaderInfo
  const rise = async () => {
    setBusy(true)
    await asMe(token => wxapi.partnerBuyTeamLeader(token)).then(() => say(words.risen), say)
    await onRisen()
    setBusy(false)
  }
  const isShort = balance < setting.priceLeader
  return (
    <>
      <View className="member__card">
        <View className="member__person">
          <Avatar src={leader?.avatarUrl ?? ''} name={leader?.nick ?? words.nobody} size={48} />
          <View className="member__about">
            <Text className="member__label">{words.myLeader}</Text>
            <Text className="member__title">{leader?.nick ?? words.nobody}</Text>
          </View>
          <Tag tone="gold">{words.roles.member}</Tag>
        </View>
      </View>
      <View className="member__card">
        <Text className="member__title">{words.rise}</Text>
        <Text className="member__line">{words.riseText(`${setting.pLeader}%`)}</Text>
        {setting.priceLeader > 0 && <Text className="member__label">{words.balance(shortMoneyText(balance))}</Text>}
        <View className="member__actions">
          {isShort ? (
            <Button isWide to={pages.recharge}>
              {words.recharge}
            </Button>
          ) : (
            <Button isWide isBusy={isBusy} onPress={rise}>
              {setting.priceLeader > 0 ? words.buy(shortMoneyText(setting.priceLeader)) : words.rise}
            </Button>
          )}
        </View>
      </View>
    </>
  )
}
