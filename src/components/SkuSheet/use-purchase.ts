import { useEffect, useState } from 'react'
import type { Addition, AdditionGroup, GoodsDetail, Sku } from '@/api'
import { type Choice, firstChoice, pairsOf, skuOf, toggled } from '@/lib/choice'
import { memberPrice, sumOf } from '@/lib/money'

/** What the shopper is about to buy of one product. */
export interface Purchase {
  choice: Choice
  choose(propertyId: number, valueId: number): void
  sku: Sku | undefined
  added: readonly Addition[]
  toggleAddition(group: AdditionGroup, item: Addition): void
  number: number
  setNumber(number: number): void
  least: number
  most: number
  stores: number
  /** One piece with its additions, at the member's price. */
  price: number
  originalPrice: number
  picture: string
  /** What still has to be chosen. */
  missing: string | undefined
  /** `1:11,2:21` */
  pairs: string
}

/** `rebate` is the shopper's: 10 is the full price. */
export function usePurchase(
  detail: GoodsDetail | undefined,
  groups: readonly AdditionGroup[],
  rebate: number,
): Purchase {
  const { basicInfo, properties = [], skuList = [], subPics = [] } = detail ?? {}
  const least = Math.max(1, basicInfo?.minBuyNumber ?? 1)
  const [choice, setChoice] = useState<Choice>({})
  const [added, setAdded] = useState<readonly Addition[]>([])
  const [number, setNumber] = useState(least)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another product begins anew
  useEffect(() => {
    setChoice(firstChoice(skuList, properties))
    setAdded([])
    setNumber(least)
  }, [basicInfo?.id])

  const sku = skuOf(skuList, properties, choice)
  const stores = (sku ?? basicInfo)?.stores ?? 0
  const most = Math.max(least, stores)
  const unit = memberPrice(sku?.price ?? basicInfo?.minPrice ?? 0, rebate)

  const toggleAddition = (group: AdditionGroup, item: Addition) => {
    const isOn = added.some(({ id }) => id === item.id)
    const others = added.filter(({ id, pid }) => (group.type === 0 ? pid !== group.id : id !== item.id))
    setAdded(isOn ? others : [...others, { ...item, pid: group.id }])
  }

  return {
    choice,
    choose: (propertyId, valueId) => setChoice(toggled(choice, propertyId, valueId)),
    sku,
    added,
    toggleAddition,
    number: Math.min(number, most),
    setNumber,
    least,
    most,
    stores,
    price: sumOf([{ price: unit, number: 1 }, ...added.map(({ price }) => ({ price, number: 1 }))]),
    originalPrice: (sku ?? basicInfo)?.originalPrice ?? 0,
    picture: sku?.pic || pictureOf(subPics, choice) || basicInfo?.pic || '',
    missing:
      properties.find(({ id }) => choice[id] === undefined)?.name ??
      groups.find(({ id, required }) => required && !added.some(({ pid }) => pid === id))?.name,
    pairs: pairsOf(choice),
  }
}

const pictureOf = (subPics: NonNullable<GoodsDetail['subPics']>, choice: Choice): string | undefined =>
  subPics.find(({ optionValueId }) => Object.values(choice).includes(optionValueId))?.pic
