import { View } from '@tarojs/components'
import { type Address, WxapiError } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import type { Basket } from '@/lib/order-lines'
import { open, pages } from '@/lib/pages'
import { isPassing } from '@/lib/passing'
import { texts } from '@/texts/order'
import { codes } from '../../../../contract/codes'
import { AddressCard } from './AddressCard'
import { chooseAgain, isBookedOut } from './booked-out'

interface Props {
  error: Error
  address: Address | undefined
  basket: Basket | undefined
  onRetry(): void
}

/** Why nothing can be ordered as it is, and what would help: another address, other goods, another try. */
export function Unpriced({ error, address, basket, onRetry }: Props) {
  if (isPassing(error)) return <Failed error={error} onRetry={onRetry} />
  if (error instanceof WxapiError && error.code === codes.notDeliverable && address) {
    return (
      <View className="checkout">
        <AddressCard address={address} />
        <Empty
          icon="truck"
          title={error.message}
          text={texts.checkout.elsewhere}
          action={texts.checkout.changeAddress}
          onAction={() => open(pages.addresses({ choose: true }))}
        />
      </View>
    )
  }
  const goodsId = isBookedOut(error, basket)
  if (goodsId !== undefined) {
    return (
      <Empty
        icon="box"
        title={error.message}
        text={texts.checkout.bookAgainText}
        action={texts.checkout.bookAgain}
        onAction={() => chooseAgain(goodsId)}
      />
    )
  }
  return (
    <Empty
      icon="box"
      title={error.message}
      text={texts.checkout.unpriced}
      action={texts.checkout.toCart}
      onAction={() => open(pages.cart)}
    />
  )
}
