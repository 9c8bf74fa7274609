import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { asMe, asMeIfSignedIn, WxapiError, wxapi } from '@/api'
import { moneyText } from '@/lib/money'
import { isPatient } from '@/lib/paying'
import { codes } from '../../../../contract/codes'

export type RechargeState = 'waiting' | 'paid' | 'unpaid' | 'closed'

const PAUSE_MS = 1500

/** Asks the server until it knows what became of a recharge, patiently; the client's own word counts for nothing. */
export function useOutcome(outTradeId: string) {
  const [state, setState] = useState<RechargeState>(outTradeId ? 'waiting' : 'closed')
  const [money, setMoney] = useState<number>()
  const [balance, setBalance] = useState<string>()
  const asked = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const turn = useRef(0)

  const ask = useCallback(async () => {
    clearTimeout(timer.current)
    asked.current += 1
    turn.current += 1
    const own = turn.current
    try {
      const paid = await asMe(token => wxapi.payQuery(token, outTradeId))
      if (own !== turn.current) return
      setMoney(paid.money)
      setState('paid')
      const amount = await asMeIfSignedIn(token => wxapi.userAmount(token))
      if (amount) setBalance(moneyText(amount.balance))
    } catch (error) {
      if (own !== turn.current) return
      if (error instanceof WxapiError && error.code === codes.payClosed) return setState('closed')
      if (!isPatient(asked.current)) return setState('unpaid')
      timer.current = setTimeout(ask, PAUSE_MS)
    }
  }, [outTradeId])

  const askAgain = useCallback(() => {
    asked.current = 0
    if (!outTradeId) return
    setState('waiting')
    ask()
  }, [ask, outTradeId])

  const stop = useCallback(() => {
    turn.current += 1
    clearTimeout(timer.current)
  }, [])

  useDidShow(askAgain)
  useDidHide(stop)
  useEffect(() => stop, [stop])
  return { state, money, balance, askAgain }
}
