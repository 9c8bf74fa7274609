import { ScrollView, Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Icon } from '@/components/Icon'
import { useDialog } from '@/platform/dialog'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  isOpen: boolean
  onClose(): void
  title?: string
  /** What is in it now: something else begins at its top. */
  part?: string | number | undefined
  /** What stays in sight at the bottom: the action. */
  foot?: ReactNode
  children: ReactNode
}

/** As long as the sheet takes to sink. */
const SINKING_MS = 240

/** A sheet from the bottom, for a small choice that is not worth a page. */
export function Sheet({ isOpen, onClose, title, part, foot, children }: Props) {
  const isThere = useLingering(isOpen)
  const dialog = useDialog(isOpen, onClose)
  if (!isThere) return null
  return (
    <View className={`sheet ${isOpen ? '' : 'sheet--closing'}`} catchMove>
      <View className="sheet__mask" onClick={onClose} />
      <View
        ref={dialog}
        className="sheet__body"
        {...{ role: 'dialog', tabIndex: -1, 'aria-modal': true, 'aria-label': title }}
      >
        {title && (
          <View className="sheet__head">
            <Text className="sheet__title">{title}</Text>
          </View>
        )}
        <Pressable className="sheet__close" label={texts.close} onPress={onClose}>
          <Icon name="close" size={20} />
        </Pressable>
        <ScrollView key={part} className="sheet__content" scrollY enhanced showScrollbar={false}>
          {children}
        </ScrollView>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </View>
  )
}

/** Stays true while the sheet sinks. */
function useLingering(isOpen: boolean): boolean {
  const [isThere, setThere] = useState(isOpen)
  useEffect(() => {
    if (isOpen) return setThere(true)
    const timer = setTimeout(() => setThere(false), SINKING_MS)
    return () => clearTimeout(timer)
  }, [isOpen])
  return isOpen || isThere
}
