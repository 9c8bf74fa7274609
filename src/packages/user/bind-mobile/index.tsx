import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type Reply, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Page } from '@/components/Page'
import { goBack } from '@/lib/pages'
import { hasNumberButton, NumberButton } from '@/platform/number-button'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { isCode, isMobile, MobileFields } from '../MobileFields'
import './index.scss'

/** A first number, or another one: WeChat's own, or any that is proven by a code. */
export default function BindMobile() {
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isChecked, setChecked] = useState(false)

  const bind = async (call: (token: string) => Reply<unknown>) => {
    setBusy(true)
    try {
      await asMe(call)
      say(texts.profile.mobileBound)
      goBack()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  const bindTyped = () => {
    setChecked(true)
    if (isMobile(mobile) && isCode(code)) bind(token => wxapi.bindMobileSms(token, mobile, code))
  }
  return (
    <Page title={texts.profile.bindMobile}>
      <View className="bind-mobile">
        <Text className="bind-mobile__text">{texts.profile.bindText}</Text>
        {hasNumberButton && (
          <>
            <View className="bind-mobile__wechat">
              <NumberButton
                onCode={code => bind(token => wxapi.bindMobileWxappV2(token, code))}
                onTrouble={() => say(texts.profile.noWechatMobile)}
              >
                {texts.profile.wechatMobile}
              </NumberButton>
            </View>
            <Text className="bind-mobile__or">{texts.profile.orByCode}</Text>
          </>
        )}
        <MobileFields
          purpose="bind"
          mobile={mobile}
          code={code}
          isChecked={isChecked}
          onMobile={setMobile}
          onCode={setCode}
        />
        <DemoLine />
      </View>
      <BottomBar>
        <Button kind={hasNumberButton ? 'soft' : 'primary'} isWide isBusy={isBusy} onPress={bindTyped}>
          {texts.profile.bindMobile}
        </Button>
      </BottomBar>
    </Page>
  )
}
