import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Pressable } from '@/platform/pressable'
import { TextInput } from '@/platform/text-input'
import { texts } from '@/texts/order'

const MOST = 50

/** Finds orders by the name of what was bought, or by their number. */
export const SearchBar = ({ text, onChange }: { text: string; onChange(text: string): void }) => (
  <View className="orders__search">
    <Icon name="search" size={18} />
    <TextInput
      className="orders__words"
      kind="search"
      label={texts.orders.search}
      value={text}
      placeholder={texts.orders.search}
      maxLength={MOST}
      onChange={onChange}
    />
    {text && (
      <Pressable className="orders__clear" label={texts.orders.clear} onPress={() => onChange('')}>
        <Icon name="close" size={16} />
      </Pressable>
    )}
  </View>
)
