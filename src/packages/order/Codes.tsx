import { View } from '@tarojs/components'
import type { CardCode } from '@/api'
import { Button } from '@/components/Button'
import { CodeCard } from '@/components/CodeCard'
import { linkHost } from '@/lib/code-link'
import { copied } from '@/lib/copied'
import { texts } from '@/texts/order'
import { LinkCode } from './LinkCode'
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
        <Code key={code.id} code={code} />
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

/** What is an address is shown as one; a number beside it is to be copied like any other. */
function Code({ code }: { code: CardCode }) {
  const host = code.type === 0 && !code.number ? linkHost(code.coupon) : undefined
  return host ? <LinkCode address={code.coupon} host={host} /> : <CodeCard code={code} />
}
