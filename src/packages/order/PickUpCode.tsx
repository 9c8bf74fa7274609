import { Text, View } from '@tarojs/components'
import { barPicture, qrPicture } from '@/lib/code-picture'
import { texts } from '@/texts/order'
import './pick-up-code.scss'

/** What is shown at the counter: black on white in both schemes, large enough for a scanner. */
export const PickUpCode = ({ number, name }: { number: string; name: string }) => (
  <View className="pick-up">
    <View
      className="pick-up__qr"
      style={{ backgroundImage: `url("${qrPicture(number)}")` }}
      {...{ role: 'img', 'aria-label': name }}
    />
    <Text className="pick-up__number" userSelect>
      {number.replace(/(\d{4})(?=\d)/g, '$1 ')}
    </Text>
    <View className="pick-up__bars" style={{ backgroundImage: `url("${barPicture(number)}")` }} />
    <Text className="pick-up__hint">{texts.order.pickUpHint}</Text>
  </View>
)
