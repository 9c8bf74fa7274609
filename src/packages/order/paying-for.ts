import { asMe, wxapi } from '@/api'
import { open, pages, replaceBy } from '@/lib/pages'
import { type Bill, payOnline } from '@/platform/pay'

export type PayMethod = 'wechat' | 'balance'

/** Pays, and takes the shopper to the page that says what came of it. */
export async function payFor(bill: Bill, method: PayMethod, isReplacing: boolean): Promise<void> {
  const show = isReplacing ? replaceBy : open
  if (method === 'wechat') return payOnline(bill, show)
  await asMe(token => wxapi.orderPay(token, String(bill.id)))
  await show(pages.paying({ id: bill.id }))
}
