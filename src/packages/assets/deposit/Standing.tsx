import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type Deposit, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Icon } from '@/components/Icon'
import { Price } from '@/components/Price'
import { Timeline } from '@/components/Timeline'
import { copied } from '@/lib/copied'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import { Pressable } from '@/platform/pressable'
import { ask, say } from '@/stores/saying'
import { texts } from '@/texts/assets'
import { DEPOSIT } from '../kinds'

interface Props {
  deposit: Deposit
  onDone(): Promise<void>
}

export function Standing({ deposit, onDone }: Props) {
  const { id, number, amount, status, refCode, remark } = deposit
  const [isBusy, setBusy] = useState(false)
  const words = texts.deposits
  const askBack = async () => {
    const question = { title: words.askBackAsk, text: words.askBackText(moneyText(amount)), yes: words.askBack }
    if (!(await ask(question))) return
    setBusy(true)
    await asMe(token => wxapi.depositBackApplyV2(token, id)).then(() => say(words.asked), say)
    await onDone()
    setBusy(false)
  }
  return (
    <>
      <View className="assets__card">
        <Text className={`assets__state ${status === DEPOSIT.back ? 'assets__state--back' : ''}`}>
          {words.states[status]}
        </Text>
        <Price value={amount} size="xl" tone="ink" />
        {status === DEPOSIT.askedBack && <Text className="assets__hint">{words.waiting}</Text>}
      </View>
      <View className="assets__card">
        <Timeline steps={stepsOf(deposit)} />
      </View>
      <View className="assets__form">
        <Cell name={words.number}>
          <Pressable className="assets__copy" label={`${texts.copy} ${number}`} onPress={() => copied(number)}>
            <Text className="assets__number">{number}</Text>
            <Icon name="copy" size={14} />
          </Pressable>
        </Cell>
        {refCode && <Cell name={words.refCode}>{refCode}</Cell>}
        {remark && <Cell name={words.remark}>{remark}</Cell>}
      </View>
      {status === DEPOSIT.paid && (
        <BottomBar>
          <Button isWide isBusy={isBusy} onPress={askBack}>
            {words.askBack}
          </Button>
        </BottomBar>
      )}
      {status === DEPOSIT.back && (
        <BottomBar>
          <Button kind="soft" isWide to={pages.cashLog}>
            {words.log}
          </Button>
        </BottomBar>
      )}
    </>
  )
}

/** The newest first. When it was asked back nobody writes down; the shop may give it back unasked. */
function stepsOf({ status, dateAdd, dateBack }: Deposit) {
  const { steps } = texts.deposits
  return [
    ...(status === DEPOSIT.back ? [{ key: 'back', what: steps.back, when: dateBack ? momentText(dateBack) : '' }] : []),
    ...(status === DEPOSIT.askedBack ? [{ key: 'asked', what: steps.askedBack, when: '' }] : []),
    { key: 'paid', what: steps.paid, when: momentText(dateAdd) },
  ]
}
