import type { SimulatedGoods } from './supplier'

/** What the supplier sells when it is told nothing else: one of each type, and one that is sold out. */
export const demoGoods: SimulatedGoods[] = [
  { id: 'DdPjV10JJNdXv75n', title: '视频会员月卡（兑换码）', priceFen: 1280, stock: 200, type: 0 },
  { id: 'QkBjAvLJqOX7EZVG', title: '音乐会员季卡（兑换码）', priceFen: 2790, stock: 80, type: 0 },
  { id: 'MBaN9RXwRvrnodE0', title: '游戏点券 100（直充）', priceFen: 950, stock: 500, type: 1, field: ['充值账号'] },
  { id: 'Zt4mWq8LsYc2KfHb', title: '手机支架', priceFen: 690, stock: 60, type: 2, field: ['收货地址'] },
  { id: 'Rx9eUo3GpTn6VdJa', title: '咖啡兑换券', priceFen: 1500, stock: 0, type: 0 },
]
