import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Price } from '@/components/Price'
import { pages } from '@/lib/pages'
import { texts } from '@/texts'
import { type RechargeState, useOutcome } from './use-outcome'
import './index.scss'

const icons = { waiting: 'clock', paid: 'check', unpaid: 'clock', closed: 'close' } as const

/** What became of the payment; the server is asked until it knows. */
export default function Recharged() {
  const { outTradeId = '' } = useRouter().params
  const { state, money, balance, askAgain } = useOutcome(outTradeId)
  const { title, text } = wordsFor(state)
  return (
    <Page title={texts.recharge.title}>
      <View className="recharged" {...{ role: 'status', 'aria-live': 'polite' }}>
        <View className={`recharged__mark recharged__mark--${state}`}>
          <Icon name={icons[state]} size={34} />
        </View>
        <Text className="recharged__title">{title}</Text>
        <View className="recharged__amount">{money !== undefined && <Price value={money} size="xl" tone="ink" />}</View>
        <Text className="recharged__text">
          {state === 'paid' && balance !== undefined ? texts.recharge.balanceNow(balance) : text}
        </Text>
        <View className="recharged__next">
          {state === 'unpaid' && <Button onPress={askAgain}>{texts.paying.again}</Button>}
          {(state === 'unpaid' || state === 'closed') && (
            <Button kind="soft" onPress={() => Taro.redirectTo({ url: pages.recharge })}>
              {texts.recharge.anew}
            </Button>
          )}
          {state === 'paid' && (
            <Button onPress={() => Taro.redirectTo({ url: pages.cashLog })}>{texts.recharge.seeLog}</Button>
          )}
          <Button kind="plain" onPress={() => Taro.switchTab({ url: pages.home })}>
            {texts.paying.home}
          </Button>
        </View>
      </View>
    </Page>
  )
}

const wordsFor = (state: RechargeState) => texts.recharge.outcomes[state]
