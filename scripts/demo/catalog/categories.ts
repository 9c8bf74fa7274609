import type { DemoCategory } from './types'

export const categories: DemoCategory[] = [
  { key: 'tea', name: '茶与器', picture: 'cat-tea' },
  { key: 'tea-leaf', name: '茶叶', picture: 'cat-tea-leaf', parent: 'tea' },
  { key: 'teaware', name: '茶器', picture: 'cat-teaware', parent: 'tea' },
  { key: 'home', name: '灯与家', picture: 'cat-home' },
  { key: 'digital', name: '数码', picture: 'cat-digital' },
  { key: 'plants', name: '绿植', picture: 'cat-plants' },
  { key: 'cards', name: '卡券', picture: 'cat-cards' },
  { key: 'membership', name: '会员卡', picture: 'cat-membership', parent: 'cards' },
  { key: 'voucher', name: '兑换券', picture: 'cat-voucher', parent: 'cards' },
  { key: 'visits', name: '到店与住宿', picture: 'cat-visits', parent: 'cards' },
  { key: 'food', name: '食味', picture: 'cat-food' },
  { key: 'kitchen', name: '厨房', picture: 'cat-kitchen' },
  { key: 'books', name: '书与文具', picture: 'cat-books' },
  { key: 'wear', name: '衣与包', picture: 'cat-wear' },
  { key: 'topups', name: '充值', picture: 'cat-topups' },
]
