import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { PictureSheet } from './PictureSheet'
import { type CodePurpose, useCode } from './use-code'
import './mobile-fields.scss'

export const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(text)
export const isCode = (text: string) => /^\d{4,8}$/.test(text)

interface Props {
  /** What the code is for: it serves nothing else. */
  purpose: CodePurpose
  mobile: string
  code: string
  /** Problems show once the shopper has tried to go on. */
  isChecked: boolean
  onMobile(mobile: string): void
  onCode(code: string): void
}

/** A mobile number and the code that proves it. */
export function MobileFields({ purpose, mobile, code, isChecked, onMobile, onCode }: Props) {
  const { send, secondsLeft, isSending, hint, pictured, close } = useCode(purpose, onCode)
  return (
    <>
      <View className="mobile-fields">
        <Field
          label={texts.login.mobile}
          kind="mobile"
          maxLength={11}
          value={mobile}
          placeholder={texts.login.mobileHint}
          problem={isChecked && !isMobile(mobile) ? texts.login.wrongMobile : undefined}
          onChange={onMobile}
        />
        <Field
          label={texts.login.code}
          kind="code"
          maxLength={8}
          value={code}
          placeholder={texts.login.codeHint}
          problem={isChecked && isMobile(mobile) && !isCode(code) ? texts.login.wrongCode : undefined}
          onChange={onCode}
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
      <Text className="mobile-fields__hint">{hint}</Text>
      <PictureSheet
        isOpen={pictured.mobile !== ''}
        times={pictured.times}
        isBusy={isSending}
        onRead={picture => send(pictured.mobile, picture)}
        onClose={close}
      />
    </>
  )
}
