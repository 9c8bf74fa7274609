import { useEffect, useState } from 'react'
import { dataOf, wxapi } from '@/api'
import { demoCode } from '@/platform/demo-code'
import { say } from '@/stores/saying'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts'

const PAUSE_SECONDS = 60

/** Sends a code to a mobile number, once a minute. */
export function useCode(fill: (code: string) => void) {
  const [secondsLeft, setSecondsLeft] = useState(0)
  const [isSending, setSending] = useState(false)
  const [hint, setHint] = useState('')

  useEffect(() => {
    if (secondsLeft === 0) return
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft])

  const send = async (mobile: string) => {
    setSending(true)
    try {
      await dataOf(wxapi.smsValidateCode(mobile))
      setSecondsLeft(PAUSE_SECONDS)
      const code = useShop.getState().isDemo ? await demoCode(mobile) : undefined
      if (code) fill(code)
      setHint(code ? texts.login.demoFilled : texts.login.sent)
    } catch (error) {
      say(error)
    }
    setSending(false)
  }

  return { send, secondsLeft, isSending, hint }
}
