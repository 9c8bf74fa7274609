import { View } from '@tarojs/components'
import { Icon } from '@/components/Icon'
import { Sheet } from '@/components/Sheet'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'

interface Props {
  isOpen: boolean
  reasons: readonly string[]
  value: string
  onChoose(reason: string): void
  onClose(): void
}

export const ReasonSheet = ({ isOpen, reasons, value, onChoose, onClose }: Props) => (
  <Sheet isOpen={isOpen} onClose={onClose} title={texts.refund.reason}>
    <View className="refund__reasons" {...{ role: 'radiogroup', 'aria-label': texts.refund.reason }}>
      {reasons.map(reason => (
        <Pressable
          key={reason}
          className={`refund__choose ${reason === value ? 'refund__choose--on' : ''}`}
          role="radio"
          isOn={reason === value}
          onPress={() => onChoose(reason)}
        >
          {reason}
          {reason === value && <Icon name="check" size={18} />}
        </Pressable>
      ))}
    </View>
  </Sheet>
)
