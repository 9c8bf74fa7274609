import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { InvoiceTable } from '../../db/tables'

export type InvoiceRow = Selectable<InvoiceTable>

/** Numbers are WXAPI's. */
export const INVOICE = { asked: 0, refused: 1, issuing: 2, issued: 3 } as const
export const INVOICE_TEXTS: Record<number, string> = { 0: '待处理', 1: '已拒绝', 2: '开票中', 3: '已开票' }

interface InvoiceFilter {
  userId: number
  orderId?: number | undefined
  limit: number
  offset: number
}

/** A shopper's invoices with the numbers of their orders, the newest first. */
export const listInvoices = (db: Db, merchantId: number, { userId, orderId, limit, offset }: InvoiceFilter) =>
  withOrder(db, merchantId)
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('invoices.user_id', '=', userId)
    .$if(Boolean(orderId), query => query.where('invoices.order_id', '=', orderId ?? 0))
    .orderBy('invoices.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export const findInvoice = (db: Db, merchantId: number, id: number, userId?: number) =>
  withOrder(db, merchantId)
    .where('invoices.id', '=', id)
    .$if(userId !== undefined, query => query.where('invoices.user_id', '=', userId ?? 0))
    .executeTakeFirst()

const withOrder = (db: Db, merchantId: number) =>
  db
    .selectFrom('invoices')
    .leftJoin('orders', join =>
      join.onRef('orders.merchant_id', '=', 'invoices.merchant_id').onRef('orders.id', '=', 'invoices.order_id'),
    )
    .selectAll('invoices')
    .select('orders.order_number')
    .where('invoices.merchant_id', '=', merchantId)

/** The shop keeper's step; answers whether the invoice was still open. A refused one leaves its order free for another. */
export async function decideInvoice(
  tx: Tx,
  merchantId: number,
  id: number,
  decision: { status: number; file?: string; shop_remark?: string },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invoices')
    .set({
      ...decision,
      ...(decision.status === INVOICE.refused && { open_order_id: null }),
      updated_at: now.getTime(),
    })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .where('status', 'in', [INVOICE.asked, INVOICE.issuing])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
