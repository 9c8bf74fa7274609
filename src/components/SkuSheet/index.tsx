import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { AdditionGroup, GoodsDetail } from '@/api'
import { Button } from '@/components/Button'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import { Stepper } from '@/components/Stepper'
import { choiceText } from '@/lib/choice'
import { sumOf } from '@/lib/money'
import { say } from '@/stores/saying'
import { texts } from '@/texts'
import { Options } from './Options'
import type { Purchase } from './use-purchase'
import './index.scss'

export type Intent = 'choose' | 'cart' | 'buy'

interface Props {
  detail: GoodsDetail
  additions: readonly AdditionGroup[]
  purchase: Purchase
  /** What the sheet was opened for; undefined while it is closed. */
  intent: Intent | undefined
  onClose(): void
  onConfirm(intent: 'cart' | 'buy'): Promise<void>
  /** Where days or a time slot are chosen, what they are in words, and what the total is for. */
  booking?: { part: ReactNode; text: string; sum: string } | undefined
}

/** Where a product's combination, additions and number are chosen. */
export function SkuSheet({ detail, additions, purchase, intent, onClose, onConfirm, booking }: Props) {
  const { basicInfo, properties = [] } = detail
  const { choice, sku, stores, price, originalPrice, number, most, least, setNumber } = purchase
  const [busy, setBusy] = useState<Intent>()

  const confirm = async (as: 'cart' | 'buy') => {
    const { missing } = purchase
    if (missing) return say(texts.goods.chooseFirst(missing))
    setBusy(as)
    await onConfirm(as).catch(say)
    setBusy(undefined)
  }

  const isSoldOut = stores < least
  const words = booking
    ? { soldOut: texts.goods.bookedOut, buyNow: texts.goods.bookNow }
    : { soldOut: texts.goods.soldOut, buyNow: texts.goods.buyNow }
  const isOpen = booking?.text === ''
  const chosen = [choiceText(properties, choice), booking?.text].filter(Boolean).join(' · ')
  const button = (as: 'cart' | 'buy', kind: 'primary' | 'soft') => (
    <Button kind={kind} isWide isBusy={busy === as} isDisabled={isSoldOut} onPress={() => confirm(as)}>
      {isSoldOut ? words.soldOut : as === 'cart' ? texts.goods.addToCart : words.buyNow}
    </Button>
  )

  return (
    <Sheet
      isOpen={intent !== undefined}
      onClose={onClose}
      foot={
        <>
          {!isSoldOut && intent !== 'buy' && button('cart', intent === 'choose' ? 'soft' : 'primary')}
          {(isSoldOut || intent !== 'cart') && button('buy', 'primary')}
        </>
      }
    >
      <View className="sku">
        <View className="sku__head">
          <Picture src={purchase.picture} color={basicInfo.picColor} size={96} radius={14} alt={basicInfo.name} />
          <View className="sku__about">
            <Price
              value={price}
              was={originalPrice}
              size="l"
              fromText={(properties.length && !sku) || isOpen ? texts.goods.from : undefined}
            />
            <Text className="sku__chosen">{chosen ? texts.goods.chosen(chosen) : basicInfo.name}</Text>
            {!booking && <Text className="sku__stock">{stockText(stores)}</Text>}
            {booking?.text && <Text className="sku__stock">{texts.goods.places(stores)}</Text>}
          </View>
        </View>
        <Options detail={detail} additions={additions} purchase={purchase} />
        {booking?.part}
        <View className="sku__number">
          <Text className="sku__name">
            {texts.goods.number}
            {least > 1 && <Text className="sku__hint">{texts.goods.minimum(least)}</Text>}
          </Text>
          <Stepper value={number} min={least} max={most} onChange={setNumber} />
        </View>
        {booking?.text && (
          <View className="sku__total">
            <Text className="sku__name">
              {texts.goods.total}
              {booking.sum && <Text className="sku__hint">{booking.sum}</Text>}
            </Text>
            <Price value={sumOf([{ price, number }])} size="l" />
          </View>
        )}
      </View>
    </Sheet>
  )
}

const FEW = 10

function stockText(stores: number): string {
  if (stores <= 0) return texts.goods.noStock
  return stores < FEW ? texts.goods.stockFew(stores) : texts.goods.stock(stores)
}
