import { Text } from '@tarojs/components'
import { asMeIfSignedIn, type Goods, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { shortMoneyText } from '@/lib/money'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/goods'

const MONEY = 2

/** What a distributor earns when a friend buys this; nothing for everybody else. */
export function Earning({ goods, onShare }: { goods: Goods; onShare(): void }) {
  const { commission, commissionType } = goods
  const token = useSession(session => session.token)
  const isEarned = commissionType === MONEY && commission > 0
  const isSeller = useLoad(
    async () => isEarned && ((await asMeIfSignedIn(token => wxapi.userDetail(token)))?.base.isSeller ?? false),
    [isEarned, token],
  ).data
  if (!isEarned || !isSeller) return null
  return (
    <Pressable className="earning" onPress={onShare}>
      <Icon name="share" size={18} />
      <Text className="earning__words">{texts.goods.earn(shortMoneyText(commission))}</Text>
      <Icon name="right" size={16} className="earning__more" />
    </Pressable>
  )
}
