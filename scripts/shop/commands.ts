import { addShop } from './add-shop'
import { adjustBalance } from './adjust-balance'
import { alarm } from './alarm'
import { article, page } from './article'
import { bills } from './bills'
import { dayPrice, slots } from './booking'
import { branch } from './branch'
import { complaints } from './complaints'
import { contents } from './contents'
import type { Command } from './context'
import { coupon } from './coupon'
import { deposits } from './deposits'
import { doctor } from './doctor'
import { feedback } from './feedback'
import { fx } from './fx'
import { importGoods } from './import-goods'
import { invoices } from './invoices'
import { kanjia } from './kanjia'
import { level } from './level'
import { logo } from './logo'
import { notice } from './notice'
import { listOrders, showOrder } from './orders'
import { partner } from './partner'
import { payments } from './payments'
import { people } from './people'
import { pingtuan } from './pingtuan'
import { reconcileBills } from './reconcile'
import { refunds } from './refunds'
import { score } from './score'
import { ladder, seckill } from './seckill'
import { setPrice, setStock } from './set-sku'
import { setting } from './setting'
import { ship } from './ship'
import { traces } from './traces'
import { transfers } from './transfers'
import { verify } from './verify'
import { video } from './video'
import { wechatReply } from './wechat-reply'
import { weilian } from './weilian'
import { withdraw } from './withdraw'

/** One line each; `help` prints them in this order. */
export const commands: Readonly<Record<string, Command>> = {
  help: { usage: '', about: '显示这些命令 / show these commands', run: async () => {} },
  'create-shop': addShop,
  doctor,
  setting,
  logo,
  'import-goods': importGoods,
  stock: setStock,
  price: setPrice,
  video,
  orders: listOrders,
  order: showOrder,
  ship,
  traces,
  verify,
  refunds,
  weilian,
  people,
  payments,
  transfers,
  complaints,
  reconcile: reconcileBills,
  invoices,
  branch,
  balance: adjustBalance,
  coupon,
  score,
  level,
  fx,
  partner,
  withdraw,
  deposits,
  bills,
  alarm,
  article,
  page,
  notice,
  kanjia,
  pingtuan,
  seckill,
  ladder,
  'day-price': dayPrice,
  slots,
  feedback,
  contents,
  'wechat-reply': wechatReply,
}
