import { Text, View } from '@tarojs/components'
import { Pressable } from '@/platform/pressable'
import type { Offer } from '@/stores/saying'

interface Props {
  /** Empty while nothing is said: who listens to the page is told of what comes, not of what was there. */
  words: string
  offer: Offer | undefined
  /** The offer was taken. */
  onTaken(): void
}

/** A few words over the page, and what can be done about them. */
export const Words = ({ words, offer, onTaken }: Props) => (
  <View
    className={`words ${words ? 'words--shown' : ''} ${offer ? 'words--offering' : ''}`}
    {...{ role: 'status', 'aria-live': 'polite' }}
  >
    {words && <Text className="words__text">{words}</Text>}
    {offer && (
      <Pressable
        className="words__offer"
        onPress={() => {
          offer.run()
          onTaken()
        }}
      >
        {offer.name}
      </Pressable>
    )}
  </View>
)
