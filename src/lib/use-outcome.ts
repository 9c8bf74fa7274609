import { useState } from 'react'
import { asMe, asMeIfSignedIn, WxapiError, wxapi } from '@/api'
import { moneyText } from '@/lib/money'
import { isPatient, type LateMoney, type SheetEnd } from '@/lib/paying'
import { useAsking } from '@/lib/use-asking'
import { codes } from '../../contract/codes'

export type OutcomeState = 'waiting' | 'paid' | 'unpaid' | 'closed'

const PAUSE_MS = 1500

/** Asks the server until it knows what became of a payment, patiently; the client's own word counts for nothing. */
export function useOutcome(outTradeId: string, ended: SheetEnd | undefined) {
  const [state, setState] = useState<OutcomeState>(outTradeId ? 'waiting' : 'closed')
  const [money, setMoney] = useState<number>()
  const [balance, setBalance] = useState<string>()
  const [late, setLate] = useState<LateMoney>()

  const begin = () => {
    if (outTradeId) setState('waiting')
  }
  const askAgain = useAsking(begin, async (count, isCurrent) => {
    if (!outTradeId) return undefined
    try {
      const paid = await asMe(token => wxapi.payQuery(token, outTradeId))
      if (!isCurrent()) return undefined
      setMoney(paid.money)
      if (paid.outcome !== 'done') setLate(paid.outcome)
      setState('paid')
      const amount = await asMeIfSignedIn(token => wxapi.userAmount(token))
      if (amount) setBalance(moneyText(amount.balance))
      return undefined
    } catch (error) {
      if (!isCurrent()) return undefined
      const { state, isOver } = standingAfter(error, count, ended)
      setState(state)
      return isOver ? undefined : PAUSE_MS
    }
  })
  return { state, money, balance, late, askAgain }
}

/** What no answer means by now: the money is not there yet, or never will be. */
function standingAfter(error: unknown, count: number, ended: SheetEnd | undefined) {
  const isClosed = error instanceof WxapiError && error.code === codes.payClosed
  if (isClosed) return { state: 'closed', isOver: true } as const
  return { state: isPatient(count, ended) ? 'waiting' : 'unpaid', isOver: !isPatient(count) } as const
}
