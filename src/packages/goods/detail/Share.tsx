import { Text, View } from '@tarojs/components'
import type { Goods } from '@/api'
import { Icon, type IconName } from '@/components/Icon'
import { PosterSheet } from '@/components/PosterSheet'
import { Sheet } from '@/components/Sheet'
import { copied } from '@/lib/copied'
import { goodsScene } from '@/lib/inviter'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { linkOf, ShareButton } from '@/platform/share-button'
import { texts } from '@/texts/goods'

const PAGE = 'packages/goods/detail/index'

/** Which sheet is open. */
export type Sharing = 'ways' | 'poster' | undefined

interface Props {
  sharing: Sharing
  onChange(sharing: Sharing): void
  goods: Goods
  hasChoice: boolean
  inviter: number | undefined
}

/** The ways to pass a product on: a message, a link, a poster. */
export function Share({ sharing, onChange, goods, hasChoice, inviter }: Props) {
  const path = pages.goods(goods.id, { inviter })
  const link = linkOf(path)
  const close = () => onChange(undefined)
  return (
    <>
      <Sheet isOpen={sharing === 'ways'} onClose={close} title={texts.sharing.title}>
        <View className="share__ways">
          <ShareButton className="share__way" title={goods.name} path={path} onPressed={close}>
            <Way icon="chat" name={texts.sharing.friend} />
          </ShareButton>
          {link && (
            <Pressable
              className="share__way"
              onPress={() => {
                close()
                copied(link)
              }}
            >
              <Way icon="link" name={texts.sharing.link} />
            </Pressable>
          )}
          <Pressable className="share__way" onPress={() => onChange('poster')}>
            <Way icon="picture" name={texts.poster.title} />
          </Pressable>
        </View>
      </Sheet>
      {sharing === 'poster' && (
        <PosterSheet
          poster={posterOf(goods, hasChoice)}
          coded={{ path, page: PAGE, scene: goodsScene(goods.id, inviter) }}
          onClose={close}
        />
      )}
    </>
  )
}

const posterOf = ({ name, pic, picColor, minPrice, originalPrice }: Goods, hasChoice: boolean) => ({
  picture: pic,
  color: picColor,
  name,
  price: minPrice,
  was: hasChoice ? undefined : originalPrice,
  from: hasChoice ? texts.goods.from : undefined,
  hint: texts.sharing.hint,
})

/** Opens them, from the page's bar. */
export const ShareOpener = ({ onPress }: { onPress(): void }) => (
  <Pressable className="share" label={texts.sharing.title} onPress={onPress}>
    <Icon name="share" size={21} />
  </Pressable>
)

const Way = ({ icon, name }: { icon: IconName; name: string }) => (
  <>
    <View className="share__icon">
      <Icon name={icon} size={24} />
    </View>
    <Text className="share__name">{name}</Text>
  </>
)
