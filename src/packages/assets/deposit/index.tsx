import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { asMe, wxapi } from '@/api'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/assets'
import { Standing } from './Standing'
import '../assets.scss'

/** One deposit: how it stands, and the way back. */
export default function DepositPage() {
  const { params } = useRouter()
  const id = Number(params.id)
  const deposit = useLoad(() => asMe(token => wxapi.depositInfoV2(token, id)), [id])
  usePull(deposit.reload)
  useReturn(deposit.reload)
  return (
    <Page title={texts.deposits.detail}>
      <View className="assets">
        <Show of={deposit} skeleton={<Skeletons />}>
          {data => <Standing deposit={data} onDone={deposit.reload} />}
        </Show>
      </View>
    </Page>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={120} radius={18} gap={12} />
    <Skeleton height={160} radius={18} />
  </>
)
