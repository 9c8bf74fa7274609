import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { dataOf, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { goBack, pages } from '@/lib/pages'
import { useCart } from '@/stores/cart'
import { invitation } from '@/stores/inviter'
import { abandonLogin, finishLogin } from '@/stores/login-request'
import { say } from '@/stores/saying'
import { session } from '@/stores/session'
import { texts } from '@/texts'
import { useCode } from './use-code'
import './index.scss'

const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(text)
const isCode = (text: string) => /^\d{4,8}$/.test(text)

/** A browser's shopper logs in with a mobile number; what they were doing goes on afterwards. */
export default function Login() {
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { send, secondsLeft, isSending, hint } = useCode(setCode)
  const isDone = useRef(false)
  useEffect(
    () => () => {
      if (!isDone.current) abandonLogin()
    },
    [],
  )

  const submit = async () => {
    if (!isMobile(mobile)) return say(texts.login.wrongMobile)
    if (!isCode(code)) return say(texts.login.wrongCode)
    setBusy(true)
    try {
      const { token } = await dataOf(wxapi.loginMobileSmsCode({ mobile, code, autoReg: true, ...invitation() }))
      isDone.current = true
      await leave(token)
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }

  return (
    <Page title={texts.login.title}>
      <View className="login">
        <Text className="login__headline">{texts.login.headline}</Text>
        <Text className="login__text">{texts.login.text}</Text>
        <View className="login__form">
          <Field
            label={texts.login.mobile}
            kind="mobile"
            maxLength={11}
            value={mobile}
            placeholder={texts.login.mobileHint}
            onChange={setMobile}
          />
          <Field
            label={texts.login.code}
            kind="code"
            maxLength={8}
            value={code}
            placeholder={texts.login.codeHint}
            onChange={setCode}
          >
            <Button
              kind="soft"
              size="s"
              isBusy={isSending}
              isDisabled={secondsLeft > 0}
              onPress={() => (isMobile(mobile) ? send(mobile) : say(texts.login.wrongMobile))}
            >
              {secondsLeft > 0 ? texts.login.again(secondsLeft) : texts.login.send}
            </Button>
          </Field>
        </View>
        <Text className="login__hint">{hint}</Text>
        <View className="login__submit">
          <Button isWide isBusy={isBusy} onPress={submit}>
            {texts.login.submit}
          </Button>
        </View>
        <DemoLine />
      </View>
    </Page>
  )
}

/** Back to whoever waits for the token. After a reload nobody does, and the shopper goes home. */
async function leave(token: string): Promise<void> {
  session().signIn(token)
  useCart.getState().refresh().catch(say)
  if (Taro.getCurrentPages().length > 1) {
    goBack()
    await pageIsGone()
  } else {
    await Taro.switchTab({ url: pages.home })
  }
  finishLogin(token)
}

/** What goes on may open another page; that must not happen while this one is still leaving. */
const pageIsGone = () => new Promise(resolve => setTimeout(resolve, 350))
