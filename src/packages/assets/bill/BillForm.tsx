import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { asMe, type BillDiscount, type Branch, wxapi } from '@/api'
import { AmountInput } from '@/components/AmountInput'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { PaySheet } from '@/components/PaySheet'
import { reductionOf } from '@/lib/bill-reduction'
import { shortMoneyText } from '@/lib/money'
import { pages, replaceBy } from '@/lib/pages'
import type { PayMethod } from '@/lib/paying'
import { purchaseOf } from '@/lib/purchase'
import { randomKey } from '@/lib/random-key'
import { typedAmount } from '@/lib/recharge'
import { payOnline } from '@/platform/pay'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts/assets'
import { Reduced } from './Reduced'

interface Props {
  branch: Branch | undefined
  rules: BillDiscount[]
  /** The shop asks for the trade password before money leaves a balance. */
  asksPassword: boolean
}

export function BillForm({ branch, rules, asksPassword }: Props) {
  const [typed, setTyped] = useState('')
  const [password, setPassword] = useState('')
  /** What the server says that it comes to; while it is set the sheet is open. */
  const [due, setDue] = useState<number>()
  const [isBusy, setBusy] = useState(false)
  /** Of one bill: sent again after a lost answer, it is paid once. */
  const key = useRef(randomKey())
  const words = texts.bill
  const money = typedAmount(typed)
  const reduction = money ? reductionOf(money, rules) : undefined
  const bill = { money: money ?? 0, ...(branch && { shopId: branch.id }) }

  const payFromBalance = async () => {
    const more = { idempotencyKey: key.current, ...(password && { pwd: password }) }
    const { orderNumber = '' } = await asMe(token => wxapi.payBillV2({ token, ...bill, ...more }))
    key.current = randomKey()
    await replaceBy(pages.paid({ what: 'bill', number: orderNumber }))
  }
  const pay = async (method: PayMethod) => {
    if (method === 'balance') return payFromBalance()
    await payOnline(purchaseOf.bill({ ...bill, amount: due ?? 0 }), method, replaceBy)
  }
  const askPrice = async () => {
    setBusy(true)
    try {
      const { realMoney } = await asMe(token => wxapi.payBillV2({ token, ...bill, calculate: true }))
      // Nothing is left to be paid: there is nothing to choose either.
      if (realMoney > 0 || asksPassword) setDue(realMoney)
      else await payFromBalance()
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }

  return (
    <>
      <View className="assets__card">
        {branch && (
          <View className="assets__branch">
            <Icon name="pin" size={18} />
            <Text className="assets__branch-name">{branch.name}</Text>
          </View>
        )}
        <AmountInput
          label={words.amount}
          value={typed}
          problem={typed && !money ? words.wrong : undefined}
          isFocused
          onChange={setTyped}
        />
      </View>
      <Reduced money={money} reduction={reduction} rules={rules} />
      <Pressable className="assets__link" role="link" to={pages.bills}>
        {words.records}
      </Pressable>
      <DemoLine />
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={!money} onPress={askPrice}>
          {reduction ? words.pay(shortMoneyText(reduction.due)) : words.payNone}
        </Button>
      </BottomBar>
      <PaySheet amount={due} onClose={() => setDue(undefined)} onPay={pay}>
        {method =>
          method === 'balance' &&
          asksPassword && (
            <Field
              label={words.password}
              kind="password"
              value={password}
              placeholder={words.passwordHint}
              maxLength={64}
              onChange={setPassword}
            />
          )
        }
      </PaySheet>
    </>
  )
}
