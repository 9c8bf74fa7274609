import { useReachBottom } from '@tarojs/taro'
import { listOf, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/order'
import { CardList } from '../CardList'
import { InvoiceCard } from '../InvoiceCard'

/** All invoices of a shopper, the newest first. */
export default function Invoices() {
  const invoices = usePages(
    page => listOf(withToken(token => wxapi.invoiceList({ token, page, pageSize: PAGE_SIZE }))),
    [],
  )
  useReachBottom(invoices.more)
  usePull(invoices.reload)
  useReturn(invoices.reload)
  return (
    <Page title={texts.invoice.listTitle}>
      <CardList
        of={invoices}
        height={200}
        empty={
          <Empty
            icon="article"
            title={texts.invoice.empty}
            text={texts.invoice.emptyText}
            action={texts.orders.title}
            onAction={() => open(pages.orders())}
          />
        }
      >
        {invoice => <InvoiceCard key={invoice.id} invoice={invoice} />}
      </CardList>
    </Page>
  )
}
