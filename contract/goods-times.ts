/** Days and time slots that a product can be booked for. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, Day, Id, IdOrNone, optional, Pairs, row, Text, Yuan } from './fields'

/** As an order's line names what it is for: days, or a slot of one. */
export const bookedTimes = {
  days: optional(Type.Array(Day, { maxItems: 31, description: 'of a product that is sold by days' })),
  goodsTimesDay: optional(Day),
  goodsTimesItem: optional(Type.String({ maxLength: 200, description: 'name of a time slot on that day' })),
}

/** As answers say what a line is booked for. */
export const bookedAnswer = {
  ...bookedTimes,
  bookings: optional(
    Type.Array(row('BookedTime', { day: Day, name: optional(Text), price: Yuan }), {
      description: 'what one piece costs on each of its days, or in its slot (ours)',
    }),
  ),
}

const Opening = { id: Id, goodsId: Id, priceId: Id, day: Day, price: Yuan, stores: Count, userId: Id }

export const goodsTimes = {
  goodsPriceDaily: get('common:/{subDomain}/shop/goods/price/day', {
    about: 'Days that a product can be booked for, each with its price and the places left',
    args: [{ goodsId: Id }, { priceId: optional(Id) }],
    data: Type.Array(row('DayPrice', Opening)),
  }),
  goodsTimesSchedule: post('api:/{subDomain}/shop/goods/times/schedule', {
    about:
      'Time slots by the day, of a product or of all products of a category; days on which all are taken are left out',
    args: [
      { goodsId: optional(Id) },
      { propertyChildIds: optional(Pairs) },
      { brandId: optional(IdOrNone) },
      { categoryId: optional(Id) },
    ],
    data: Type.Array(
      row('DaySchedule', {
        day: Day,
        items: Type.Array(row('ScheduledSlot', { name: Text, price: Yuan, stores: Count, goodsId: Id, priceId: Id })),
      }),
    ),
  }),
  goodsTimesDays: post('api:/{subDomain}/shop/goods/times/days', {
    about: 'Days on which a time slot of a product is free',
    args: [{ goodsId: Id }, { propertyChildIds: optional(Pairs) }],
    data: Type.Array(Day),
  }),
  goodsTimesDayItems: post('api:/{subDomain}/shop/goods/times/items', {
    about: 'Time slots of a product on one day, each with its price and the places left',
    args: [{ day: Day }, { goodsId: Id }, { propertyChildIds: optional(Pairs) }],
    data: Type.Array(row('TimeSlot', { ...Opening, name: Text })),
  }),
}
