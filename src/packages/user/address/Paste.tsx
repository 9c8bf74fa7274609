import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import type { AddressForm } from '@/lib/address-form'
import { chooseFromAddressBook, hasAddressBook } from '@/platform/address-book'
import { pastedText } from '@/platform/clipboard'
import { Pressable } from '@/platform/pressable'
import { TextArea } from '@/platform/text-area'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import { recognised } from './recognise'

const MOST = 500

/** The ways not to type: WeChat's address book, or a text that is taken apart. */
export function Paste({ onRead }: { onRead(part: Partial<AddressForm>): void }) {
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)

  const read = async (source: () => Promise<string | undefined> | string) => {
    setBusy(true)
    try {
      const words = (await source())?.trim()
      if (words) {
        const part = await recognised(words)
        const isEmpty = !part.mobile && !part.region
        say(isEmpty ? texts.address.notRecognised : texts.address.recognised)
        if (!isEmpty) {
          onRead(part)
          setText('')
        }
      }
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  const paste = async () => {
    const words = await pastedText()
    if (words) setText(words.slice(0, MOST))
    else say(texts.address.nothingToPaste)
  }

  return (
    <View className="address-paste">
      <TextArea
        className="address-paste__text"
        label={texts.address.paste}
        value={text}
        placeholder={texts.address.pasteHint}
        maxLength={MOST}
        onChange={setText}
      />
      <View className="address-paste__foot">
        {hasAddressBook && (
          <Pressable className="address-paste__way" onPress={() => read(chooseFromAddressBook)}>
            <Icon name="wechat" size={18} />
            <Text>{texts.address.fromWechat}</Text>
          </Pressable>
        )}
        <Pressable className="address-paste__way" onPress={paste}>
          <Icon name="copy" size={18} />
          <Text>{texts.address.pasteNow}</Text>
        </Pressable>
        <View className="address-paste__read">
          <Button kind="soft" size="s" isBusy={isBusy} isDisabled={!text.trim()} onPress={() => read(() => text)}>
            {texts.address.recognise}
          </Button>
        </View>
      </View>
    </View>
  )
}
