import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { asMe, wxapi } from '@/api'
import { AmountInput } from '@/components/AmountInput'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { DemoLine } from '@/components/DemoLine'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { PaySheet } from '@/components/PaySheet'
import { Price } from '@/components/Price'
import { depositIn } from '@/lib/from-code'
import { shortMoneyText } from '@/lib/money'
import { pages, replaceBy } from '@/lib/pages'
import type { PayMethod } from '@/lib/paying'
import { purchaseOf } from '@/lib/purchase'
import { randomKey } from '@/lib/random-key'
import { typedAmount } from '@/lib/recharge'
import { payOnline } from '@/platform/pay'
import { say } from '@/stores/saying'
import { texts } from '@/texts/assets'
import '../assets.scss'

const MOST_LETTERS = 50

/** Leaves money at the shop. A code of the shop may say how much, and what for. */
export default function LeaveDeposit() {
  const { params } = useRouter()
  const { amount: asked, refCode, remark: askedFor } = depositIn(params)
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [isPaying, setPaying] = useState(false)
  /** Of one deposit: sent again after a lost answer, it is left once. */
  const key = useRef(randomKey())
  const words = texts.leaveDeposit
  const amount = asked ?? typedAmount(typed)
  const remark = askedFor || note.trim()

  const pay = async (method: PayMethod) => {
    if (!amount) return
    const deposit = { amount, ...(refCode && { refCode }), ...(remark && { remark }) }
    if (method !== 'balance') return payOnline(purchaseOf.deposit(deposit), method, replaceBy)
    const { id } = await asMe(token => wxapi.payDepositV2({ token, ...deposit, idempotencyKey: key.current }))
    key.current = randomKey()
    say(words.paid)
    await replaceBy(pages.deposit(id))
  }

  return (
    <Page title={words.title}>
      <View className="assets">
        <View className="assets__card">
          {asked ? (
            <>
              <Text className="assets__label">{words.amount}</Text>
              <Price value={asked} size="xl" tone="ink" />
            </>
          ) : (
            <AmountInput
              label={words.amount}
              value={typed}
              problem={typed && !amount ? words.wrong : undefined}
              onChange={setTyped}
            />
          )}
        </View>
        <View className="assets__form">
          {askedFor ? (
            <Cell name={words.forWhat}>{askedFor}</Cell>
          ) : (
            <Field
              label={words.forWhat}
              value={note}
              placeholder={words.remarkHint}
              maxLength={MOST_LETTERS}
              onChange={setNote}
            />
          )}
          {refCode && <Cell name={texts.deposits.refCode}>{refCode}</Cell>}
        </View>
        <Text className="assets__hint">{words.terms}</Text>
        <DemoLine />
      </View>
      <BottomBar>
        <Button isWide isDisabled={!amount} onPress={() => setPaying(true)}>
          {amount ? words.pay(shortMoneyText(amount)) : words.payNone}
        </Button>
      </BottomBar>
      <PaySheet amount={isPaying ? amount : undefined} onClose={() => setPaying(false)} onPay={pay} />
    </Page>
  )
}
