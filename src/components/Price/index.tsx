import { Text, View } from '@tarojs/components'
import { moneyText, priceParts } from '@/lib/money'
import './index.scss'

interface Props {
  /** yuan */
  value: number
  size?: 's' | 'm' | 'l' | 'xl'
  /** Quiet ones are information, the others what somebody pays. */
  tone?: 'accent' | 'ink'
  /** The price before, shown struck when it was higher. */
  was?: number | undefined
  /** `起`, behind the lowest of several prices. */
  fromText?: string | undefined
}

/** A price in three sizes: small sign, large yuan, small fen. */
export function Price({ value, size = 'm', tone = 'accent', was, fromText }: Props) {
  const { sign, yuan, fen } = priceParts(value)
  return (
    <View className="price-line">
      <View className={`price price--${size} price--${tone}`} ariaLabel={moneyText(value)}>
        <Text className="price__sign">{sign}¥</Text>
        <Text>{yuan}</Text>
        <Text className="price__fen">.{fen}</Text>
        {fromText && <Text className="price__from">{fromText}</Text>}
      </View>
      {was !== undefined && was > value && <Text className="price-line__was">{moneyText(was)}</Text>}
    </View>
  )
}
