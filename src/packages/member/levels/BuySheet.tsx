import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { asMe, type LevelPrice, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Checkbox'
import { PayMethods } from '@/components/PayMethods'
import { Price } from '@/components/Price'
import { Sheet } from '@/components/Sheet'
import { shortMoneyText } from '@/lib/money'
import { open } from '@/lib/pages'
import type { PayMethod } from '@/lib/paying'
import { purchaseOf } from '@/lib/purchase'
import { randomKey } from '@/lib/random-key'
import { payOnline } from '@/platform/pay'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'

interface Props {
  isOpen: boolean
  levelName: string
  price: LevelPrice
  /** yuan; 0 where nothing can be paid from it. */
  balance: number
  isRenewing: boolean
  onClose(): void
  onBought(): Promise<void>
}

/** How a level gets paid, and whether it goes on by itself. */
export function BuySheet({ isOpen, levelName, price, balance, isRenewing, onClose, onBought }: Props) {
  const [chosen, setChosen] = useState<PayMethod>()
  const [renews, setRenews] = useState<boolean>()
  const [isBusy, setBusy] = useState(false)
  /** Of one purchase: sent again after a lost answer, it buys once. */
  const key = useRef(randomKey())
  const words = texts.level
  // What the shopper has not said follows from what is known meanwhile.
  const isFree = price.price === 0
  const method = isFree ? 'balance' : (chosen ?? (balance >= price.price ? 'balance' : 'wechat'))
  const isAutoRenew = renews ?? isRenewing

  const fromBalance = async () => {
    await asMe(token => wxapi.userLevelBuy(token, price.id, isAutoRenew, undefined, key.current))
    key.current = randomKey()
    say(words.bought(levelName))
    await onBought()
  }
  const online = (way: Exclude<PayMethod, 'balance'>) =>
    payOnline(purchaseOf.level({ priceId: price.id, isAutoRenew, amount: price.price }), way, open)
  const pay = async () => {
    setBusy(true)
    await (method === 'balance' ? fromBalance() : online(method)).then(onClose, say)
    setBusy(false)
  }
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={words.buy(levelName, shortMoneyText(price.price))}
      foot={
        <Button isWide isBusy={isBusy} onPress={pay}>
          {words.pay(shortMoneyText(price.price))}
        </Button>
      }
    >
      <View className="buy-level">
        <Price value={price.price} size="xl" />
        {!isFree && <PayMethods amount={price.price} balance={balance} value={method} onChange={setChosen} />}
        <Checkbox isOn={isAutoRenew} label={words.renew} onChange={setRenews}>
          {`${words.renew}：${words.renewText}`}
        </Checkbox>
      </View>
    </Sheet>
  )
}
