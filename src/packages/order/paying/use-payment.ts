import { useRef, useState } from 'react'
import { asMe, NetworkError, type OrderDetail, withToken, wxapi } from '@/api'
import { orderDetail } from '@/api/order-detail'
import { isPatient, type LateMoney, type PayingState, pauseBefore, payingState, type SheetEnd } from '@/lib/paying'
import { useAsking } from '@/lib/use-asking'

export interface Payment {
  order: OrderDetail | undefined
  state: PayingState
  /** Set when the money could not be used for the order. */
  late: LateMoney | undefined
  error: Error | undefined
  askAgain(): void
}

/** A lost question is asked again after so long. */
const LOST_MS = 2000

/**
 * Asks the server until it knows what became of the payment. The client's own word counts for nothing; `ended` only makes it
 * ask less patiently.
 */
export function usePayment(orderId: number, outTradeId: string | undefined, ended: SheetEnd | undefined): Payment {
  const [order, setOrder] = useState<OrderDetail>()
  const [state, setState] = useState<PayingState>('waiting')
  const [late, setLate] = useState<LateMoney>()
  const [error, setError] = useState<Error>()
  /** Once it is known where the money is, the gateway need not be asked again. */
  const isSettled = useRef(false)

  const begin = () => {
    setError(undefined)
    setState('waiting')
  }
  const askAgain = useAsking(begin, async (count, isCurrent) => {
    try {
      const { outcome, order } = await ask(orderId, isSettled.current ? undefined : outTradeId)
      if (!isCurrent()) return undefined
      isSettled.current ||= outcome !== undefined
      const next = payingState(order.orderInfo, isPatient(count, ended))
      if (outcome && outcome !== 'done') setLate(outcome)
      setOrder(order)
      setState(next)
      setError(undefined)
      return pauseBefore(next, count)
    } catch (error) {
      if (!isCurrent()) return undefined
      if (error instanceof NetworkError && isPatient(count)) return LOST_MS
      setError(error as Error)
      return undefined
    }
  })
  return { order, state, late, error, askAgain }
}

interface Answer {
  order: OrderDetail
  outcome: 'done' | LateMoney | undefined
}

/** `payQuery` makes the server ask the gateway; its "not yet" is no failure. The order then says the rest. */
async function ask(orderId: number, outTradeId: string | undefined): Promise<Answer> {
  const payment = outTradeId ? await withToken(token => wxapi.payQuery(token, outTradeId)) : undefined
  const order = await asMe(token => orderDetail(token, orderId))
  return { order, outcome: payment?.code === 0 ? payment.data.outcome : undefined }
}
