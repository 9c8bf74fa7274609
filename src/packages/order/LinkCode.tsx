import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '@/components/Icon'
import { qrPicture } from '@/lib/code-picture'
import { copied } from '@/lib/copied'
import { openLink, opensLinks } from '@/platform/open-link'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import './link-code.scss'

/** A code that is an address: where it leads, to be opened here, copied, or scanned by another phone. */
export function LinkCode({ address, host }: { address: string; host: string }) {
  const [isDrawn, setDrawn] = useState(false)
  return (
    <View className="link-code">
      <Text className="link-code__name">{texts.order.linkTo(host)}</Text>
      <Text className="link-code__address code-card__value" userSelect>
        {address}
      </Text>
      {isDrawn && (
        <View className="link-code__ground">
          <View
            className="link-code__qr"
            style={{ backgroundImage: `url("${qrPicture(address)}")` }}
            {...{ role: 'img', 'aria-label': texts.order.linkQr }}
          />
        </View>
      )}
      <View className="link-code__actions">
        {opensLinks && (
          <Pressable className="link-code__action" role="link" onPress={() => openLink(address)}>
            {texts.order.openLink}
          </Pressable>
        )}
        <Pressable className="link-code__action" onPress={() => setDrawn(!isDrawn)}>
          {isDrawn ? texts.order.hideQr : texts.order.showQr}
        </Pressable>
        <Pressable className="link-code__action" label={texts.order.copyLink} onPress={() => copied(address)}>
          <Icon name="copy" size={16} />
          {texts.copy}
        </Pressable>
      </View>
    </View>
  )
}
