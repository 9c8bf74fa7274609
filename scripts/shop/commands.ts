import { addShop } from './add-shop'
import { adjustBalance } from './adjust-balance'
import { article, page } from './article'
import { branch } from './branch'
import type { Command } from './context'
import { feedback } from './feedback'
import { importGoods } from './import-goods'
import { invoices } from './invoices'
import { notice } from './notice'
import { listOrders, showOrder } from './orders'
import { refunds } from './refunds'
import { setPrice, setStock } from './set-sku'
import { setting } from './setting'
import { ship } from './ship'
import { verify } from './verify'
import { video } from './video'

/** One line each; `help` prints them in this order. */
export const commands: Readonly<Record<string, Command>> = {
  help: { usage: '', about: '显示这些命令 / show these commands', run: async () => {} },
  'create-shop': addShop,
  setting,
  'import-goods': importGoods,
  stock: setStock,
  price: setPrice,
  video,
  orders: listOrders,
  order: showOrder,
  ship,
  verify,
  refunds,
  invoices,
  branch,
  balance: adjustBalance,
  article,
  page,
  notice,
  feedback,
}
