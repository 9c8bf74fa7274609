import { View } from '@tarojs/components'
import type { GoodsDetail } from '@/api'
import { listOf, wxapi } from '@/api'
import { Cell } from '@/components/Cell'
import type { Purchase } from '@/components/SkuSheet/use-purchase'
import { choiceText } from '@/lib/choice'
import { hasOpenings } from '@/lib/goods'
import { shortMoneyText } from '@/lib/money'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/goods'
import { Coupons } from './Coupons'
import { FreightCell } from './FreightCell'

interface Props {
  detail: GoodsDetail
  purchase: Purchase
  hasChoice: boolean
  onChoose(): void
}

/** Choice, delivery and limits: the rows between the price and the reviews. */
export function Terms({ detail, purchase, hasChoice, onChoose }: Props) {
  const { basicInfo, properties = [], logistics, priceMultilevels = [] } = detail
  const limits = useLoad(
    async () => (basicInfo.limitation ? listOf(wxapi.goodsLimitations(basicInfo.id)) : []),
    [basicInfo.id],
  )
  const chosen = [choiceText(properties, purchase.choice), ...purchase.added.map(({ name }) => name)].filter(Boolean)
  return (
    <View className="product__card">
      {hasChoice && (
        <Cell name={texts.goods.choice} onPress={onChoose}>
          {chosen.length ? texts.goods.chosen(chosen.join(' · ')) : texts.goods.notChosen}
        </Cell>
      )}
      <Coupons goodsId={basicInfo.id} />
      {priceMultilevels.length > 0 && (
        <Cell name={texts.deals.ladder}>
          {priceMultilevels.map(({ number, price }) => texts.deals.step(number, shortMoneyText(price))).join(' · ')}
        </Cell>
      )}
      {logistics ? (
        <FreightCell freight={logistics} />
      ) : (
        <Cell name={texts.goods.delivery}>
          {hasOpenings(basicInfo) ? texts.goods.visit : texts.goods.nothingShipped}
        </Cell>
      )}
      {basicInfo.limitation && limits.isLoading && <Cell name={texts.goods.limit} />}
      {limits.data?.map(({ id, userLevelId, userLevelName, buyNumbers, duration, unit }) => (
        <Cell key={id} name={texts.goods.limit}>
          {texts.goods.limitText(userLevelId ? userLevelName : '', duration, unit, buyNumbers)}
        </Cell>
      ))}
    </View>
  )
}
