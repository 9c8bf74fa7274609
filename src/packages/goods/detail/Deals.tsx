import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { dataOrNone, type Goods, listOf, type Team, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Countdown } from '@/components/Countdown'
import { leftText } from '@/lib/left-text'
import { moneyText } from '@/lib/money'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { askConsent, prepareConsent } from '@/platform/consent'
import { texts } from '@/texts/goods'

/** Other ways to buy this product for less: by a bargain, in a group. */
export const Deals = ({ goods }: { goods: Goods }) => (
  <>
    {goods.kanjia && <BargainOffer goodsId={goods.id} />}
    {goods.pingtuan && <GroupOffer goods={goods} />}
  </>
)

function BargainOffer({ goodsId }: { goodsId: number }) {
  const sets = useLoad(() => listOf(wxapi.kanjiaSet(String(goodsId))), [goodsId])
  useEffect(() => void prepareConsent(), [])
  const set = sets.data?.find(({ status }) => status === 0)
  if (!set) return null
  const begin = async () => {
    await askConsent('bargain')
    open(pages.bargain({ kjid: set.id }))
  }
  return (
    <View className="product__card deal">
      <View className="deal__row">
        <View className="deal__about">
          <Text className="deal__title">{texts.deals.bargain(moneyText(set.minPrice))}</Text>
          <Text className="deal__words">{texts.deals.bargainText(set.numberHelp, set.number - set.numberBuy)}</Text>
          <Countdown until={set.dateEnd} onEnd={sets.reload}>
            {remaining => texts.deals.endsIn(leftText(remaining))}
          </Countdown>
        </View>
        <Button size="s" kind="soft" to={pages.bargain({ kjid: set.id })} onPress={begin}>
          {texts.deals.toBargain}
        </Button>
      </View>
    </View>
  )
}

/** So many groups to join are shown; more would bury the reviews. */
const MOST_GROUPS = 3

function GroupOffer({ goods: { id, pingtuanPrice } }: { goods: Goods }) {
  const terms = useLoad(() => dataOrNone(wxapi.pingtuanSet(id)), [id])
  const teams = useLoad(() => listOf(wxapi.pingtuanList({ goodsId: id, status: 0, page: 1, pageSize: 20 })), [id])
  const free = (teams.data ?? []).filter(({ numberLeft }) => numberLeft > 0).slice(0, MOST_GROUPS)
  if (!terms.data) return null
  const { numberPersion, timeoutHours } = terms.data
  return (
    <View className="product__card deal">
      <Text className="deal__title">{texts.deals.group(numberPersion, moneyText(pingtuanPrice))}</Text>
      <Text className="deal__words">{texts.deals.groupText(timeoutHours)}</Text>
      {free.map(team => (
        <Joinable key={team.id} team={team} onEnd={teams.reload} />
      ))}
    </View>
  )
}

const Joinable = ({ team, onEnd }: { team: Team; onEnd(): void }) => (
  <View className="deal__row">
    <Avatar src={team.apiExtUser.avatarUrl} name={team.apiExtUser.nick} size={36} />
    <View className="deal__about">
      <Text className="deal__who">{texts.deals.missing(team.numberPersion - team.helpNumber)}</Text>
      <Countdown until={team.dateEnd} onEnd={onEnd}>
        {remaining => texts.deals.endsIn(leftText(remaining))}
      </Countdown>
    </View>
    <Button size="s" kind="soft" to={pages.group(team.id)}>
      {texts.deals.toGroup}
    </Button>
  </View>
)

/** Above the price while a flash sale runs, and before it. */
export function SaleLine({ goods, onTurn }: { goods: Goods; onTurn(): void }) {
  const { miaosha, miaoshaPrice, minPrice, dateStart, dateEnd } = goods
  if (!miaosha || !dateStart || !dateEnd || miaoshaPrice === undefined) return null
  const isOn = minPrice <= miaoshaPrice
  return (
    <View className="sale-line">
      <Text className="sale-line__name">{isOn ? texts.deals.sale : texts.deals.saleAt(moneyText(miaoshaPrice))}</Text>
      <Countdown until={isOn ? dateEnd : dateStart} onEnd={onTurn}>
        {remaining => (isOn ? texts.deals.endsIn : texts.deals.beginsIn)(leftText(remaining))}
      </Countdown>
    </View>
  )
}
