import { RichText as Nodes, View } from '@tarojs/components'
import { safeHtml } from '@/lib/rich-text'

/** What a shop keeper wrote, made safe by `safeHtml`. */
export function RichText({ html }: { html: string }) {
  return (
    <View className="rich">
      <Nodes nodes={safeHtml(html)} space="nbsp" />
    </View>
  )
}
