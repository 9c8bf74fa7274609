import { useState } from 'react'
import { type ScoreLog, wxapi } from '@/api'
import { AccountLog } from '@/components/AccountLog'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import type { IconName } from '@/components/Icon'
import { Page } from '@/components/Page'
import { momentText } from '@/lib/dates'
import { open, pages } from '@/lib/pages'
import { useAccountLog } from '@/lib/use-account-log'
import { texts } from '@/texts/score'
import { ExchangeSheet } from './ExchangeSheet'
import { ScoreTrend } from './ScoreTrend'

/** What score there is, where it came from, where it went, and what it can be turned into. */
export default function ScoreLogPage() {
  const [isOpen, setOpen] = useState(false)
  const log = useAccountLog<ScoreLog>(wxapi.scoreLogs)
  const score = log.amount?.score
  const words = texts.score
  return (
    <Page title={words.log}>
      <AccountLog
        of={log}
        label={words.points}
        figure={score?.toString()}
        empty={
          <Empty
            icon="gift"
            title={words.empty}
            text={words.emptyText}
            action={words.sign}
            onAction={() => open(pages.sign)}
          />
        }
        chart={score !== undefined && <ScoreTrend score={score} />}
        movementOf={movementOf}
      >
        <Button kind="line" size="s" onPress={() => setOpen(true)}>
          {words.exchange}
        </Button>
        <Button kind="soft" size="s" to={pages.sign}>
          {words.sign}
        </Button>
      </AccountLog>
      <ExchangeSheet isOpen={isOpen} score={score ?? 0} onClose={() => setOpen(false)} onDone={log.reload} />
    </Page>
  )
}

const icons: Record<number, IconName> = {
  1: 'person',
  2: 'check',
  3: 'ticket',
  4: 'pen',
  5: 'wallet',
  6: 'box',
  7: 'box',
  8: 'pen',
  10: 'ticket',
  11: 'share',
  140: 'return',
}

/** The only kind whose reason a person wrote. */
const CORRECTION = 4

const movementOf = ({ type, typeStr, behavior, score, scoreLeft, remark, dateAdd }: ScoreLog) => ({
  icon: icons[type] ?? 'gift',
  what: texts.score.kinds[type as keyof typeof texts.score.kinds] ?? typeStr,
  when: [momentText(dateAdd), type === CORRECTION ? remark : ''].filter(Boolean).join(' · '),
  isIn: behavior === 0,
  amount: String(score),
  after: texts.score.left(scoreLeft),
})
