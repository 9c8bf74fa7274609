import { Text, View } from '@tarojs/components'
import { listOf, withToken, wxapi } from '@/api'
import { Trend } from '@/components/Trend'
import { lastDays, shortDay } from '@/lib/last-days'
import { useReturn } from '@/lib/page-hooks'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/score'
import { scoreByDay } from './score-by-day'
import './score-trend.scss'

const DAYS = 30
const MOST_ROWS = 300

/** How much score there was on each of the last days; nothing where none has moved, or who has just begun. */
export function ScoreTrend({ score }: { score: number }) {
  const days = useLoad(async () => {
    const days = lastDays(new Date(), DAYS)
    const asked = { pageSize: MOST_ROWS, dateAddBegin: days[0] ?? '' }
    const rows = await listOf(withToken(token => wxapi.scoreLogs({ token, ...asked })))
    return scoreByDay(days, rows, rows.length === MOST_ROWS)
  }, [score])
  useReturn(days.reload)
  const points = days.data?.map(({ day, score }) => ({ name: shortDay(day), value: score })) ?? []
  if (points.length < 2) return null
  const words = texts.score
  const values = points.map(({ value }) => value)
  const summary = words.trendSummary(values[0] ?? 0, values.at(-1) ?? 0, Math.max(...values))
  return (
    <View className="score-trend">
      <Text className="score-trend__title">{words.trend}</Text>
      <Trend points={points} summary={summary} format={String} />
    </View>
  )
}
