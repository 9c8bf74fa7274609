import { useRef, useState } from 'react'
import { asMe, type Order, type OrderLine, type RefundOffer, WxapiError, wxapi } from '@/api'
import { moneyText } from '@/lib/money'
import { pages, replaceBy } from '@/lib/pages'
import { amountIn, commonTypes } from '@/lib/refund-state'
import { useLoad } from '@/lib/use-load'
import { say } from '@/stores/saying'
import { texts } from '@/texts/order'
import { codes } from '../../../../contract/codes'

/** What the shopper asks for, as far as it is filled in. */
export interface Wish {
  lineIds: readonly number[]
  /** Pieces of the only line; all of them when not said. */
  number: number | undefined
  type: 0 | 1 | 2
  /** 0 not yet, 1 it has. */
  hasCome: number
  reason: string
  /** As typed; the most that can be asked for when not said. */
  amount: string | undefined
  words: string
  pics: readonly string[]
}

const EXCHANGE = 2

export function useRequest(order: Order, lines: OrderLine[], first: number | undefined) {
  const [wish, setWish] = useState<Wish>(() => firstWish(order, lines, first))
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const types = commonTypes(lines.filter(({ id }) => wish.lineIds.includes(id)))
  const asked = { orderId: order.id, orderGoodsId: wish.lineIds.join(','), type: wish.type, ...pieces(wish) }
  const { data: offer } = useLoad(
    async (): Promise<RefundOffer | undefined> =>
      wish.lineIds.length ? asMe(token => wxapi.refundApply({ token, calculate: true, ...asked })) : undefined,
    [asked.orderGoodsId, asked.type, wish.number],
  )
  const most = offer?.amountMax ?? 0
  const amountText = wish.amount ?? (offer ? String(most) : '')
  const amount = wish.type === EXCHANGE ? 0 : amountIn(amountText, most)

  const change = (part: Partial<Wish>) =>
    setWish(before => {
      const next = { ...before, ...part, ...(part.lineIds || part.type !== undefined ? { amount: undefined } : {}) }
      const open = commonTypes(lines.filter(({ id }) => next.lineIds.includes(id)))
      return open.length && !open.includes(next.type) ? { ...next, type: open[0] ?? 0, reason: '' } : next
    })

  const submit = async () => {
    if (isRunning.current || !offer) return
    setChecked(true)
    if (!wish.reason) return say(texts.refund.chooseReason)
    if (amount === undefined && most > 0) return say(texts.refund.wrongAmount(moneyText(most)))
    isRunning.current = true
    setBusy(true)
    try {
      const { id } = await asMe(token => wxapi.refundApply({ token, ...asked, ...contentOf(wish, amount ?? 0) }))
      say(texts.refund.submitted)
      replaceBy(pages.refund({ orderId: order.id, id }))
    } catch (error) {
      say(error instanceof WxapiError && error.code === codes.refundAlreadyAsked ? texts.refund.already : error)
    }
    isRunning.current = false
    setBusy(false)
  }

  const isWrong = isChecked && amount === undefined && most > 0
  const problem = isWrong ? texts.refund.wrongAmount(moneyText(most)) : undefined
  return { wish, change, types, offer, amountText, problem, submit, isBusy }
}

function firstWish(order: Order, lines: OrderLine[], first: number | undefined): Wish {
  const lineIds = first === undefined ? lines.map(({ id }) => id) : [first]
  const type = commonTypes(lines.filter(({ id }) => lineIds.includes(id)))[0]
  // Lines that allow nothing in common are asked for one by one.
  const [only] = lines
  return {
    lineIds: type === undefined && only ? [only.id] : lineIds,
    number: undefined,
    type: type ?? commonTypes(only ? [only] : [])[0] ?? 0,
    hasCome: order.status >= 3 ? 1 : 0,
    reason: '',
    amount: undefined,
    words: '',
    pics: [],
  }
}

const pieces = ({ lineIds, number }: Wish) => (lineIds.length === 1 && number !== undefined ? { number } : {})

const contentOf = ({ hasCome, reason, words, pics }: Wish, amount: number) => ({
  logisticsStatus: hasCome === 1 ? (1 as const) : (0 as const),
  reason,
  amount,
  ...(words.trim() && { remark: words.trim() }),
  ...(pics.length > 0 && { pic: pics.join(',') }),
})
