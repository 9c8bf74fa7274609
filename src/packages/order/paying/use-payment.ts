import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { asMe, NetworkError, type OrderDetail, withToken, wxapi } from '@/api'
import { orderDetail } from '@/api/order-detail'
import { isPatient, type PayingState, pauseBefore, payingState } from '@/lib/paying'

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
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const turn = useRef(0)
  /** Once paid, the gateway need not be asked again. */
  const isPaid = useRef(false)

  const askOnce = useCallback(async () => {
    turn.current += 1
    const own = turn.current
    clearTimeout(timer.current)
    const askLater = (pause: number) => {
      timer.current = setTimeout(askOnce, pause)
    }
    try {
      const answer = await ask(orderId, isPaid.current ? undefined : outTradeId)
      if (own !== turn.current) return
      asked.current += 1
      isPaid.current = answer.orderInfo.status !== 0
      const next = payingState(answer.orderInfo, isPatient(asked.current))
      const pause = pauseBefore(next, asked.current)
      setOrder(answer)
      setState(next)
      setError(undefined)
      if (pause) askLater(pause)
    } catch (error) {
      if (own !== turn.current) return
      asked.current += 1
      if (error instanceof NetworkError && isPatient(asked.current)) askLater(LOST_MS)
      else setError(error as Error)
    }
  }, [orderId, outTradeId])

  const askAgain = useCallback(() => {
    asked.current = 0
    setError(undefined)
    setState('waiting')
    askOnce()
  }, [askOnce])

  const stop = useCallback(() => {
    turn.current += 1
    clearTimeout(timer.current)
  }, [])

  useDidShow(askAgain)
  useDidHide(stop)
  useEffect(() => stop, [stop])

  return { order, state, error, askAgain }
}

/** `payQuery` makes the server ask the gateway; its "not yet" is no failure. The order then says the rest. */
async function ask(orderId: number, outTradeId: string | undefined): Promise<OrderDetail> {
  const order = () => asMe(token => orderDetail(token, orderId))
  if (!outTradeId) return order()
  await withToken(token => wxapi.payQuery(token, outTradeId))
  return order()
}
