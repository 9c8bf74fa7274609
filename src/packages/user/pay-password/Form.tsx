import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Field } from '@/components/Field'
import { goBack } from '@/lib/pages'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { isCode, isMobile, MobileFields } from '../MobileFields'

/** A first password, another one, or a new one for who has forgotten theirs. */
export type Way = 'set' | 'change' | 'forgot'

const SHORTEST = 6
const LONGEST = 64

export function Form({ way }: { way: Way }) {
  const [old, setOld] = useState('')
  const [own, setOwn] = useState('')
  const [again, setAgain] = useState('')
  const [mobile, setMobile] = useState('')
  const [code, setCode] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const words = texts.settings.payPassword
  const problems = {
    old: way === 'change' && !old && words.oldHint,
    own: own.length < SHORTEST && words.short,
    again: again !== own && words.differs,
  }
  const isProven = way !== 'forgot' || (isMobile(mobile) && isCode(code))
  const problemOf = (name: keyof typeof problems) => (isChecked && problems[name]) || undefined

  const calls: Record<Way, () => Promise<unknown>> = {
    set: () => asMe(token => wxapi.setPayPassword(token, own)),
    change: () => asMe(token => wxapi.modifyPayPassword(token, old, own)),
    forgot: () => asMe(() => wxapi.resetPayPassword(mobile, code, own)),
  }
  const save = async () => {
    setChecked(true)
    if (Object.values(problems).some(Boolean) || !isProven) return
    setBusy(true)
    try {
      await calls[way]()
      say(words.saved)
      goBack()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <>
      <Text className="pay-password__text">{way === 'forgot' ? words.forgotText : words.setText}</Text>
      {way === 'forgot' && (
        <MobileFields
          purpose="paypwd"
          mobile={mobile}
          code={code}
          isChecked={isChecked}
          onMobile={setMobile}
          onCode={setCode}
        />
      )}
      <View className="pay-password__fields">
        {way === 'change' && (
          <Field
            label={words.old}
            kind="password"
            value={old}
            placeholder={words.oldHint}
            maxLength={LONGEST}
            problem={problemOf('old')}
            onChange={setOld}
          />
        )}
        <Field
          label={words.own}
          kind="password"
          value={own}
          placeholder={words.ownHint}
          maxLength={LONGEST}
          problem={problemOf('own')}
          onChange={setOwn}
        />
        <Field
          label={words.again}
          kind="password"
          value={again}
          placeholder={words.againHint}
          maxLength={LONGEST}
          problem={problemOf('again')}
          onChange={setAgain}
        />
      </View>
      {way === 'forgot' && <DemoLine />}
      <BottomBar>
        <Button isWide isBusy={isBusy} onPress={save}>
          {way === 'set' ? words.set : words.save}
        </Button>
      </BottomBar>
    </>
  )
}
