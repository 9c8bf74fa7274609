import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { barHeight, statusBarHeight } from '@/platform/frame'
import { useNetwork } from '@/stores/network'
import { texts } from '@/texts'
import './index.scss'

/** Says, at the top of a page and over it, that the network is away. Nothing below moves. */
export function OfflineLine({ isBelowBar }: { isBelowBar: boolean }) {
  const isOnline = useNetwork(network => network.isOnline)
  const top = isBelowBar ? 0 : statusBarHeight + barHeight
  return (
    <View className="offline-line" style={{ top: `${top + 8}px` }} {...{ role: 'status' }}>
      {!isOnline && <OfflineWords />}
    </View>
  )
}

export const OfflineWords = () => (
  <View className="offline-line__words">
    <Icon name="cloud" size={18} />
    <Text>{texts.errors.noNetwork}</Text>
  </View>
)
