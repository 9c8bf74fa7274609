import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/Page'
import { numberIn, type SheetEnd } from '@/lib/paying'
import { texts } from '@/texts/assets'
import { FromBalance } from './FromBalance'
import { Online, type What } from './Online'

/** What became of paying a bill or leaving a deposit: by the server's word, because it is shown at the counter. */
export default function Paid() {
  const { params } = useRouter()
  const what: What = params.what === 'deposit' ? 'deposit' : 'bill'
  return (
    <Page title={texts.paid[what].title}>
      {params.number ? (
        <FromBalance number={params.number} />
      ) : (
        <Online what={what} outTradeId={numberIn(params) ?? ''} ended={params.ended as SheetEnd | undefined} />
      )}
    </Page>
  )
}
