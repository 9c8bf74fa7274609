import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Order, OrderLine } from '@/api'
import { AddPictures } from '@/components/AddPictures'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Chips } from '@/components/Chips'
import { Field } from '@/components/Field'
import { moneyText } from '@/lib/money'
import { TextArea } from '@/platform/text-area'
import { texts } from '@/texts/order'
import { LinesCard } from './LinesCard'
import { ReasonSheet } from './ReasonSheet'
import { TypeCard } from './TypeCard'
import { useRequest } from './use-request'

interface Props {
  order: Order
  /** Those that something can be asked for. */
  lines: OrderLine[]
  /** The line that the shopper came from; all of them otherwise. */
  first: number | undefined
}

const MOST_WORDS = 500
const MOST_PICTURES = 6
const EXCHANGE = 2

export function RequestForm({ order, lines, first }: Props) {
  const request = useRequest(order, lines, first)
  const { wish, change, types, offer, amountText, problem, submit, isBusy } = request
  const [isChoosing, setChoosing] = useState(false)
  const isSent = order.status >= 2
  return (
    <View className="refund">
      <LinesCard lines={lines} wish={wish} onChange={change} />
      <TypeCard types={types} value={wish.type} isSent={isSent} onChange={type => change({ type, reason: '' })} />
      <View className="refund__card">
        {order.status === 2 && (
          <View className="refund__chips">
            <Text className="refund__label">{texts.refund.received}</Text>
            <Chips
              label={texts.refund.received}
              chips={[0, 1].map(key => ({ key, name: texts.refund.receivedStates[key] ?? '' }))}
              current={wish.hasCome}
              onPress={hasCome => change({ hasCome })}
            />
          </View>
        )}
        <Cell name={texts.refund.reason} isWide onPress={() => setChoosing(true)}>
          <Text className={wish.reason ? 'refund__reason' : ''}>{wish.reason || texts.refund.chooseReason}</Text>
        </Cell>
        {wish.type !== EXCHANGE && (
          <Field
            label={texts.refund.amount}
            kind="amount"
            value={amountText}
            placeholder={offer ? texts.refund.amountMost(moneyText(offer.amountMax)) : ''}
            problem={problem}
            onChange={amount => change({ amount })}
          />
        )}
        {offer && wish.type !== EXCHANGE && (
          <Text className="refund__most">
            {texts.refund.amountMost(moneyText(offer.amountMax))}
            {offer.amountLogistics > 0 && texts.refund.amountFreight(moneyText(offer.amountLogistics))}
          </Text>
        )}
      </View>
      <View className="refund__card refund__card--words">
        <Text className="refund__label">{texts.refund.words}</Text>
        <TextArea
          className="refund__words"
          label={texts.refund.words}
          value={wish.words}
          placeholder={texts.refund.wordsHint}
          maxLength={MOST_WORDS}
          onChange={words => change({ words })}
        />
        <AddPictures pics={wish.pics} most={MOST_PICTURES} onChange={pics => change({ pics })} />
      </View>
      {wish.type !== EXCHANGE && <Text className="refund__note">{texts.refund.backTo}</Text>}
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={wish.lineIds.length === 0} onPress={submit}>
          {texts.refund.submit}
        </Button>
      </BottomBar>
      <ReasonSheet
        isOpen={isChoosing}
        reasons={texts.refund.reasons[wish.type] ?? []}
        value={wish.reason}
        onChoose={reason => {
          change({ reason })
          setChoosing(false)
        }}
        onClose={() => setChoosing(false)}
      />
    </View>
  )
}
