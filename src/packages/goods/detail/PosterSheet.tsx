import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Goods } from '@/api'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { Skeleton } from '@/components/Skeleton'
import { goodsScene } from '@/lib/inviter'
import { pages } from '@/lib/pages'
import { canKeep, keepPicture, openAlbumSettings } from '@/platform/album'
import { Drawing, type Surface } from '@/platform/drawing'
import { codeOf } from '@/platform/page-code'
import { Whole } from '@/platform/whole'
import { ask, say } from '@/stores/saying'
import { useShop, useShopName } from '@/stores/shop'
import { texts } from '@/texts/goods'
import { drawPoster, POSTER } from './draw-poster'

interface Props {
  goods: Goods
  hasChoice: boolean
  inviter: number | undefined
  onClose(): void
}

const PAGE = 'packages/goods/detail/index'
const USUAL_ACCENT = '#c8381a'

/** The product as a picture, to be kept in the album or sent by a long press. */
export function PosterSheet({ goods, hasChoice, inviter, onClose }: Props) {
  const { id, name, pic, picColor, minPrice, originalPrice } = goods
  const [path, setPath] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const shop = useShopName()
  const logo = useShop(({ logo }) => logo)
  const accent = useShop(({ accent }) => accent?.light.accent) ?? USUAL_ACCENT

  const draw = async (surface: Surface) => {
    const code = await codeOf({ path: pages.goods(id, { inviter }), page: PAGE, scene: goodsScene(id, inviter) })
    const poster = {
      picture: pic,
      color: picColor,
      name,
      price: minPrice,
      was: hasChoice ? undefined : originalPrice,
      from: hasChoice ? texts.goods.from : undefined,
      shop,
      logo,
      hint: texts.sharing.hint,
      code,
    }
    await drawPoster(surface, poster, accent)
  }
  const keep = async () => {
    if (!path) return
    setBusy(true)
    const kept = await keepPicture(path, name)
    setBusy(false)
    if (kept === 'kept') return say(texts.sharing.kept)
    if (kept === 'refused') return
    const isSure = await ask({
      title: texts.sharing.noAlbum,
      text: texts.sharing.noAlbumText,
      yes: texts.sharing.settings,
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
      title={texts.sharing.poster}
      foot={
        error ? (
          <Button kind="soft" isWide onPress={again}>
            {texts.retry}
          </Button>
        ) : canKeep ? (
          <Button isWide isBusy={isBusy} isDisabled={!path} onPress={keep}>
            {texts.sharing.keep}
          </Button>
        ) : (
          <Text className="poster__hint">{texts.sharing.press}</Text>
        )
      }
    >
      <View className="poster">
        {error ? (
          <Text className="poster__hint">{texts.sharing.failed}</Text>
        ) : path ? (
          <Whole className="poster__picture" src={path} alt={texts.sharing.pictureOf(name)} />
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
