import { Text, View } from '@tarojs/components'
import type { Bargain } from '@/api'
import { Countdown } from '@/components/Countdown'
import { Price } from '@/components/Price'
import { leftText } from '@/lib/left-text'
import { moneyText, sumOf } from '@/lib/money'
import { texts } from '@/texts/promotion'

/** How far the price is down, how many friends are missing, and how long there is time. */
export function Standing({ info, onEnd }: { info: Bargain; onEnd(): void }) {
  const { originalPrice, curPrice, minPrice, status, helpNumber, numberHelp, dateEnd } = info
  const off = minus(originalPrice, curPrice)
  const all = minus(originalPrice, minPrice)
  const share = all > 0 ? Math.round((off / all) * 100) : 100
  return (
    <View className="standing">
      <Text className="standing__now">{texts.bargain.now}</Text>
      <Price value={curPrice} size="xl" />
      <View
        className="standing__bar"
        {...{
          role: 'progressbar',
          'aria-label': texts.bargain.progressLabel,
          'aria-valuenow': share,
          'aria-valuemin': 0,
          'aria-valuemax': 100,
        }}
      >
        <View className="standing__done" style={{ width: `${share}%` }} />
      </View>
      <View className="standing__ends">
        <Text>{texts.bargain.off(moneyText(off))}</Text>
        {curPrice > minPrice && <Text>{texts.bargain.toGo(moneyText(minus(curPrice, minPrice)))}</Text>}
      </View>
      {status !== 0 && (
        <Text className="standing__words">
          {status === 2 ? texts.bargain.ordered : status === 3 ? texts.bargain.over : texts.bargain.atFloor}
        </Text>
      )}
      {status === 0 && <Text className="standing__more">{texts.bargain.more(numberHelp - helpNumber)}</Text>}
      {status < 2 && (
        <Countdown until={dateEnd} onEnd={onEnd}>
          {remaining => texts.bargain.endsIn(leftText(remaining))}
        </Countdown>
      )}
    </View>
  )
}

const minus = (a: number, b: number): number =>
  sumOf([
    { price: a, number: 1 },
    { price: b, number: -1 },
  ])
