import { type CashLog, wxapi } from '@/api'
import { AccountLog } from '@/components/AccountLog'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import type { IconName } from '@/components/Icon'
import { Page } from '@/components/Page'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import { useAccountLog } from '@/lib/use-account-log'
import { texts } from '@/texts/user'

/** The balance, and every movement of it. */
export default function CashLogPage() {
  const log = useAccountLog<CashLog>(wxapi.cashLogsV3)
  const balance = log.amount?.balance
  return (
    <Page title={texts.cashLog.title}>
      <AccountLog
        of={log}
        label={texts.recharge.balance}
        figure={balance === undefined ? undefined : moneyText(balance)}
        empty={<Empty icon="wallet" title={texts.cashLog.empty} text={texts.cashLog.emptyText} />}
        movementOf={movementOf}
      >
        <Button kind="soft" size="s" to={pages.recharge}>
          {texts.recharge.title}
        </Button>
      </AccountLog>
    </Page>
  )
}

const icons: Record<number, IconName> = {
  0: 'wallet',
  2: 'box',
  3: 'ticket',
  4: 'pen',
  8: 'receipt',
  9: 'gift',
  100: 'lock',
  101: 'lock',
}

/** The only kind whose reason a person wrote. */
const CORRECTION = 4

const movementOf = ({ type, typeStr, behavior, amount, balance, remark, dateAdd }: CashLog) => ({
  icon: icons[type] ?? 'wallet',
  what: texts.cashLog.kinds[type as keyof typeof texts.cashLog.kinds] ?? typeStr,
  when: [momentText(dateAdd), type === CORRECTION ? remark : ''].filter(Boolean).join(' · '),
  isIn: behavior === 0,
  amount: moneyText(amount),
  after: texts.cashLog.after(moneyText(balance)),
})
