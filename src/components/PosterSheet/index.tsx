import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { canKeep, keepPicture, openAlbumSettings } from '@/platform/album'
import { Drawing, type Surface } from '@/platform/drawing'
import { type CodedPage, codeOf } from '@/platform/page-code'
import { Whole } from '@/platform/whole'
import { ask, say } from '@/stores/saying'
import { useShop, useShopName } from '@/stores/shop'
import { texts } from '@/texts'
import { drawPoster, POSTER, type Poster } from './draw-poster'
import './index.scss'

interface Props {
  /** What it shows; the shop and the code come to it here. */
  poster: Omit<Poster, 'shop' | 'logo' | 'code'>
  /** Where its code leads. */
  coded: CodedPage
  onClose(): void
}

const USUAL_ACCENT = '#c8381a'

/** A page as a picture, to be kept in the album or sent by a long press. */
export function PosterSheet({ poster, coded, onClose }: Props) {
  const { name } = poster
  const [path, setPath] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const shop = useShopName()
  const logo = useShop(({ logo }) => logo)
  const accent = useShop(({ accent }) => accent?.light.accent) ?? USUAL_ACCENT

  const draw = async (surface: Surface) => {
    await drawPoster(surface, { ...poster, shop, logo, code: await codeOf(coded) }, accent)
  }
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
