import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { AddPictures } from '@/components/AddPictures'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { TextArea } from '@/platform/text-area'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'

const KINDS = ['idea', 'goods', 'delivery', 'trouble', 'other'] as const
export type FeedbackKind = (typeof KINDS)[number]

const FEEDBACK = 1
const MOST_WORDS = 500
const MOST_PICTURES = 4

/** What it is about, in words and pictures, and how to reach whoever wrote it. */
export function FeedbackForm({ onSent }: { onSent(): void }) {
  const [kind, setKind] = useState<FeedbackKind>('idea')
  const [content, setContent] = useState('')
  const [pics, setPics] = useState<string[]>([])
  const [mobile, setMobile] = useState('')
  const [isBusy, setBusy] = useState(false)

  const send = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      await asMe(token =>
        wxapi.addComment({
          token,
          type: FEEDBACK,
          content: content.trim(),
          extJsonStr: { kind },
          ...(mobile.trim() && { mobile: mobile.trim() }),
          ...(pics.length && { pics: pics.join(',') }),
        }),
      )
      say(texts.feedback.thanks)
      onSent()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  const kinds = KINDS.map(key => ({ key, name: texts.feedback.kinds[key] }))
  return (
    <>
      <View className="feedback__card">
        <Chips label={texts.feedback.kind} chips={kinds} current={kind} onPress={key => setKind(key)} />
        <View className="feedback__field">
          <TextArea
            className="feedback__words"
            label={texts.feedback.words}
            value={content}
            placeholder={texts.feedback.wordsHint[kind]}
            maxLength={MOST_WORDS}
            onChange={setContent}
          />
          <Text className="feedback__count">
            {content.length} / {MOST_WORDS}
          </Text>
        </View>
        <AddPictures pics={pics} most={MOST_PICTURES} onChange={setPics} />
      </View>
      <View className="feedback__contact">
        <Field
          label={texts.feedback.contact}
          value={mobile}
          placeholder={texts.feedback.contactHint}
          maxLength={50}
          onChange={setMobile}
        />
      </View>
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={!content.trim()} onPress={send}>
          {texts.feedback.send}
        </Button>
      </BottomBar>
    </>
  )
}
