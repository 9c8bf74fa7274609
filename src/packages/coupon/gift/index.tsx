import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, type Coupon, WxapiError, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { CouponTicket } from '@/components/CouponTicket'
import { Empty } from '@/components/Empty'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { lastDay } from '@/lib/coupon-face'
import { open, pages } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/coupon'
import './index.scss'

/** Where a friend arrives: one tap, and the coupon is theirs. */
export default function Gift() {
  const { id, shareToken = '' } = useRouter().params
  const [taken, setTaken] = useState<Coupon>()
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const words = texts.coupon
  const take = async () => {
    setBusy(true)
    try {
      setTaken(await asMe(token => wxapi.couponsShareFetch(token, Number(id), shareToken)))
      say(words.giftTaken)
    } catch (error) {
      if (error instanceof WxapiError) setRefusal(error.message)
      else say(error)
    }
    setBusy(false)
  }
  if (refusal)
    return (
      <Page title={words.gift}>
        <Empty icon="ticket" title={refusal} action={words.toCentre} onAction={() => open(pages.couponCentre)} />
      </Page>
    )
  return (
    <Page title={words.gift}>
      <View className="coupon-gift">
        <View className="coupon-gift__icon">
          <Icon name="gift" size={44} />
        </View>
        <Text className="coupon-gift__title">{taken ? words.giftTaken : words.gift}</Text>
        <Text className="coupon-gift__text">{words.giftText}</Text>
        {taken && (
          <CouponTicket face={taken} name={taken.name} scope={taken.scope} when={words.until(lastDay(taken.dateEnd))} />
        )}
      </View>
      <BottomBar>
        {taken ? (
          <Button isWide to={pages.myCoupons()}>
            {words.mine}
          </Button>
        ) : (
          <Button isWide isBusy={isBusy} isDisabled={!id || !shareToken} onPress={take}>
            {words.giftTake}
          </Button>
        )}
      </BottomBar>
    </Page>
  )
}
