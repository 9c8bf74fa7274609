import type { DemoPromotions } from './types'

/** Goods that no story is about: their price changes with what friends do. */
export const promotions: DemoPromotions = {
  bargains: [
    { goods: 'lamp-paper', floor: 99, helpers: 8, quota: 20, days: 20, by: 0, helped: [1, 2, 3] },
    { goods: 'clock', floor: 79, helpers: 6, quota: 30, days: 12 },
    { goods: 'honey', floor: 29.9, helpers: 5, quota: 50, days: 30 },
  ],
  groups: [
    { goods: 'tea-jasmine', price: 39, people: 3, hours: 72, days: 300, joined: [4, 5] },
    { goods: 'succulents', price: 55, people: 2, hours: 48, days: 300, joined: [6], levels: [{ from: 50, price: 49 }] },
  ],
  sales: [
    { goods: 'terrarium', price: 89, hours: 30 },
    { goods: 'watering-can', price: 39, hours: 30 },
    { goods: 'pothos', price: 19.9, hours: 30 },
  ],
  ladders: [
    {
      goods: 'walnut-cookie',
      steps: [
        { number: 3, off: 2 },
        { number: 6, off: 4 },
      ],
    },
  ],
}
