import { Text, View } from '@tarojs/components'
import { Button } from '@/components/Button'
import type { Pages } from '@/lib/use-pages'
import { texts } from '@/texts'
import './index.scss'

/** Below a growing list: more is coming, could not come, or that was all. */
export function ListEnd({ of: { rows, error, isEnd, more } }: { of: Pages<unknown> }) {
  if (!rows?.length) return null
  if (error) {
    return (
      <View className="list-end">
        <Text>{error.message}</Text>
        <Button kind="plain" size="s" onPress={more}>
          {texts.retry}
        </Button>
      </View>
    )
  }
  // Another line below each page, not one that every page pushes down: what moves in sight is a jump.
  return (
    <View key={rows.length} className="list-end">
      {isEnd ? texts.list.end : texts.list.more}
    </View>
  )
}
