import { Text, View } from '@tarojs/components'
import { type RefundApply, wxapi } from '@/api'
import { Empty } from '@/components/Empty'
import { Page } from '@/components/Page'
import { Picture } from '@/components/Picture'
import { Price } from '@/components/Price'
import { open, pages } from '@/lib/pages'
import { refundState, refundTone } from '@/lib/refund-state'
import { useMyPages } from '@/lib/use-my-pages'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import { CardHead } from '../CardHead'
import { CardList } from '../CardList'
import './index.scss'

/** All that a shopper ever asked for, the newest first. */
export default function Refunds() {
  const refunds = useMyPages(({ token, page, pageSize }) => wxapi.orderRefunds(token, undefined, page, pageSize))
  return (
    <Page title={texts.refund.listTitle}>
      <CardList
        of={refunds}
        height={154}
        empty={
          <Empty
            icon="return"
            title={texts.refund.empty}
            text={texts.refund.emptyText}
            action={texts.orders.title}
            onAction={() => open(pages.orders())}
          />
        }
      >
        {refund => <RefundCard key={refund.baseInfo.id} refund={refund} />}
      </CardList>
    </Page>
  )
}

function RefundCard({ refund: { baseInfo, goodsList } }: { refund: RefundApply }) {
  const { id, orderId, type, amount, number, dateAdd } = baseInfo
  const state = refundState(baseInfo)
  const [first] = goodsList
  return (
    <Pressable className="refund-card" role="link" to={pages.refund({ orderId, id })}>
      <CardHead at={dateAdd} state={texts.refund.states[state]} tone={refundTone(state)} />
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
