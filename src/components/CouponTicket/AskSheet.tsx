import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { PayMethods } from '@/components/PayMethods'
import { Sheet } from '@/components/Sheet'
import { moneyText } from '@/lib/money'
import type { OnlineWay, PayMethod } from '@/lib/paying'
import { useOnlineWays } from '@/platform/online-ways'
import { texts } from '@/texts/coupon'
import type { Fetching } from './use-fetching'

/** Before a coupon is fetched that asks for a word, for score or for money. */
export function AskSheet({ fetching: { asking, busy, cancel, confirm } }: { fetching: Fetching }) {
  const [word, setWord] = useState('')
  const [way, setWay] = useState<PayMethod>('wechat')
  const ways = useOnlineWays()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another coupon, another word
  useEffect(() => setWord(''), [asking?.id])
  const words = texts.coupon
  return (
    <Sheet
      isOpen={asking !== undefined}
      onClose={cancel}
      title={asking?.pwd ? words.wordTitle : words.ask}
      foot={
        <Button
          isWide
          isBusy={busy !== undefined}
          isDisabled={Boolean(asking?.pwd) && !word.trim()}
          onPress={() => confirm(word, way as OnlineWay)}
        >
          {words.confirm}
        </Button>
      }
    >
      <View className="ask-coupon">
        {asking && asking.needScore > 0 && (
          <Text className="ask-coupon__text">{words.scoreAsk(asking.needScore, asking.name)}</Text>
        )}
        {asking && asking.needAmount > 0 && (
          <Text className="ask-coupon__text">{words.buyAsk(moneyText(asking.needAmount), asking.name)}</Text>
        )}
        {asking && asking.needAmount > 0 && ways.length > 1 && (
          <PayMethods amount={asking.needAmount} balance={0} value={way} onChange={setWay} />
        )}
        {asking?.pwd && (
          <Field label={words.wordTitle} value={word} placeholder={words.wordHint} maxLength={50} onChange={setWord} />
        )}
      </View>
    </Sheet>
  )
}
