import { wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { open, pages } from '@/lib/pages'
import { useMyPages } from '@/lib/use-my-pages'
import { texts } from '@/texts/order'
import { CardList } from '../CardList'
import { InvoiceCard } from '../InvoiceCard'

/** All invoices of a shopper, the newest first. */
export default function Invoices() {
  const invoices = useMyPages(wxapi.invoiceList)
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
