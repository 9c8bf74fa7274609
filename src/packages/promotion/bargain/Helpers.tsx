import { Text, View } from '@tarojs/components'
import type { BargainHelp } from '@/api'
import { Avatar } from '@/components/Avatar'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { texts } from '@/texts/promotion'

/** Who has helped, and by how much. */
export const Helpers = ({ helps }: { helps: readonly BargainHelp[] }) => (
  <View className="bargain__card">
    <Text className="bargain__heading">
      {helps.length ? texts.bargain.helpers(helps.length) : texts.bargain.noHelpers}
    </Text>
    {helps.length === 0 && <Text className="bargain__rules">{texts.bargain.noHelpersText}</Text>}
    {helps.map(({ uid, nick, avatarUrl, cutPrice, remark, dateAdd }) => (
      <View key={uid} className="helper">
        <Avatar src={avatarUrl} name={nick} size={40} />
        <View className="helper__about">
          <Text className="helper__name">{nick || texts.bargain.anonymous}</Text>
          <Text className="helper__words">{remark || momentText(dateAdd)}</Text>
        </View>
        <Text className="helper__cut">{texts.bargain.cut(moneyText(cutPrice))}</Text>
      </View>
    ))}
  </View>
)
