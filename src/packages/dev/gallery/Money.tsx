import { AccountLog } from '@/components/AccountLog'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Movement, signed } from '@/components/Movement'
import { Outcome } from '@/components/Outcome'
import { SumRow } from '@/components/SumRow'
import { Timeline } from '@/components/Timeline'
import { Trend } from '@/components/Trend'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import type { Pages } from '@/lib/use-pages'
import { texts } from '@/texts/user'
import { Card, nothing, Part, Stage, State } from './Part'
import { hoursFromNow, listOfRows, offline } from './samples'

interface Moved {
  id: number
  dateAdd: string
  kind: keyof typeof texts.cashLog.kinds
  amount: number
  after: number
}

const DAY = 24
const moved: Moved[] = [
  { id: 3, dateAdd: '', kind: 2, amount: -86, after: 114 },
  { id: 2, dateAdd: '', kind: 3, amount: 100, after: 200 },
  { id: 1, dateAdd: '', kind: 0, amount: 100, after: 100 },
]

const movements = () => moved.map((row, i) => ({ ...row, dateAdd: hoursFromNow(-1 - i * 20 * DAY) }))

export const Logs = () => (
  <Part name="Accounts">
    <State is="what there is, and how it came to that">
      <Log logs={listOfRows(movements())} figure={moneyText(114)} />
    </State>
    <State is="not known yet">
      <Log logs={listOfRows<Moved>(undefined)} figure={undefined} />
    </State>
    <State is="nothing has moved">
      <Log logs={listOfRows<Moved>([])} figure={moneyText(0)} />
    </State>
    <State is="cannot be read">
      <Log logs={listOfRows<Moved>(undefined, { error: offline() })} figure={undefined} />
    </State>
  </Part>
)

export const Amounts = () => {
  const when = momentText(hoursFromNow(-1))
  const { kinds } = texts.cashLog
  const days = (values: readonly number[]) => values.map((value, i) => ({ name: `1-${10 + i}`, value }))
  return (
    <Part name="Amounts">
      <State is="rows: in, out, with something to do, with a long name">
        <Card>
          <Movement icon="wallet" what={kinds[0]} when={when} isIn amount={signed(true, moneyText(100))} after="¥100" />
          <Movement icon="box" what={kinds[2]} when={when} isIn={false} amount={signed(false, moneyText(86))} />
          <Movement what={kinds[11].repeat(9)} when={when} amount={moneyText(5)}>
            <Button size="s">{texts.paying.home}</Button>
          </Movement>
        </Card>
      </State>
      <State is="a sum">
        <Card>
          <SumRow name={kinds[2]} value={258} />
          <SumRow name={kinds[9]} hint={texts.recharge.ownHint('¥100')} value={-16} />
          <SumRow name={texts.recharge.balance} value={242} isTotal />
        </Card>
      </State>
      <State is="steps, the newest first">
        <Card>
          <Timeline
            steps={[
              { key: 'now', what: kinds[12], when },
              { key: 'before', what: kinds[11], when },
            ]}
          />
        </Card>
      </State>
      <State is="over time: of a week, of a month, of nothing">
        <Card>
          <Trend points={days([0, 12, 8.8, 30, 22, 0, 41])} summary={kinds[6]} format={moneyText} />
          <Trend
            points={days(Array.from({ length: 30 }, (_, i) => (i * 37) % 90))}
            summary={kinds[6]}
            format={String}
          />
          <Trend points={days([0, 0, 0])} summary={kinds[6]} format={moneyText} />
        </Card>
      </State>
    </Part>
  )
}

const Log = ({ logs, figure }: { logs: Pages<Moved>; figure: string | undefined }) => (
  <Stage>
    <AccountLog
      of={{ amount: undefined, logs, shown: 'all', show: nothing, reload: async () => {} }}
      label={texts.recharge.balance}
      figure={figure}
      empty={<Empty icon="wallet" title={texts.cashLog.empty} text={texts.cashLog.emptyText} />}
      movementOf={({ kind, dateAdd, amount, after }) => ({
        icon: amount < 0 ? 'box' : 'wallet',
        what: texts.cashLog.kinds[kind],
        when: momentText(dateAdd),
        isIn: amount > 0,
        amount: moneyText(Math.abs(amount)),
        after: texts.cashLog.after(moneyText(after)),
      })}
    >
      <Button kind="soft" size="s">
        {texts.recharge.title}
      </Button>
    </AccountLog>
  </Stage>
)

export const Outcomes = () => {
  const { outcomes } = texts.recharge
  return (
    <Part name="Outcomes">
      <State is="not decided yet">
        <Outcome icon="clock" isWaiting {...outcomes.waiting} amount={undefined}>
          <Button kind="plain">{texts.paying.home}</Button>
        </Outcome>
      </State>
      <State is="good">
        <Outcome icon="check" isGood {...outcomes.paid} amount={100}>
          <Button>{texts.recharge.seeLog}</Button>
        </Outcome>
      </State>
      <State is="no money has come">
        <Outcome icon="clock" {...outcomes.unpaid} amount={100}>
          <Button>{texts.paying.again}</Button>
          <Button kind="soft">{texts.recharge.anew}</Button>
        </Outcome>
      </State>
      <State is="over">
        <Outcome icon="close" {...outcomes.closed} amount={100}>
          <Button kind="soft">{texts.recharge.anew}</Button>
        </Outcome>
      </State>
    </Part>
  )
}
