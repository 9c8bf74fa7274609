import { useState } from 'react'
import { asMe, type Order, type OrderLine, wxapi } from '@/api'
import type { OrderAction } from '@/lib/order-state'
import { open, pages } from '@/lib/pages'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { buyAgain } from './buy-again'

export interface OrderActions {
  run(action: OrderAction, order: Order, lines: readonly OrderLine[]): Promise<void>
  /** The order whose way of paying is being chosen. */
  toPay: Order | undefined
  closePayment(): void
}

/** What can be done with an order, asked for first where it cannot be undone. `done` follows every change. */
export function useOrderActions(done: (action: OrderAction) => void): OrderActions {
  const [toPay, setToPay] = useState<Order>()
  const words = texts.orders

  const change = async (
    action: OrderAction,
    question: Parameters<typeof ask>[0],
    call: () => Promise<unknown>,
    said: string,
  ) => {
    if (!(await ask(question))) return
    await call()
    say(said)
    done(action)
  }

  const run: OrderActions['run'] = async (action, order, lines) => {
    const { id } = order
    if (action === 'pay') return setToPay(order)
    if (action === 'codes') return open(pages.order(id))
    if (action === 'invite') return open(pages.group(order.pingtuanOpenId ?? 0))
    if (action === 'review') return open(pages.review(id))
    try {
      if (action === 'again') await buyAgain(lines)
      if (action === 'cancel') {
        const question = { title: words.cancelAsk, text: words.cancelText, yes: words.actions.cancel, no: words.keep }
        await change(action, question, () => asMe(token => wxapi.orderClose(token, id)), words.cancelled)
      }
      if (action === 'confirm') {
        const question = { title: words.confirmAsk, yes: words.actions.confirm }
        await change(action, question, () => asMe(token => wxapi.orderDelivery(token, id)), words.confirmed)
      }
      if (action === 'delete') {
        const question = { title: words.deleteAsk, text: words.deleteText, yes: texts.delete }
        await change(action, question, () => asMe(token => wxapi.orderDelete(token, id)), words.deleted)
      }
    } catch (error) {
      say(error)
    }
  }

  return { run, toPay, closePayment: () => setToPay(undefined) }
}
