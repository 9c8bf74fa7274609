import { Text, View } from '@tarojs/components'
import './index.scss'

interface Props {
  /** The newest first. */
  steps: ReadonlyArray<{ key: string; what: string; when: string }>
}

/** What happened, one below the other. */
export const Timeline = ({ steps }: Props) => (
  <View className="timeline">
    {steps.map(({ key, what, when }, i) => (
      <View key={key} className={`timeline__step ${i === 0 ? 'timeline__step--now' : ''}`}>
        <Text className="timeline__what">{what}</Text>
        <Text className="timeline__when">{when}</Text>
      </View>
    ))}
  </View>
)
