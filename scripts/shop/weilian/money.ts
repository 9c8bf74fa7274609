import { fen, yuanText } from '../../../contract/money'
import { formatTime } from '../../../contract/time'
import { findAccount } from '../../../server/domains/supply/account'
import { topUp } from '../../../server/domains/supply/balance'
import { resumeSale, STOP_TEXTS, type StopReason, stopSale } from '../../../server/domains/supply/breaker'
import { CommandError } from '../context'
import { yuanFrom } from '../set-sku'
import type { Desk } from './desk'

const SUPPLIER = 'weilian'
const KINDS: Record<string, string> = { start: '期初', bought: '购买', deviation: '对不上', toppedUp: '充值' }

/** Our money at the supplier as far as it is known, and the last movements. `--topped-up` says that money was paid in. */
export async function balance({ shop, values }: Desk): Promise<void> {
  const { db, transaction } = shop.database
  if (values['topped-up'] !== undefined) {
    const amount = yuanFrom(String(values['topped-up']))
    await transaction(tx => topUp(tx, SUPPLIER, amount, '店主记录', shop.now))
    console.log(`已记下充值 ¥${yuanText(amount)}；要恢复销售请运行 weilian resume / noted`)
  }
  const account = await findAccount(db, SUPPLIER)
  if (!account) return console.log('还没有向供货商买过东西 / nothing was bought yet')
  const { balance_fen, in_flight, stopped_reason } = account
  console.log(`余额 ${balance_fen === null ? '未知' : `¥${yuanText(balance_fen)}`}，正在购买 ${in_flight} 笔`)
  if (stopped_reason) console.log(`已停售：${STOP_TEXTS[stopped_reason as StopReason]} / sale is stopped`)
  const entries = await db
    .selectFrom('supply_entries')
    .selectAll()
    .where('merchant_id', '=', account.merchant_id)
    .where('supplier', '=', SUPPLIER)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  for (const one of entries)
    console.log(
      `  ${formatTime(new Date(one.created_at))}  ${KINDS[one.kind] ?? one.kind}  ${one.amount_fen < 0 ? '-' : '+'}¥${yuanText(fen(Math.abs(one.amount_fen)))}${one.purchase_id ? `  #${one.purchase_id}` : ''}${one.note ? `  ${one.note}` : ''}`,
    )
}

export async function resume({ shop }: Desk): Promise<void> {
  const wasStopped = await shop.database.transaction(tx => resumeSale(tx, SUPPLIER, shop.now))
  if (!wasStopped) throw new CommandError('没有停售 / sale is not stopped')
  console.log('已恢复销售，等待中的购买马上进行 / sale goes on')
}

export async function stop({ shop }: Desk): Promise<void> {
  const isNew = await shop.database.transaction(tx => stopSale(tx, SUPPLIER, 'keeper', shop.now))
  if (!isNew) throw new CommandError('已经停售了 / stopped already')
  console.log('供货商品已停售 / sale is stopped')
}
