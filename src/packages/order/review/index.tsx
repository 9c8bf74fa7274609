import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asMe, type OrderLine, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { noOpinion, type Opinion, reputationOf } from '@/lib/opinion'
import { goBack } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { OpinionCard } from './OpinionCard'
import './index.scss'

export default function ReviewPage() {
  const orderId = Number(useRouter().params.id)
  const order = useLoad(() => asMe(token => wxapi.orderDetail(token, orderId)), [orderId])
  return (
    <Page title={texts.review.title}>
      <View className="opinions">
        <Show of={order} skeleton={<Skeleton height={240} radius={18} />}>
          {({ goods }) => <Form orderId={orderId} lines={goods} />}
        </Show>
      </View>
    </Page>
  )
}

function Form({ orderId, lines }: { orderId: number; lines: OrderLine[] }) {
  const [opinions, setOpinions] = useState<Readonly<Record<number, Opinion>>>({})
  const [isBusy, setBusy] = useState(false)
  const opinionOf = (id: number) => opinions[id] ?? noOpinion

  const submit = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      const reputations = lines.map(({ id }) => reputationOf(id, opinionOf(id)))
      await asMe(token => wxapi.orderReputation({ token, postJsonString: { token, orderId, reputations } }))
      say(texts.review.thanks)
      goBack()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <>
      {lines.map(line => (
        <OpinionCard
          key={line.id}
          line={line}
          opinion={opinionOf(line.id)}
          onChange={part =>
            setOpinions(before => ({ ...before, [line.id]: { ...(before[line.id] ?? noOpinion), ...part } }))
          }
        />
      ))}
      <BottomBar>
        <Button isWide isBusy={isBusy} onPress={submit}>
          {texts.review.submit}
        </Button>
      </BottomBar>
    </>
  )
}
