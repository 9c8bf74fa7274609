/** Deleting an account: what must be finished first, and what is wiped. Orders and the ledger stay, without the person. */
import { type Fen, fen, yuanText } from '../../../contract/money'
import type { Db, Tx } from '../../db/database'
import { closeSessionsOf } from '../../http/sessions'
import { userAccount } from '../../ledger/ledger'
import { forgetWriter } from '../comment/store'
import { forgetHeld } from '../content/held'
import { depositAccount } from '../deposit/deposits'
import { forgetUploader } from '../file/forget'
import { unsettledAccount } from '../fx/commission'
import { forgetInvoiced } from '../invoice/forget'
import { forgetHelper } from '../kanjia/help'
import { forgetBuyer } from '../order/forget'
import { STATUS } from '../order/status'
import { forgetReceiver } from '../transfer/forget'
import { forgetPayee } from '../withdraw/forget'
import { namesOf } from './names'
import type { User } from './users'

export interface Unfinished {
  orders: number
  refunds: number
  payments: number
  balance: Fen
}

/** What still ties a shopper to the shop: orders under way, after-sales, payments that may yet arrive, money. */
export async function unfinishedOf(db: Db, merchantId: number, userId: number, now: Date): Promise<Unfinished> {
  const row = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('orders')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('merchant_id', '=', merchantId)
        .where('user_id', '=', userId)
        .where('status', 'in', [STATUS.unpaid, STATUS.paid, STATUS.shipped])
        .as('orders'),
      selectFrom('refund_lines')
        .innerJoin('refunds', join =>
          join
            .onRef('refunds.merchant_id', '=', 'refund_lines.merchant_id')
            .onRef('refunds.id', '=', 'refund_lines.refund_id'),
        )
        .select(({ fn }) => fn.count<number>('refunds.id').distinct().as('count'))
        .where('refund_lines.merchant_id', '=', merchantId)
        .where('refunds.user_id', '=', userId)
        .where('refund_lines.open_line_id', 'is not', null)
        .as('refunds'),
      selectFrom('payments')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('merchant_id', '=', merchantId)
        .where('user_id', '=', userId)
        .where('state', '=', 0)
        .where('expires_at', '>', now.getTime())
        .as('payments'),
      selectFrom('ledger_accounts')
        .select(({ fn }) => fn.sum<number>('balance').as('balance'))
        .where('merchant_id', '=', merchantId)
        .where('account', 'in', [
          userAccount(userId),
          `${userAccount(userId)}:frozen`,
          unsettledAccount(userId),
          depositAccount(userId),
        ])
        .where('unit', '=', 'CNY')
        .as('balance'),
    ])
    .executeTakeFirstOrThrow()
  return {
    orders: Number(row.orders ?? 0),
    refunds: Number(row.refunds ?? 0),
    payments: Number(row.payments ?? 0),
    balance: fen(Number(row.balance ?? 0)),
  }
}

/** In words for the shopper; empty when nothing is left to do. */
export function unfinishedWords({ orders, refunds, payments, balance }: Unfinished): string {
  const words = [
    orders > 0 && `${orders} 个进行中的订单`,
    refunds > 0 && `${refunds} 个处理中的售后`,
    payments > 0 && `${payments} 笔刚发起的付款`,
    balance > 0 && `余额 ${yuanText(balance)} 元`,
  ]
  return words.filter(Boolean).join('、')
}

/** Wipes the person. The row stays, because orders and the ledger point to it, and says nothing any more. */
export async function forgetUser(tx: Tx, merchantId: number, user: User, now: Date): Promise<void> {
  const { id } = user
  const { email } = await namesOf(tx, merchantId, id)
  await closeSessionsOf(tx, merchantId, id)
  for (const table of [
    'user_identities',
    'user_passwords',
    'addresses',
    'favourites',
    'cart_lines',
    'forgotten_goods',
    'coupons',
    'sign_ins',
    'memberships',
    'fx_sellers',
    'fx_bindings',
    'fx_debts',
    'partner_people',
  ] as const) {
    await tx.deleteFrom(table).where('merchant_id', '=', merchantId).where('user_id', '=', id).execute()
  }
  const targets = [user.mobile, email].filter(target => typeof target === 'string')
  if (targets.length) {
    await tx
      .deleteFrom('verification_codes')
      .where('merchant_id', '=', merchantId)
      .where('target', 'in', targets)
      .execute()
  }
  await forgetHeld(tx, merchantId, id)
  await forgetWriter(tx, merchantId, id)
  await forgetBuyer(tx, merchantId, id)
  await forgetInvoiced(tx, merchantId, id)
  await forgetHelper(tx, merchantId, id)
  await forgetPayee(tx, merchantId, id)
  await forgetReceiver(tx, merchantId, id)
  await forgetUploader(tx, merchantId, id, now)
  await tx
    .updateTable('users')
    .set({
      mobile: null,
      nick: '已注销用户',
      avatar_url: '',
      gender: 0,
      birthday: null,
      province: '',
      city: '',
      ext_json: '{}',
      referrer_id: null,
      level_id: null,
      level_until: null,
      login_ip: '',
      status: LEFT,
    })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .execute()
}

/** Neither in use nor blocked: the person has gone. */
const LEFT = 2
