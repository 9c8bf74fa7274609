import Taro from '@tarojs/taro'

/** Tells now, and whenever it changes, whether there is a network. */
export function watchNetwork(tell: (isOnline: boolean) => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => tell(isConnected))
  Taro.getNetworkType()
    .then(({ networkType }) => tell(networkType !== 'none'))
    .catch(() => undefined)
}
