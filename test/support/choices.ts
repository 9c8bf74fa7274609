/** What shoppers choose in tests: of `createShirt`, and of tea to which something may be added. */
import { fen } from '../../contract/money'

export const SMALL_RED = [
  { optionId: 1, optionValueId: 1 },
  { optionId: 2, optionValueId: 3 },
]
export const LARGE_BLUE = [
  { optionId: 2, optionValueId: 4 },
  { optionId: 1, optionValueId: 2 },
]
export const TEA_ADDITIONS = [
  { name: '甜度', required: true, several: false, items: [{ name: '全糖', priceFen: fen(0) }] },
  {
    name: '加料',
    required: false,
    several: true,
    items: [
      { name: '珍珠', priceFen: fen(200) },
      { name: '椰果', priceFen: fen(150) },
    ],
  },
]
export const SWEET = { pid: 1, id: 1 }
export const PEARLS = { pid: 2, id: 2 }
export const COCONUT = { pid: 2, id: 3 }
