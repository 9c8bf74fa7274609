import { useEffect, useState } from 'react'
import { dataOf, wxapi } from '@/api'
import { WxapiError } from '@/api/client'
import { demoCode } from '@/platform/demo-code'
import { say } from '@/stores/saying'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/user'
import { codes } from '../../../contract/codes'

const PAUSE_SECONDS = 60

export type CodePurpose = 'login' | 'bind' | 'paypwd'

/** The characters of a picture, as somebody has read them. */
export interface ReadPicture {
  key: string
  code: string
}

/** Sends a code to a mobile number, once a minute. Who asks often is shown a picture first. */
export function useCode(purpose: CodePurpose, fill: (code: string) => void) {
  const [secondsLeft, setSecondsLeft] = useState(0)
  const [isSending, setSending] = useState(false)
  const [hint, setHint] = useState('')
  /** The number whose code waits for a picture, and how many pictures were asked for. */
  const [pictured, setPictured] = useState({ mobile: '', times: 0 })

  useEffect(() => {
    if (secondsLeft === 0) return
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft])

  const close = () => setPictured(({ times }) => ({ mobile: '', times }))

  const send = async (mobile: string, picture?: ReadPicture) => {
    setSending(true)
    try {
      await dataOf(wxapi.smsValidateCode(mobile, picture?.key, picture?.code, purpose))
      close()
      setSecondsLeft(PAUSE_SECONDS)
      const code = useShop.getState().isDemo ? await demoCode(mobile) : undefined
      if (code) fill(code)
      setHint(code ? texts.login.demoFilled : texts.login.sent)
    } catch (error) {
      const wantsPicture = error instanceof WxapiError && PICTURE_CODES.includes(error.code)
      if (wantsPicture) setPictured(({ times }) => ({ mobile, times: times + 1 }))
      // That one is needed the sheet says by itself.
      if (!wantsPicture || picture) say(error)
      if (!wantsPicture) close()
    }
    setSending(false)
  }

  return { send, secondsLeft, isSending, hint, pictured, close }
}

const PICTURE_CODES: number[] = [codes.pictureRequired, codes.pictureWrong]
