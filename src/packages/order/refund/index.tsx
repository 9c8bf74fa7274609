import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { asMe, type OrderDetail, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { pages, replaceBy } from '@/lib/pages'
import { isOpenLine } from '@/lib/refund-state'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/order'
import { RequestForm } from './RequestForm'
import './index.scss'

/** Asking for money back or another piece. */
export default function RefundRequest() {
  const { orderId, line } = useRouter().params
  const order = useLoad(() => asMe(token => wxapi.orderDetail(token, Number(orderId))), [orderId])
  return (
    <Page title={texts.refund.title}>
      <Show of={order} skeleton={<Skeletons />}>
        {data => <Content order={data} line={Number(line) || undefined} />}
      </Show>
    </Page>
  )
}

function Content({ order, line }: { order: OrderDetail; line: number | undefined }) {
  const lines = order.goods.filter(isOpenLine)
  if (lines.length === 0) {
    const { id } = order.orderInfo
    return (
      <Empty
        icon="box"
        title={texts.refund.nothing}
        text={texts.refund.nothingText}
        action={texts.refund.seeOrder}
        onAction={() => replaceBy(pages.order(id))}
      />
    )
  }
  const first = lines.some(({ id }) => id === line) ? line : undefined
  return <RequestForm order={order.orderInfo} lines={lines} first={first} />
}

const Skeletons = () => (
  <View className="refund">
    <Skeleton height={112} radius={18} gap={12} />
    <Skeleton height={210} radius={18} gap={12} />
    <Skeleton height={104} radius={18} gap={12} />
    <Skeleton height={200} radius={18} />
  </View>
)
