import { Text, View } from '@tarojs/components'
import type { RefundBase } from '@/api'
import { Price } from '@/components/Price'
import { type RefundState, refundTone } from '@/lib/refund-state'
import { texts } from '@/texts/order'
import { State } from '../State'

interface Props {
  refund: RefundBase
  state: RefundState
}

/** Where it stands, what comes next, and what the shop keeper says to it. */
export const Headline = ({ refund: { amount, channel, shopRemark }, state }: Props) => (
  <View className="refunding__headline">
    <State tone={refundTone(state)}>{texts.refund.states[state]}</State>
    {amount > 0 && (state === 'paid' || state === 'paying') ? (
      <View className="refunding__amount">
        <Price value={amount} size="xl" tone="ink" />
        <Text className="refunding__channel">{channelText(channel)}</Text>
      </View>
    ) : null}
    {!(state === 'paid' && channel === 'balance') && (
      <Text className="refunding__meaning">{texts.refund.stateTexts[state]}</Text>
    )}
    {shopRemark && (
      <View className="refunding__says">
        <Text className="refunding__says-who">{texts.refund.shopSays}</Text>
        <Text className="refunding__says-words" userSelect>
          {shopRemark}
        </Text>
      </View>
    )}
  </View>
)

function channelText(channel: string): string {
  const { wechatpay, alipay, balance, both } = texts.refund.channels
  return channel.includes(',') ? both : channel === 'balance' ? balance : channel === 'alipay' ? alipay : wechatpay
}
