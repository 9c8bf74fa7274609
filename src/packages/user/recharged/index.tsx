import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Outcome } from '@/components/Outcome'
import { Page } from '@/components/Page'
import { pages } from '@/lib/pages'
import { numberIn, type SheetEnd } from '@/lib/paying'
import { type OutcomeState, useOutcome } from '@/lib/use-outcome'
import { texts } from '@/texts/user'

const icons = { waiting: 'clock', paid: 'check', unpaid: 'clock', closed: 'close' } as const

/** What became of the payment; the server is asked until it knows. */
export default function Recharged() {
  const { params } = useRouter()
  const { state, money, balance, askAgain } = useOutcome(numberIn(params) ?? '', params.ended as SheetEnd | undefined)
  const { title, text } = wordsFor(state)
  return (
    <Page title={texts.recharge.title}>
      <Outcome
        icon={icons[state]}
        isGood={state === 'paid'}
        isWaiting={state === 'waiting'}
        title={title}
        amount={money}
        text={state === 'paid' && balance !== undefined ? texts.recharge.balanceNow(balance) : text}
      >
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
      </Outcome>
    </Page>
  )
}

const wordsFor = (state: OutcomeState) => texts.recharge.outcomes[state]
