import { View } from '@tarojs/components'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { hush, useSaying } from '@/stores/saying'
import { texts } from '@/texts'
import { Words } from './Words'
import './index.scss'

/** Shows what `say` says and `ask` asks. */
export function Saying() {
  const words = useSaying(saying => saying.words)
  const offer = useSaying(saying => saying.offer)
  const question = useSaying(saying => saying.question)
  return (
    <>
      <Words words={words} offer={offer} onTaken={hush} />
      <Sheet
        isOpen={question !== undefined}
        title={question?.title ?? ''}
        onClose={() => question?.answer(false)}
        foot={
          <View className="question__foot">
            <Button kind="line" isWide onPress={() => question?.answer(false)}>
              {question?.no ?? texts.cancel}
            </Button>
            <Button isWide onPress={() => question?.answer(true)}>
              {question?.yes ?? texts.ok}
            </Button>
          </View>
        }
      >
        <View className="question__text">{question?.text ?? ''}</View>
      </Sheet>
    </>
  )
}
