import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, type RefundApply, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { isWithdrawable, refundState } from '@/lib/refund-state'
import { useLoad } from '@/lib/use-load'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { Facts } from './Facts'
import { Headline } from './Headline'
import { SendBack } from './SendBack'
import { SendSheet } from './SendSheet'
import { Steps } from './Steps'
import './index.scss'

/** How a request goes along, and what is to be done for it. */
export default function RefundProgress() {
  const { orderId, id } = useRouter().params
  const refund = useLoad(() => requestOf(Number(orderId), Number(id)), [orderId, id])
  usePull(refund.reload)
  useReturn(refund.reload)
  return (
    <Page title={texts.refund.detailTitle}>
      <Show of={refund} skeleton={<Skeletons />}>
        {data => <Content refund={data} reload={refund.reload} />}
      </Show>
    </Page>
  )
}

/** The one that is meant, or the newest of the order. */
async function requestOf(orderId: number, id: number): Promise<RefundApply> {
  const all = await asMe(token => wxapi.refundApplyDetail(token, orderId))
  const found = all.find(({ baseInfo }) => baseInfo.id === id) ?? all[0]
  if (!found) throw new Error(texts.errors.gone)
  return found
}

function Content({ refund, reload }: { refund: RefundApply; reload(): Promise<void> }) {
  const { baseInfo } = refund
  const { orderId, orderGoodsId } = baseInfo
  const [isSending, setSending] = useState(false)
  const state = refundState(baseInfo)

  const withdraw = async () => {
    const { withdrawAsk: title, withdrawText: text, withdraw: yes } = texts.refund
    if (!(await ask({ title, text, yes, no: texts.orders.keep }))) return
    try {
      await asMe(token => wxapi.refundApplyCancel(token, orderId, orderGoodsId))
      say(texts.refund.withdrawn)
      await reload()
    } catch (error) {
      say(error)
    }
  }
  const canSend = state === 'sendBack' || state === 'sentBack'
  const canAskAgain = state === 'withdrawn' || state === 'refused'
  return (
    <View className="refunding">
      <Headline refund={baseInfo} state={state} />
      {canSend && <SendBack refund={baseInfo} />}
      <Steps refund={refund} />
      <Facts refund={refund} />
      {(isWithdrawable(state) || canSend || canAskAgain) && (
        <BottomBar>
          <View className="refunding__actions">
            {isWithdrawable(state) && (
              <Button kind="line" onPress={withdraw}>
                {texts.refund.withdraw}
              </Button>
            )}
            {canSend && (
              <Button kind={state === 'sendBack' ? 'primary' : 'line'} onPress={() => setSending(true)}>
                {state === 'sendBack' ? texts.refund.sendForm : texts.refund.changeForm}
              </Button>
            )}
            {canAskAgain && <Button to={pages.refundApply({ orderId })}>{texts.refund.again}</Button>}
          </View>
        </BottomBar>
      )}
      <SendSheet refund={baseInfo} isOpen={isSending} onClose={() => setSending(false)} onSent={reload} />
    </View>
  )
}

const Skeletons = () => (
  <View className="refunding">
    <Skeleton width={150} height={30} gap={8} />
    <Skeleton width={230} height={16} gap={18} />
    <Skeleton height={132} radius={18} gap={12} />
    <Skeleton height={240} radius={18} />
  </View>
)
