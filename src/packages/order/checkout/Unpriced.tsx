import { View } from '@tarojs/components'
import { type Address, WxapiError } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { open, pages } from '@/lib/pages'
import { isPassing } from '@/lib/passing'
import { texts } from '@/texts/order'
import { codes } from '../../../../contract/codes'
import { AddressCard } from './AddressCard'

interface Props {
  error: Error
  address: Address | undefined
  onRetry(): void
}

/** Why nothing can be ordered as it is, and what would help: another address, other goods, another try. */
export function Unpriced({ error, address, onRetry }: Props) {
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
