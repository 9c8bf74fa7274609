import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { Price } from '@/components/Price'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { open, pages } from '@/lib/pages'
import { texts } from '@/texts'
import { PayMethods } from '../PayMethods'
import type { PayMethod } from '../paying-for'
import { DeliveryCard } from './DeliveryCard'
import { Lines } from './Lines'
import { OrderFields } from './OrderFields'
import { Sums } from './Sums'
import { type Checkout, useCheckout } from './use-checkout'
import { useSubmit } from './use-submit'
import './index.scss'

const MOST_REMARK = 200

export default function CheckoutPage() {
  const checkout = useCheckout(useRouter().params)
  return (
    <Page title={texts.checkout.title}>
      <Show of={checkout.lines} skeleton={<Skeletons />}>
        {lines =>
          lines.length ? (
            <OrderForm checkout={checkout} />
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

function OrderForm({ checkout }: { checkout: Checkout }) {
  const { address, price, asked, answers, answer, pickUp } = checkout
  const [remark, setRemark] = useState('')
  const [method, setMethod] = useState<PayMethod>('wechat')
  const { submit, isBusy, isChecked } = useSubmit(checkout, remark, method)
  if (price.error && !price.data) return <Failed error={price.error} onRetry={price.reload} />
  if (!price.data) return <Skeletons />
  const { amountReal, isNeedLogistics, goodsNumber } = price.data
  return (
    <View className="checkout">
      {(isNeedLogistics || pickUp.isOffered) && (
        <DeliveryCard address={address} pickUp={pickUp} isChecked={isChecked} />
      )}
      <Lines priced={price.data.goodsList} />
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
        <Sums price={price.data} hasAddress={address !== undefined} />
      </View>
      {amountReal > 0 && (
        <View className="checkout__card">
          <PayMethods amount={amountReal} value={method} onChange={setMethod} />
        </View>
      )}
      <DemoLine />
      <BottomBar>
        <View className="checkout__total">
          <Text className="checkout__pieces">{texts.checkout.pieces(goodsNumber)}</Text>
          <Price value={amountReal} size="l" />
        </View>
        <Button isBusy={isBusy} isDisabled={price.isLoading} onPress={submit}>
          {texts.checkout.submit}
        </Button>
      </BottomBar>
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
