import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { Pressable } from '@/platform/pressable'
import { AgreeButton, openPrivacyTerms } from '@/platform/privacy'
import { decidePrivacy, usePrivacy } from '@/stores/privacy'
import { say } from '@/stores/saying'
import { texts } from '@/texts'
import './index.scss'

/** Asks for what WeChat wants asked. Whoever refuses goes on with everything that needs nothing of theirs. */
export const PrivacySheet = () => (
  <PrivacyQuestion isOpen={usePrivacy(({ isAsked }) => isAsked)} onAnswer={decidePrivacy} />
)

interface Props {
  isOpen: boolean
  onAnswer(isAgreed: boolean): void
}

export function PrivacyQuestion({ isOpen, onAnswer }: Props) {
  const words = texts.privacyAsk
  return (
    <Sheet
      isOpen={isOpen}
      title={words.title}
      onClose={() => onAnswer(false)}
      foot={
        <>
          <Button kind="line" isWide onPress={() => onAnswer(false)}>
            {words.refuse}
          </Button>
          <AgreeButton className="privacy__agree" onAgree={() => onAnswer(true)}>
            {words.agree}
          </AgreeButton>
        </>
      }
    >
      <View className="privacy__text">
        <Text>{words.text}</Text>
        <Pressable className="privacy__terms" role="link" onPress={() => openPrivacyTerms().catch(say)}>
          {words.terms}
        </Pressable>
      </View>
    </Sheet>
  )
}
