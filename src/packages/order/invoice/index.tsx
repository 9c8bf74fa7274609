import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, type Invoice, listOf, type OrderDetail, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/order'
import { InvoiceCard } from '../InvoiceCard'
import { InvoiceForm } from './InvoiceForm'
import './index.scss'

interface Subject {
  order: OrderDetail
  /** Of this order, the newest first. */
  own: Invoice[]
  /** What was filled in last time. */
  last: Invoice | undefined
}

const REFUSED = 1

/** An order's invoice: asking for it, or how it stands. */
export default function InvoicePage() {
  const orderId = Number(useRouter().params.orderId)
  const subject = useLoad(() => subjectOf(orderId), [orderId])
  return (
    <Page title={texts.invoice.title}>
      <Show of={subject} skeleton={<Skeletons />}>
        {data => <Content subject={data} reload={subject.reload} />}
      </Show>
    </Page>
  )
}

async function subjectOf(orderId: number): Promise<Subject> {
  const [order, invoices] = await Promise.all([
    asMe(token => wxapi.orderDetail(token, orderId)),
    listOf(withToken(token => wxapi.invoiceList({ token, pageSize: 100 }))),
  ])
  return { order, own: invoices.filter(invoice => invoice.orderId === orderId), last: invoices[0] }
}

function Content({ subject: { order, own, last }, reload }: { subject: Subject; reload(): Promise<void> }) {
  const [isAgain, setAgain] = useState(false)
  const [newest] = own
  if (newest && !isAgain) {
    return (
      <View className="invoice">
        <InvoiceCard invoice={newest} />
        {newest.status === REFUSED && (
          <View className="invoice__again">
            <Button onPress={() => setAgain(true)}>{texts.invoice.again}</Button>
          </View>
        )}
      </View>
    )
  }
  const done = async () => {
    setAgain(false)
    await reload()
  }
  return <InvoiceForm order={order.orderInfo} last={last} onDone={done} />
}

const Skeletons = () => (
  <View className="invoice">
    <Skeleton height={240} radius={18} />
  </View>
)
