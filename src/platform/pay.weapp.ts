import Taro from '@tarojs/taro'
import { asMe, logIn, type PaymentSheet, type VirtualSheet, wxapi } from '@/api'
import type { OnlineWay, SheetEnd, Standing } from '@/lib/paying'
import type { Purchase, Show } from '@/lib/purchase'
import { session } from '@/stores/session'

/**
 * Shows WeChat's payment sheet, then the page that says what became of it, whether it was paid, cancelled or failed: only
 * the server knows whether the money has come.
 */
export async function payOnline({ pageOf, ...bill }: Purchase, _way: OnlineWay, show: Show): Promise<void> {
  await show(pageOf(await showSheet(() => asMe(token => wxapi.wxpay({ token, ...bill })))))
}

/** Shows the sheet that fits what is bought. Answers the payment's number, and what the sheet said. */
async function showSheet(start: () => Promise<PaymentSheet>): Promise<Standing> {
  const { outTradeId, virtual, ...sheet } = await start()
  if (!virtual) return { outTradeId, ...(await showOrdinary(sheet)) }
  const end = await showVirtual(virtual)
  if (end !== 'stale') return { outTradeId, ...end }
  // WeChat has made another key for this login meanwhile: log in anew, and sign a new payment with it.
  await logIn(session().token)
  const again = await start()
  const endAgain = again.virtual ? await showVirtual(again.virtual) : {}
  return { outTradeId: again.outTradeId, ...(endAgain === 'stale' ? { ended: 'failed' } : endAgain) }
}

interface Ended {
  ended?: SheetEnd
}
type OrdinarySheet = Omit<PaymentSheet, 'outTradeId' | 'virtual'>

const showOrdinary = ({ timeStamp, nonceStr, package: prepay, signType, paySign }: OrdinarySheet): Promise<Ended> =>
  new Promise(resolve => {
    Taro.requestPayment({
      timeStamp,
      nonceStr,
      package: prepay,
      signType: signType as 'RSA',
      paySign,
      success: () => resolve({}),
      fail: ({ errMsg }) => resolve({ ended: /cancel/.test(errMsg) ? 'cancelled' : 'failed' }),
    })
  })

interface VirtualRequest extends VirtualSheet {
  success(): void
  fail(error: { errCode?: number }): void
}

const CANCELLED = -2
const SESSION_STALE = -15007

/** There at run time; Taro has no type for it. Older WeChats do not have it, and nothing is paid then. */
const showVirtual = (sheet: VirtualSheet): Promise<Ended | 'stale'> =>
  new Promise(resolve => {
    const { requestVirtualPayment } = Taro as { requestVirtualPayment?(request: VirtualRequest): void }
    if (!requestVirtualPayment) return resolve({ ended: 'failed' })
    requestVirtualPayment({
      ...sheet,
      success: () => resolve({}),
      fail: ({ errCode }) => {
        if (errCode === SESSION_STALE) resolve('stale')
        else resolve({ ended: errCode === CANCELLED ? 'cancelled' : 'failed' })
      },
    })
  })
