import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { listOf, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts'
import { InvoiceCard } from '../InvoiceCard'
import './index.scss'

/** All invoices of a shopper, the newest first. */
export default function Invoices() {
  const invoices = usePages(
    page => listOf(withToken(token => wxapi.invoiceList({ token, page, pageSize: PAGE_SIZE }))),
    [],
  )
  useReachBottom(invoices.more)
  usePull(invoices.reload)
  useReturn(invoices.reload)
  const { rows, error } = invoices
  return (
    <Page title={texts.invoice.listTitle}>
      <View className="invoices">
        {!rows && !error && [1, 2].map(i => <Skeleton key={i} height={200} radius={18} gap={12} />)}
        {!rows && error && <Failed error={error} onRetry={invoices.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="article"
            title={texts.invoice.empty}
            text={texts.invoice.emptyText}
            action={texts.orders.title}
            onAction={() => open(pages.orders())}
          />
        )}
        {rows?.map(invoice => (
          <InvoiceCard key={invoice.id} invoice={invoice} />
        ))}
        <ListEnd of={invoices} />
      </View>
    </Page>
  )
}
