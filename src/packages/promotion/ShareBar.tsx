import { Text, View } from '@tarojs/components'
import { type ComponentProps, useState } from 'react'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { PosterSheet } from '@/components/PosterSheet'
import { copied } from '@/lib/copied'
import { linkOf, ShareButton } from '@/platform/share-button'
import './share-bar.scss'

interface Props {
  title: string
  path: string
  /** What the large button says. */
  invite: string
  copy: string
  /** What the button of the poster says, what the poster shows, and where its code leads. */
  poster: { name: string } & Pick<ComponentProps<typeof PosterSheet>, 'poster' | 'coded'>
}

/** Asking friends: WeChat's or the phone's own sheet, a poster, and the address in a browser. */
export function ShareBar({ title, path, invite, copy, poster: { name, ...poster } }: Props) {
  const [isDrawn, setDrawn] = useState(false)
  const link = linkOf(path)
  return (
    <View className="share-bar">
      <ShareButton className="share-bar__invite" title={title} path={path}>
        <Icon name="share" size={20} />
        <Text>{invite}</Text>
      </ShareButton>
      <View className="share-bar__more">
        {link && (
          <Button kind="soft" isWide onPress={() => copied(link)}>
            {copy}
          </Button>
        )}
        <Button kind="soft" isWide onPress={() => setDrawn(true)}>
          {name}
        </Button>
      </View>
      {isDrawn && <PosterSheet {...poster} onClose={() => setDrawn(false)} />}
    </View>
  )
}
