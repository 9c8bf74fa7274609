import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { faceText } from '@/lib/coupon-face'
import { pages, replaceBy } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/coupon'
import './index.scss'

/** A card number with its password becomes a coupon. */
export default function Exchange() {
  const [number, setNumber] = useState('')
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const words = texts.coupon
  const exchange = async () => {
    setBusy(true)
    try {
      const coupon = await asMe(token => wxapi.exchangeCoupons(token, number.trim(), password.trim()))
      say(words.exchanged(faceText(coupon, words)))
      await replaceBy(pages.myCoupons())
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <Page title={words.exchange}>
      <View className="exchange-coupon">
        <View className="exchange-coupon__card">
          <Field
            label={words.number}
            value={number}
            placeholder={words.numberHint}
            maxLength={50}
            onChange={setNumber}
          />
          <Field
            label={words.password}
            value={password}
            placeholder={words.passwordHint}
            maxLength={50}
            onChange={setPassword}
          />
        </View>
        <Text className="exchange-coupon__text">{words.exchangeText}</Text>
      </View>
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={!number.trim() || !password.trim()} onPress={exchange}>
          {words.exchangeDo}
        </Button>
      </BottomBar>
    </Page>
  )
}
