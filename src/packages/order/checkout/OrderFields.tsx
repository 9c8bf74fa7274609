import { Text, View } from '@tarojs/components'
import { Field } from '@/components/Field'
import { type Answers, fieldProblem } from '@/lib/order-lines'
import { texts } from '@/texts/order'
import type { Asked } from './use-checkout'

interface Props {
  asked: Asked[]
  answers: Readonly<Record<number, Answers>>
  /** Problems show once the shopper has tried to order. */
  isChecked: boolean
  onAnswer(goodsId: number, key: string, text: string): void
}

/** What products want to know, as the number to top up. */
export function OrderFields({ asked, answers, isChecked, onAnswer }: Props) {
  return (
    <>
      {asked.map(({ goodsId, goodsName, fields }) => (
        <View key={goodsId} className="checkout__card">
          <View className="checkout__heading">
            <Text>{texts.checkout.fields}</Text>
            {asked.length > 1 && <Text className="checkout__which">{goodsName}</Text>}
          </View>
          {fields.map(field => {
            const own = answers[goodsId] ?? {}
            const problem = isChecked ? fieldProblem(field, own) : undefined
            return (
              <Field
                key={field.key}
                label={field.label}
                value={own[field.key] ?? ''}
                placeholder={field.placeholder}
                problem={
                  problem &&
                  (problem === 'missing'
                    ? texts.checkout.fieldMissing(field.label)
                    : texts.checkout.fieldWrong(field.label))
                }
                onChange={text => onAnswer(goodsId, field.key, text)}
              />
            )
          })}
        </View>
      ))}
    </>
  )
}
