import { Button } from '@/components/Button'
import { Outcome } from '@/components/Outcome'
import { open, pages, replaceBy } from '@/lib/pages'
import type { SheetEnd } from '@/lib/paying'
import { useOutcome } from '@/lib/use-outcome'
import { texts } from '@/texts/assets'

export type What = 'bill' | 'deposit'

interface Props {
  what: What
  outTradeId: string
  ended: SheetEnd | undefined
}

const icons = { waiting: 'clock', paid: 'check', unpaid: 'clock', closed: 'close', late: 'info' } as const

/** Paid by somebody else's sheet or cashier: the server is asked until it knows. */
export function Online({ what, outTradeId, ended }: Props) {
  const { state, money, late, askAgain } = useOutcome(outTradeId, ended)
  const words = texts.paid[what]
  const shown = late ? 'late' : state
  const { title, text } = late ? { title: words.late, text: texts.paid.lateTexts[late] } : words.outcomes[state]
  return (
    <Outcome
      icon={icons[shown]}
      isGood={shown === 'paid'}
      isWaiting={shown === 'waiting'}
      title={title}
      amount={money}
      text={text}
    >
      {shown === 'unpaid' && <Button onPress={askAgain}>{texts.paying.again}</Button>}
      {(shown === 'unpaid' || shown === 'closed') && (
        <Button kind="soft" onPress={() => replaceBy(what === 'bill' ? pages.bill() : pages.leaveDeposit())}>
          {words.anew}
        </Button>
      )}
      {shown === 'paid' && (
        <Button onPress={() => replaceBy(what === 'bill' ? pages.bills : pages.deposits)}>{words.see}</Button>
      )}
      {shown === 'late' && <Button onPress={() => replaceBy(pages.cashLog)}>{texts.paid.log}</Button>}
      <Button kind="plain" onPress={() => open(pages.home)}>
        {texts.paying.home}
      </Button>
    </Outcome>
  )
}
