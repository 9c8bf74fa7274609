import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { canKeep, keepPicture, openAlbumSettings } from '@/platform/album'
import { Drawing, type Surface } from '@/platform/drawing'
import { Whole } from '@/platform/whole'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts'
import { POSTER } from './lettering'
import './index.scss'

interface Props {
  /** What it is of: its spoken name, and that of the file. */
  name: string
  draw(surface: Surface): Promise<void>
  onClose(): void
}

/** A picture to pass on, to be kept in the album or sent by a long press. */
export function DrawnSheet({ name, draw, onClose }: Props) {
  const [path, setPath] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const keep = async () => {
    if (!path) return
    setBusy(true)
    const kept = await keepPicture(path, name)
    setBusy(false)
    if (kept === 'kept') return say(texts.poster.kept)
    if (kept === 'refused') return
    const isSure = await ask({
      title: texts.poster.noAlbum,
      text: texts.poster.noAlbumText,
      yes: texts.poster.settings,
    })
    if (isSure) await openAlbumSettings()
  }
  const again = () => {
    setError(undefined)
    setPath(undefined)
  }
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={texts.poster.title}
      foot={
        error ? (
          <Button kind="soft" isWide onPress={again}>
            {texts.retry}
          </Button>
        ) : canKeep ? (
          <Button isWide isBusy={isBusy} isDisabled={!path} onPress={keep}>
            {texts.poster.keep}
          </Button>
        ) : (
          <Text className="poster__hint">{texts.poster.press}</Text>
        )
      }
    >
      <View className="poster">
        {error ? (
          <Text className="poster__hint">{texts.poster.failed}</Text>
        ) : path ? (
          <Whole className="poster__picture" src={path} alt={texts.poster.pictureOf(name)} />
        ) : (
          <View className="poster__picture">
            <Skeleton height="100%" radius={12} />
          </View>
        )}
        {!path && !error && <Drawing {...POSTER} draw={draw} onDrawn={setPath} onFailed={setError} />}
      </View>
    </Sheet>
  )
}
