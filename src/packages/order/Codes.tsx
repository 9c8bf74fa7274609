import { View } from '@tarojs/components'
import type { CardCode } from '@/api'
import { Button } from '@/components/Button'
import { CodeCard } from '@/components/CodeCard'
import { copied } from '@/lib/copied'
import { texts } from '@/texts/order'
import './codes.scss'

/** Codes that were bought, each to be copied, and all at once. */
export function Codes({ codes }: { codes: readonly CardCode[] }) {
  if (codes.length === 0) return null
  const words = codes
    .filter(({ type }) => type === 0)
    .map(({ number, coupon }) => (number ? `${number} ${coupon}` : coupon))
  return (
    <View className="codes">
      {codes.map(code => (
        <CodeCard key={code.id} code={code} />
      ))}
      {words.length > 1 && (
        <View className="codes__all">
          <Button isWide onPress={() => copied(words.join('\n'))}>
            {texts.order.copyAll}
          </Button>
        </View>
      )}
    </View>
  )
}
