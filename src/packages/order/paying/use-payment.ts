import { useRef, useState } from 'react'
import { asMe, NetworkError, type OrderDetail, withToken, wxapi } from '@/api'
import { orderDetail } from '@/api/order-detail'
import { isPatient, type PayingState, pauseBefore, payingState } from '@/lib/paying'
import { useAsking } from '@/lib/use-asking'

export interface Payment {
  order: OrderDetail | undefined
  state: PayingState
  error: Error | undefined
  askAgain(): void
}

/** A lost question is asked again after so long. */
const LOST_MS = 2000

/** Asks the server until it knows what became of the payment. The client's own word counts for nothing. */
export function usePayment(orderId: number, outTradeId: string | undefined): Payment {
  const [order, setOrder] = useState<OrderDetail>()
  const [state, setState] = useState<PayingState>('waiting')
  const [error, setError] = useState<Error>()
  /** Once paid, the gateway need not be asked again. */
  const isPaid = useRef(false)

  const begin = () => {
    setError(undefined)
    setState('waiting')
  }
  const askAgain = useAsking(begin, async (count, isCurrent) => {
    try {
      const answer = await ask(orderId, isPaid.current ? undefined : outTradeId)
      if (!isCurrent()) return undefined
      isPaid.current = answer.orderInfo.status !== 0
      const next = payingState(answer.orderInfo, isPatient(count))
      setOrder(answer)
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
  return { order, state, error, askAgain }
}

/** `payQuery` makes the server ask the gateway; its "not yet" is no failure. The order then says the rest. */
async function ask(orderId: number, outTradeId: string | undefined): Promise<OrderDetail> {
  const order = () => asMe(token => orderDetail(token, orderId))
  if (!outTradeId) return order()
  await withToken(token => wxapi.payQuery(token, outTradeId))
  return order()
}
