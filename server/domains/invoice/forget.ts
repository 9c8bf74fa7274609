/** What invoices know of a person, when the person goes: amounts and the titles of companies stay, as the books need them. */
import type { Tx } from '../../db/database'

export async function forgetInvoiced(tx: Tx, merchantId: number, userId: number): Promise<void> {
  const invoices = () => tx.updateTable('invoices').where('merchant_id', '=', merchantId).where('user_id', '=', userId)
  await invoices().set({ email: '', address: '', bank: '', remark: '', ext_json: '{}' }).execute()
  // Without a tax number it was made out to a person.
  await invoices().set({ title: '已注销' }).where('tax_number', '=', '').execute()
}
