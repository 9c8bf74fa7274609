import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { dayWithWeekday } from '@/lib/booked'
import { moneyText } from '@/lib/money'
import { monthBeside, monthGrid } from '@/lib/month-grid'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/goods'
import { dayOf } from '../../../../../contract/time'
import { byDay, cellPrice, isOpen, type Opening } from './openings'
import type { Booking } from './use-booking'

/** A month of days with their prices: the first and the last day of what is booked are tapped. */
export function Calendar({ booking: { own, days, pickDay } }: { booking: Booking }) {
  const openings = byDay(own)
  const ends = [openings[0]?.day, openings[openings.length - 1]?.day].map(day => day ?? dayOf(new Date()))
  const [shown, setShown] = useState(() => monthOf(days[0] ?? openings.find(one => isOpen(one))?.day ?? ends[0]))
  const turn = (by: number) => setShown(monthBeside(shown.year, shown.month, by))
  const month = `${shown.year}-${String(shown.month).padStart(2, '0')}`
  const [first = '', last = ''] = ends
  const words = texts.booking
  return (
    <View className="calendar">
      <View className="calendar__month">
        <Pressable
          className="calendar__turn"
          label={words.before}
          isDisabled={month <= first.slice(0, 7)}
          onPress={() => turn(-1)}
        >
          <Icon name="back" size={18} />
        </Pressable>
        <Text>{texts.days.month(shown.year, shown.month)}</Text>
        <Pressable
          className="calendar__turn"
          label={words.after}
          isDisabled={month >= last.slice(0, 7)}
          onPress={() => turn(1)}
        >
          <Icon name="right" size={18} />
        </Pressable>
      </View>
      <View className="calendar__week calendar__week--names">
        {words.weekdays.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week stay where they are
          <Text key={i}>{name}</Text>
        ))}
      </View>
      {weeksFrom(first, shown).map((week, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month have no other name
        <View key={i} className="calendar__week">
          {week.map((day, i) =>
            day ? (
              <Day key={day} day={day} opening={openings.find(one => one.day === day)} days={days} onPress={pickDay} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: holes have no other name
              <View key={i} />
            ),
          )}
        </View>
      ))}
      <Text className="calendar__hint">{days.length === 1 ? words.hintLast : words.hintFirst}</Text>
    </View>
  )
}

/** Weeks that are over make room for those that come. */
const weeksFrom = (first: string, { year, month }: { year: number; month: number }) =>
  monthGrid(year, month).filter(week => week.some(day => day !== undefined && day >= first))

interface DayProps {
  day: string
  /** None where it is past, or not offered. */
  opening: Opening | undefined
  days: readonly string[]
  onPress(day: string): void
}

function Day({ day, opening, days, onPress }: DayProps) {
  const date = Number(day.slice(8))
  const isFree = opening !== undefined && isOpen(opening)
  if (!isFree)
    return (
      <View
        className="calendar__day calendar__day--off"
        {...{
          role: 'img',
          'aria-label': `${dayWithWeekday(day)} ${opening ? texts.booking.isFull : texts.booking.isClosed}`,
        }}
      >
        <Text className="calendar__date">{date}</Text>
        {opening && <Text className="calendar__price">{texts.booking.full}</Text>}
      </View>
    )
  const isOn = days.includes(day)
  const isEnd = isOn && (day === days[0] || day === days[days.length - 1])
  return (
    <Pressable
      className={`calendar__day ${isOn ? 'calendar__day--on' : ''} ${isEnd ? 'calendar__day--end' : ''}`}
      role="checkbox"
      isOn={isOn}
      label={`${dayWithWeekday(day)} ${moneyText(opening.price)}`}
      onPress={() => onPress(day)}
    >
      <Text className="calendar__date">{date}</Text>
      <Text className="calendar__price">{cellPrice(opening.price)}</Text>
    </Pressable>
  )
}

function monthOf(day = ''): { year: number; month: number } {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return { year, month }
}
