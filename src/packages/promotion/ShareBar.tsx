import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { copied } from '@/lib/copied'
import { linkOf, ShareButton } from '@/platform/share-button'
import './share-bar.scss'

interface Props {
  title: string
  path: string
  /** What the large button says. */
  invite: string
  copy: string
}

/** Asking friends: WeChat's or the phone's own sheet, and the address in a browser. */
export function ShareBar({ title, path, invite, copy }: Props) {
  const link = linkOf(path)
  return (
    <View className="share-bar">
      <ShareButton className="share-bar__invite" title={title} path={path}>
        <Icon name="share" size={20} />
        <Text>{invite}</Text>
      </ShareButton>
      {link && (
        <Button kind="soft" onPress={() => copied(link)}>
          {copy}
        </Button>
      )}
    </View>
  )
}
