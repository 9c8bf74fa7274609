import { Text, View } from '@tarojs/components'

/** What brings score, line by line; nothing where the shop has no rules. */
export function Ways({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <View className="sign__card">
      <Text className="sign__heading">{title}</Text>
      {lines.map(line => (
        <Text key={line} className="sign__way">
          {line}
        </Text>
      ))}
    </View>
  )
}
