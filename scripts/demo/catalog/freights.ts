import type { DemoFreight } from './types'

const NEARBY = ['310000000000', '320000000000', '330000000000', '340000000000'] // 沪 苏 浙 皖
const REMOTE = [
  '150000000000',
  '460000000000',
  '540000000000',
  '620000000000',
  '630000000000',
  '640000000000',
  '650000000000',
] // 蒙 琼 藏 甘 青 宁 新
const OVER_THE_BORDER = ['710000000000', '810000000000', '820000000000'] // 台 港 澳
const TOO_FAR_FOR_FRESH = ['540000000000', '650000000000'] // 藏 新

export const freights: DemoFreight[] = [
  {
    key: 'parcel',
    name: '普通快递，满 99 元包邮',
    feeType: 0,
    freeFrom: 99,
    rules: [
      { regions: NEARBY, firstNumber: 1, firstAmount: 6, addNumber: 1, addAmount: 1 },
      { regions: REMOTE, firstNumber: 1, firstAmount: 18, addNumber: 1, addAmount: 6 },
      { regions: OVER_THE_BORDER, firstNumber: 1, firstAmount: 35, addNumber: 1, addAmount: 15 },
      { regions: [], firstNumber: 1, firstAmount: 8, addNumber: 1, addAmount: 2 },
    ],
  },
  {
    key: 'heavy',
    name: '大件，按重量',
    feeType: 1,
    rules: [
      { regions: NEARBY, firstNumber: 1, firstAmount: 8, addNumber: 1, addAmount: 1.5 },
      { regions: REMOTE, firstNumber: 1, firstAmount: 22, addNumber: 1, addAmount: 12 },
      { regions: [], firstNumber: 1, firstAmount: 10, addNumber: 1, addAmount: 4 },
    ],
    notServed: OVER_THE_BORDER,
  },
  {
    key: 'fresh',
    name: '鲜果与活植，产地直发',
    feeType: 0,
    rules: [
      { regions: NEARBY, firstNumber: 1, firstAmount: 8, addNumber: 1, addAmount: 5 },
      {
        regions: REMOTE.filter(id => !TOO_FAR_FOR_FRESH.includes(id)),
        firstNumber: 1,
        firstAmount: 28,
        addNumber: 1,
        addAmount: 18,
      },
      { regions: [], firstNumber: 1, firstAmount: 12, addNumber: 1, addAmount: 8 },
    ],
    notServed: [...OVER_THE_BORDER, ...TOO_FAR_FOR_FRESH],
  },
  { key: 'free', name: '包邮', feeType: 0, isFree: true, rules: [], notServed: OVER_THE_BORDER },
]
