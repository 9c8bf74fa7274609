import { listOf, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Failed } from '@/components/Failed'
import { Outcome } from '@/components/Outcome'
import { momentText } from '@/lib/dates'
import { open, pages, replaceBy } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/assets'
import { BILL_PAID } from '../kinds'

/** A bill that was paid from the balance, as the balance tells of it: whoever looks at this phone must be able to believe it. */
export function FromBalance({ number }: { number: string }) {
  const bill = useLoad(async () => {
    const rows = await listOf(withToken(token => wxapi.cashLogsV3({ token, type: BILL_PAID, orderId: number })))
    return { row: rows[0] }
  }, [number])
  const words = texts.paid.bill
  if (bill.error && !bill.data) return <Failed error={bill.error} onRetry={bill.reload} />
  const { data } = bill
  const row = data?.row
  const { title, text } = data ? (row ? words.outcomes.paid : words.unknown) : words.outcomes.waiting
  return (
    <Outcome
      icon={row ? 'check' : data ? 'info' : 'clock'}
      isGood={Boolean(row)}
      isWaiting={!data}
      title={title}
      amount={row?.amount}
      text={row ? texts.paid.by(momentText(row.dateAdd), number) : text}
    >
      <Button onPress={() => replaceBy(pages.bills)}>{words.see}</Button>
      <Button kind="plain" onPress={() => open(pages.home)}>
        {texts.paying.home}
      </Button>
    </Outcome>
  )
}
