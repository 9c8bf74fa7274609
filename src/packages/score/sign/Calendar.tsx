import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { listOf, withToken, wxapi } from '@/api'
import { Icon } from '@/components/Icon'
import { monthBeside, monthGrid } from '@/lib/month-grid'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/score'
import { dayOf } from '../../../../contract/time'

const MOST_DAYS = 31

/** A month of days, those signed in marked. */
export function Calendar() {
  const today = dayOf(new Date())
  const [month, setMonth] = useState(() => ({ year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) }))
  const weeks = monthGrid(month.year, month.month)
  const days = weeks.flat().filter(day => day !== undefined)
  const [first = '', last = ''] = [days[0], days[days.length - 1]]
  const signed = useLoad(
    () =>
      listOf(
        withToken(token => wxapi.scoreSignLogs({ token, dateAddBegin: first, dateAddEnd: last, pageSize: MOST_DAYS })),
      ),
    [first],
  )
  const isOn = (day: string) => signed.data?.some(row => row.day === day) ?? false
  const words = texts.score
  return (
    <View className="sign__card">
      <View className="sign__month">
        <Pressable
          className="sign__turn"
          label={words.before}
          onPress={() => setMonth(monthBeside(month.year, month.month, -1))}
        >
          <Icon name="back" size={18} />
        </Pressable>
        <Text>{texts.days.month(month.year, month.month)}</Text>
        <Pressable
          className="sign__turn"
          label={words.after}
          isDisabled={last >= today}
          onPress={() => setMonth(monthBeside(month.year, month.month, 1))}
        >
          <Icon name="right" size={18} />
        </Pressable>
      </View>
      <View className="sign__week sign__week--names">
        {words.weekdays.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week stay where they are
          <Text key={i} className="sign__weekday">
            {name}
          </Text>
        ))}
      </View>
      {weeks.map((week, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month have no other name
        <View key={i} className="sign__week">
          {week.map((day, i) => (
            <View
              // biome-ignore lint/suspicious/noArrayIndexKey: holes have no other name
              key={i}
              className={`sign__day ${day && isOn(day) ? 'sign__day--on' : ''} ${day === today ? 'sign__day--today' : ''}`}
              {...(day && { 'aria-label': isOn(day) ? words.dayOn(day) : words.dayOff(day) })}
            >
              {day ? Number(day.slice(8)) : ''}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
