import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Page } from '@/components/Page'
import { goBack } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { isCode, isMobile, MobileFields } from '../MobileFields'
import './index.scss'

/** A first number, or another one: it is proven by a code. */
export default function BindMobile() {
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isChecked, setChecked] = useState(false)

  const bind = async () => {
    setChecked(true)
    if (!isMobile(mobile) || !isCode(code)) return
    setBusy(true)
    try {
      await asMe(token => wxapi.bindMobileSms(token, mobile, code))
      say(texts.profile.mobileBound)
      goBack()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <Page title={texts.profile.bindMobile}>
      <View className="bind-mobile">
        <Text className="bind-mobile__text">{texts.profile.bindText}</Text>
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
        <Button isWide isBusy={isBusy} onPress={bind}>
          {texts.profile.bindMobile}
        </Button>
      </BottomBar>
    </Page>
  )
}
