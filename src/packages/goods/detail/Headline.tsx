import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, asMeIfSignedIn, type GoodsDetail, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { hasOpenings, tagsOf } from '@/lib/goods'
import { memberPrice, moneyText } from '@/lib/money'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/goods'

/** What it costs, what it is, and whether the shopper has kept it. */
export function Headline({ detail, rebate }: { detail: GoodsDetail; rebate: number }) {
  const { basicInfo, properties = [] } = detail
  const { id, name, characteristic, subName, minPrice, originalPrice, numberSells } = basicInfo
  const forMembers = memberPrice(minPrice, rebate)
  return (
    <View className="headline">
      <View className="headline__prices">
        <Price
          value={minPrice}
          was={originalPrice}
          size="xl"
          fromText={properties.length || hasOpenings(basicInfo) ? texts.goods.from : undefined}
        />
        {forMembers < minPrice && <Tag tone="gold">{texts.goods.member(moneyText(forMembers))}</Tag>}
        {numberSells > 0 && <Text className="headline__sold">{texts.goods.sold(numberSells)}</Text>}
      </View>
      <View className="headline__row">
        <View className="headline__about">
          <Text className="headline__name">{name}</Text>
          {(characteristic || subName) && <Text className="headline__words">{characteristic || subName}</Text>}
        </View>
        <Favourite goodsId={id} />
      </View>
      {tagsOf(basicInfo).length > 0 && (
        <View className="headline__tags">
          {tagsOf(basicInfo).map((tag, i) => (
            <Tag key={tag} tone={i === 0 ? 'accent' : 'plain'}>
              {tag}
            </Tag>
          ))}
        </View>
      )}
    </View>
  )
}

function Favourite({ goodsId }: { goodsId: number }) {
  const token = useSession(session => session.token)
  const kept = useLoad(
    async () => (await asMeIfSignedIn(token => wxapi.goodsFavCheck(token, goodsId))) !== undefined,
    [goodsId, token],
  )
  const [isBusy, setBusy] = useState(false)
  const isKept = kept.data ?? false

  const toggle = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      await asMe(token =>
        isKept ? wxapi.goodsFavDelete(token, undefined, goodsId) : wxapi.goodsFavPut(token, goodsId),
      )
      kept.replace(!isKept)
      say(isKept ? texts.goods.noLongerFavoured : texts.goods.nowFavoured)
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <Pressable className={`headline__keep ${isKept ? 'headline__keep--on' : ''}`} onPress={toggle}>
      <Icon name={isKept ? 'heart-full' : 'heart'} size={22} />
      <Text>{isKept ? texts.goods.favoured : texts.goods.favour}</Text>
    </Pressable>
  )
}
