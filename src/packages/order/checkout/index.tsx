import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Empty } from '@/components/Empty'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { PayMethods } from '@/components/PayMethods'
import { Price } from '@/components/Price'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { open, pages } from '@/lib/pages'
import type { PayMethod } from '@/lib/paying'
import { useBalance } from '@/lib/use-balance'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import { isBookedOut } from './booked-out'
import { Consent } from './Consent'
import { CouponChoice } from './CouponChoice'
import { DeliveryCard } from './DeliveryCard'
import { Lines } from './Lines'
import { OrderFields } from './OrderFields'
import { PriceSheet } from './PriceSheet'
import { ScoreChoice } from './ScoreChoice'
import { Sums } from './Sums'
import { Unpriced } from './Unpriced'
import { type Checkout, useCheckout } from './use-checkout'
import { useSubmit } from './use-submit'
import './index.scss'

const MOST_REMARK = 200

export default function CheckoutPage() {
  const checkout = useCheckout(useRouter().params)
  return (
    <Page title={texts.checkout.title}>
      <Show of={checkout.basket} skeleton={<Skeletons />}>
        {({ lines, shop }) =>
          lines.length ? (
            <OrderForm checkout={checkout} shopName={shop?.isNamed ? shop.name : undefined} />
          ) : (
            <Empty
              icon="cart"
              title={texts.checkout.nothing}
              text={texts.checkout.nothingText}
              action={texts.checkout.toCart}
              onAction={() => open(pages.cart)}
            />
          )
        }
      </Show>
    </Page>
  )
}

function OrderForm({ checkout, shopName }: { checkout: Checkout; shopName: string | undefined }) {
  const { address, price, asked, answers, answer, pickUp, chooseCoupon, usesScore, setScore } = checkout
  const [remark, setRemark] = useState('')
  const [method, setMethod] = useState<PayMethod>('wechat')
  const [isExplained, setExplained] = useState(false)
  const balance = useBalance()
  const { submit, isBusy, isChecked } = useSubmit(checkout, remark, method)
  const { error } = price
  const again = isBookedOut(error, checkout.basket.data)
  if (error && (!price.data || again))
    return <Unpriced error={error} address={address} basket={checkout.basket.data} onRetry={price.reload} />
  if (!price.data) return <Skeletons />
  const { amountReal, isNeedLogistics, goodsNumber } = price.data
  const hasAddress = address !== undefined || pickUp.way === 'zq'
  return (
    <View className="checkout">
      {(isNeedLogistics || pickUp.isOffered) && (
        <DeliveryCard address={address} pickUp={pickUp} isChecked={isChecked} />
      )}
      <Lines priced={price.data.goodsList} shopName={shopName} />
      <OrderFields asked={asked} answers={answers} isChecked={isChecked} onAnswer={answer} />
      <View className="checkout__card">
        <Field
          label={texts.checkout.remark}
          value={remark}
          placeholder={texts.checkout.remarkHint}
          maxLength={MOST_REMARK}
          onChange={setRemark}
        />
      </View>
      <View className="checkout__card">
        <CouponChoice price={price.data} onChoose={chooseCoupon} />
        <ScoreChoice price={price.data} isOn={usesScore} onChange={setScore} />
      </View>
      {price.error ? (
        <View className="checkout__card checkout__problem" {...{ role: 'alert' }}>
          <Text>{price.error.message}</Text>
          <Button kind="plain" size="s" onPress={price.reload}>
            {texts.retry}
          </Button>
        </View>
      ) : (
        <Sums price={price.data} hasAddress={hasAddress} />
      )}
      {amountReal > 0 && (
        <View className="checkout__card">
          <PayMethods amount={amountReal} balance={balance} value={method} onChange={setMethod} />
        </View>
      )}
      <Consent />
      <DemoLine />
      <BottomBar>
        <View className="checkout__total">
          <Price value={amountReal} size="l" />
          <Pressable className="checkout__explain" onPress={() => setExplained(true)}>
            <Text>{texts.checkout.piecesExplained(goodsNumber)}</Text>
            <Icon name="up" size={14} />
          </Pressable>
        </View>
        <Button isBusy={isBusy} isDisabled={price.isLoading || price.error !== undefined} onPress={submit}>
          {texts.checkout.submit}
        </Button>
      </BottomBar>
      <PriceSheet
        isOpen={isExplained}
        onClose={() => setExplained(false)}
        price={price.data}
        hasAddress={hasAddress}
        method={method}
        balance={balance}
      />
    </View>
  )
}

const Skeletons = () => (
  <View className="checkout">
    <Skeleton height={84} radius={18} gap={12} />
    <Skeleton height={116} radius={18} gap={12} />
    <Skeleton height={56} radius={18} gap={12} />
    <Skeleton height={150} radius={18} gap={12} />
  </View>
)
