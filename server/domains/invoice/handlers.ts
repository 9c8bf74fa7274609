import type { Input } from '../../../contract/index'
import type { invoice } from '../../../contract/invoice'
import { type Fen, fen, yuanText } from '../../../contract/money'
import type { Tx } from '../../db/database'
import type { Handlers, SignedIn } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { writeJson } from '../../json'
import { paged, windowOf } from '../../paging'
import { findOrder } from '../order/read'
import { STATUS } from '../order/status'
import { findInvoice, INVOICE_TEXTS, type InvoiceRow, listInvoices } from './store'

export const invoiceHandlers: Handlers<typeof invoice> = {
  async invoiceApply(request, context) {
    return context.transaction(tx => apply(tx, request, context))
  },

  async invoiceList(request, { db, merchant, user }) {
    const { orderId } = request
    const rows = await listInvoices(db, merchant.id, { userId: user.id, orderId, ...windowOf(request) })
    return paged(rows, request, invoiceOf)
  },

  async invoiceDetail({ id }, { db, merchant, user }) {
    return invoiceOf(orRefuse(await findInvoice(db, merchant.id, id, user.id), 'noData'))
  },
}

async function apply(tx: Tx, request: Input<typeof invoice.invoiceApply>, { merchant, user, now }: SignedIn) {
  const { comName, tfn = '', orderId = 0, consumption = '', email = '', address = '', bank = '', remark = '' } = request
  const most = orderId ? await invoiceable(tx, merchant.id, user.id, orderId) : undefined
  const amount = orRefuse(request.amount ?? most, 'invoiceTooMuch')
  if (most !== undefined && amount > most) throw new Refusal('invoiceTooMuch', `最多可开 ${yuanText(most)} 元`)
  const row = await tx
    .insertInto('invoices')
    .values({
      merchant_id: merchant.id,
      user_id: user.id,
      order_id: orderId,
      open_order_id: orderId || null,
      title: comName,
      tax_number: tfn,
      amount_fen: amount,
      content: consumption,
      ...{ email, address, bank, remark },
      ext_json: writeJson(request.extJsonStr ?? {}),
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.columns(['merchant_id', 'open_order_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return orRefuse(row, 'invoiceExists')
}

/** What was paid for an order and not given back. Refuses orders that are not the shopper's, not paid or closed. */
async function invoiceable(tx: Tx, merchantId: number, userId: number, orderId: number): Promise<Fen> {
  const order = orRefuse(await findOrder(tx, merchantId, userId, { id: orderId }), 'orderUnknown')
  const left = fen(order.real_fen - order.refunded_fen)
  if (order.status < STATUS.paid || left <= 0) throw new Refusal('invoiceNotOpen')
  return left
}

const invoiceOf = (row: InvoiceRow & { order_number: string | null }) => ({
  id: row.id,
  orderId: row.order_id,
  orderNumber: row.order_number ?? '',
  comName: row.title,
  tfn: row.tax_number,
  amount: row.amount_fen,
  consumption: row.content,
  email: row.email,
  address: row.address,
  bank: row.bank,
  remark: row.remark,
  status: row.status,
  statusStr: INVOICE_TEXTS[row.status] ?? '',
  file: row.file,
  shopRemark: row.shop_remark,
  userId: row.merchant_id,
  uid: row.user_id,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})
