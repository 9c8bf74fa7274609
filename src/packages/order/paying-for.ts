import { asMe, wxapi } from '@/api'
import { open, pages, replaceBy } from '@/lib/pages'
import type { PayMethod } from '@/lib/paying'
import { type Bill, purchaseOf } from '@/lib/purchase'
import { payOnline } from '@/platform/pay'

/** Pays, and takes the shopper to the page that says what came of it. */
export async function payFor(bill: Bill, method: PayMethod, isReplacing: boolean): Promise<void> {
  const show = isReplacing ? replaceBy : open
  if (method !== 'balance') return payOnline(purchaseOf.order(bill), method, show)
  await asMe(token => wxapi.orderPay(token, String(bill.id)))
  await show(pages.paying({ id: bill.id }))
}
