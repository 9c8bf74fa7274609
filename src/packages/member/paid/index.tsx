import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '@/components/Button'
import { Outcome } from '@/components/Outcome'
import { Page } from '@/components/Page'
import { pages } from '@/lib/pages'
import { numberIn, type SheetEnd } from '@/lib/paying'
import { useOutcome } from '@/lib/use-outcome'
import { texts } from '@/texts/member'

const icons = { waiting: 'clock', paid: 'check', unpaid: 'clock', closed: 'close' } as const

/** What became of paying for a level; money that came too late for it is spoken of as such. */
export default function Paid() {
  const { params } = useRouter()
  const { state, money, late, askAgain } = useOutcome(numberIn(params) ?? '', params.ended as SheetEnd | undefined)
  const words = texts.level
  const { title, text } = words.outcomes[state]
  const toLevels = () => Taro.redirectTo({ url: pages.levels })
  return (
    <Page title={words.title}>
      <Outcome
        icon={icons[state]}
        isGood={state === 'paid' && !late}
        isWaiting={state === 'waiting'}
        title={title}
        amount={money}
        text={late ? words.late[late] : text}
      >
        {state === 'unpaid' && <Button onPress={askAgain}>{texts.paying.again}</Button>}
        {(state === 'unpaid' || state === 'closed') && (
          <Button kind="soft" onPress={toLevels}>
            {words.anew}
          </Button>
        )}
        {state === 'paid' && <Button onPress={toLevels}>{words.see}</Button>}
        <Button kind="plain" onPress={() => Taro.switchTab({ url: pages.home })}>
          {texts.paying.home}
        </Button>
      </Outcome>
    </Page>
  )
}
