import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { dataOf, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Checkbox } from '@/components/Checkbox'
import { DemoLine } from '@/components/DemoLine'
import { Logo } from '@/components/Logo'
import { Page } from '@/components/Page'
import { goBack, pages } from '@/lib/pages'
import { isInWechat } from '@/platform/in-wechat'
import { logInByWechat } from '@/platform/login'
import { Pressable } from '@/platform/pressable'
import { useCart } from '@/stores/cart'
import { invitation } from '@/stores/inviter'
import { abandonLogin, finishLogin } from '@/stores/login-request'
import { ask, say } from '@/stores/saying'
import { session } from '@/stores/session'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/user'
import { isCode, isMobile, MobileFields } from '../MobileFields'
import './index.scss'

/** A browser's shopper logs in with a mobile number, and what they were doing goes on afterwards; in WeChat, by WeChat. */
export default function Login() {
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isChecked, setChecked] = useState(false)
  const [isAgreed, setAgreed] = useState(false)
  const isDone = useRef(false)
  useEffect(
    () => () => {
      if (!isDone.current) abandonLogin()
    },
    [],
  )

  const offersWechat = useShop(shop => shop.wechatLogin !== '') && isInWechat

  const agrees = async () => {
    const { agreeAsk, agreeText, agree } = texts.login
    if (!isAgreed && !(await ask({ title: agreeAsk, text: agreeText, yes: agree }))) return false
    setAgreed(true)
    return true
  }

  const goToWechat = async () => {
    if (!(await agrees())) return
    setBusy(true)
    await logInByWechat().catch(say)
    setBusy(false)
  }

  const submit = async () => {
    setChecked(true)
    if (!isMobile(mobile) || !isCode(code) || !(await agrees())) return
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
        <Logo size={56} />
        <Text className="login__headline">{offersWechat ? texts.login.title : texts.login.headline}</Text>
        <Text className="login__text">{texts.login.text}</Text>
        {offersWechat && (
          <>
            <View className="login__wechat">
              <Button isWide isBusy={isBusy} onPress={goToWechat}>
                {texts.login.wechat}
              </Button>
            </View>
            <Text className="login__or">{texts.login.orMobile}</Text>
          </>
        )}
        <View className="login__form">
          <MobileFields
            purpose="login"
            mobile={mobile}
            code={code}
            isChecked={isChecked}
            onMobile={setMobile}
            onCode={setCode}
          />
        </View>
        <View className="login__submit">
          <Button kind={offersWechat ? 'soft' : 'primary'} isWide isBusy={isBusy} onPress={submit}>
            {texts.login.submit}
          </Button>
        </View>
        <View className="login__agreement">
          <Checkbox isOn={isAgreed} label={texts.login.agreeLabel} onChange={setAgreed} />
          <View className="login__terms">
            <Text>{texts.login.read}</Text>
            <Pressable className="login__link" to={pages.page('agreement')}>
              {texts.login.titled(texts.singlePages.agreement)}
            </Pressable>
            <Text>{texts.login.and}</Text>
            <Pressable className="login__link" to={pages.page('privacy')}>
              {texts.login.titled(texts.singlePages.privacy)}
            </Pressable>
          </View>
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
