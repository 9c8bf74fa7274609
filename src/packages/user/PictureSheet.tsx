import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { randomKey } from '@/lib/random-key'
import { Photo } from '@/platform/photo'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/user'
import type { ReadPicture } from './use-code'
import './picture-sheet.scss'

interface Props {
  isOpen: boolean
  /** Counts up whenever another picture is due. */
  times: number
  isBusy: boolean
  onRead(picture: ReadPicture): void
  onClose(): void
}

/** Four characters to be read by a person before another message is sent. */
export function PictureSheet({ isOpen, times, isBusy, onRead, onClose }: Props) {
  const [key, setKey] = useState(randomKey)
  const [code, setCode] = useState('')
  const showAnother = () => {
    setKey(randomKey())
    setCode('')
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that was used is good for nothing any more
  useEffect(showAnother, [times])
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      title={texts.login.picture.title}
      foot={
        <Button isWide isBusy={isBusy} isDisabled={code.trim().length < 4} onPress={() => onRead({ key, code })}>
          {texts.login.picture.send}
        </Button>
      }
    >
      <Text className="picture-sheet__text">{texts.login.picture.text}</Text>
      <View className="picture-sheet__row">
        <View className="picture-sheet__frame">
          <Photo
            className="picture-sheet__photo"
            src={wxapi.graphValidateCodeUrl(key)}
            alt={texts.login.picture.title}
            onShown={() => {}}
            onFailed={() => {}}
          />
        </View>
        <Pressable className="picture-sheet__another" onPress={showAnother}>
          {texts.login.picture.another}
        </Pressable>
      </View>
      <Field
        label={texts.login.picture.label}
        value={code}
        placeholder={texts.login.picture.hint}
        maxLength={8}
        onChange={setCode}
      />
    </Sheet>
  )
}
