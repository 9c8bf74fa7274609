import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { listOf, type RefundApply, withToken, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Page } from '@/components/Page'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { Skeleton } from '@/components/Skeleton'
import { momentText } from '@/lib/dates'
import { usePull, useReturn } from '@/lib/page-hooks'
import { open, pages } from '@/lib/pages'
import { refundState, refundTone } from '@/lib/refund-state'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

/** All that a shopper ever asked for, the newest first. */
export default function Refunds() {
  const refunds = usePages(
    page => listOf(withToken(token => wxapi.orderRefunds(token, undefined, page, PAGE_SIZE))),
    [],
  )
  useReachBottom(refunds.more)
  usePull(refunds.reload)
  useReturn(refunds.reload)
  const { rows, error } = refunds
  return (
    <Page title={texts.refund.listTitle}>
      <View className="refunds">
        {!rows && !error && [1, 2, 3].map(i => <Skeleton key={i} height={154} radius={18} gap={12} />)}
        {!rows && error && <Failed error={error} onRetry={refunds.reload} />}
        {rows?.length === 0 && (
          <Empty
            icon="return"
            title={texts.refund.empty}
            text={texts.refund.emptyText}
            action={texts.orders.title}
            onAction={() => open(pages.orders())}
          />
        )}
        {rows?.map(refund => (
          <RefundCard key={refund.baseInfo.id} refund={refund} />
        ))}
        <ListEnd of={refunds} />
      </View>
    </Page>
  )
}

function RefundCard({ refund: { baseInfo, goodsList } }: { refund: RefundApply }) {
  const { id, orderId, type, amount, number, dateAdd } = baseInfo
  const state = refundState(baseInfo)
  const [first] = goodsList
  return (
    <Pressable className="refund-card" role="link" to={pages.refund({ orderId, id })}>
      <View className="refund-card__head">
        <Text className="refund-card__date">{momentText(dateAdd)}</Text>
        <Text className={`refund-card__state refund-card__state--${refundTone(state)}`}>
          {texts.refund.states[state]}
        </Text>
      </View>
      <View className="refund-card__line">
        <Picture src={first?.pic ?? ''} color={first?.picColor} size={64} radius={12} />
        <View className="refund-card__about">
          <Text className="refund-card__name">{first?.goodsName}</Text>
          <Text className="refund-card__text">{texts.refund.stateTexts[state]}</Text>
        </View>
      </View>
      <View className="refund-card__foot">
        <Text className="refund-card__type">{texts.refund.types[type]}</Text>
        <Text className="refund-card__pieces">{texts.refund.pieces(number)}</Text>
        {amount > 0 && <Price value={amount} size="s" tone="ink" />}
      </View>
    </Pressable>
  )
}
