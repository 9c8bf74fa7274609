import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { Segments } from '@/components/Segments'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { Trend } from '@/components/Trend'
import { lastDays, lastMonths, shortDay } from '@/lib/last-days'
import { shortMoneyText, sumOf } from '@/lib/money'
import { useReturn } from '@/lib/page-hooks'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/member'

const RANGES = ['week', 'month', 'halfYear'] as const
type Range = (typeof RANGES)[number]

const spansOf: Record<Range, (now: Date) => string[]> = {
  week: now => lastDays(now, 7),
  month: now => lastDays(now, 30),
  halfYear: now => lastMonths(now, 6),
}

/** What a distributor has earned, day by day or month by month. */
export function Earnings() {
  const [range, setRange] = useState<Range>('week')
  const earned = useLoad(async () => {
    const spans = spansOf[range](new Date())
    const asked = spans.map(span => span.replaceAll('-', '')).join()
    const rows = await asMe(token => wxapi.fxMyCommisionStatistics(token, asked))
    return rows.map(({ commision }, i) => ({ name: shortDay(spans[i] ?? ''), value: commision }))
  }, [range])
  useReturn(earned.reload)
  const words = texts.fx
  return (
    <View className="member__card">
      <Text className="member__title member__chart-title">{words.charts[range]}</Text>
      <Segments
        label={words.chartRange}
        choices={RANGES.map(key => ({ key, name: words.ranges[key] }))}
        current={range}
        onChange={key => setRange(key)}
      />
      <Show of={earned} skeleton={<Skeleton height={188} />}>
        {points => (
          <Trend key={range} points={points} summary={summaryOf(words.charts[range], points)} format={shortMoneyText} />
        )}
      </Show>
    </View>
  )
}

function summaryOf(title: string, points: ReadonlyArray<{ name: string; value: number }>): string {
  const total = sumOf(points.map(({ value }) => ({ price: value, number: 1 })))
  const [best] = [...points].sort((a, b) => b.value - a.value)
  return texts.fx.summary(title, shortMoneyText(total), best?.name ?? '', shortMoneyText(best?.value ?? 0))
}
