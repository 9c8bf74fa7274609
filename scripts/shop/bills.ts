import { yuanText } from '../../contract/money'
import { formatTime } from '../../contract/time'
import { listDiscounts } from '../../server/domains/paybill/bill'
import { setDiscount } from '../../server/domains/paybill/keeper'
import { type Command, CommandError, readArguments, type Shop, verbFrom } from './context'
import { yuanFrom } from './set-sku'

const usage = '[list | discounts | discount <满 from> <减 off> [--each]]'
const MOST = 50

/** Bills paid in the shop, and what they are reduced by. */
export const bills: Command = {
  usage,
  about:
    '优惠买单：最近的账单，discount 100 10 为满 100 减 10（--each 每满都减，减 0 为取消）/ bills paid in the shop and their discounts',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'list')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: bills ${usage}`)
    await run(args, shop)
  },
}

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async list(args, shop) {
    const { shop: at } = readArguments(args, `bills ${usage}`, [])
    const rows = await shop.database.db
      .selectFrom('bills')
      .selectAll()
      .where('merchant_id', '=', (await shop.merchant(at)).id)
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute()
    const lines = rows.map(
      row =>
        `${formatTime(new Date(row.created_at))} ${row.number} 顾客 ${row.user_id} ¥${yuanText(row.money_fen)}，实付 ¥${yuanText(row.real_fen)}`,
    )
    console.log(lines.length ? lines.join('\n') : '还没有账单 / none yet')
  },

  async discounts(args, shop) {
    const { shop: at } = readArguments(args, `bills ${usage}`, [])
    const rules = await listDiscounts(shop.database.db, (await shop.merchant(at)).id)
    const lines = rules.map(
      ({ consume_fen, discounts_fen, is_loop }) =>
        `${is_loop ? '每满' : '满'} ¥${yuanText(consume_fen)} 减 ¥${yuanText(discounts_fen)}`,
    )
    console.log(lines.length ? lines.join('\n') : '没有满减 / no discounts')
  },

  async discount(args, shop) {
    const {
      positionals,
      values,
      shop: at,
    } = readArguments(args, `bills ${usage}`, ['from', 'off'], { each: 'boolean' })
    const [consumeFen, discountsFen] = positionals.map(yuanFrom)
    if (!consumeFen || discountsFen === undefined || discountsFen > consumeFen)
      throw new CommandError('减的金额不能比满的金额多 / takes off more than it asks for')
    const merchant = await shop.merchant(at)
    const rule = { consumeFen, discountsFen, isLoop: values.each === true }
    await shop.database.transaction(tx => setDiscount(tx, merchant.id, rule))
    await verbs.discounts?.(at === undefined ? [] : ['--shop', at], shop)
  },
}
