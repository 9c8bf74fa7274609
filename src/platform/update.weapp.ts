import Taro from '@tarojs/taro'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts'

/** WeChat fetches a new version beside the one that runs; the shopper says when it begins. */
export function watchUpdates(): void {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(async () => {
    const { ready: title, readyText: text, restart: yes, later: no } = texts.update
    if (await ask({ title, text, yes, no })) manager.applyUpdate()
  })
  manager.onUpdateFailed(() => say(texts.update.failed))
}
