import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { asMe, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { moneyText, shortMoneyText } from '@/lib/money'
import { randomKey } from '@/lib/random-key'
import { typedAmount } from '@/lib/recharge'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'

interface Props {
  amount: { balance: number; freeze: number }
  setting: { minMoney: number; nameFrom: number }
  hasPassword: boolean
  onDone(): Promise<void>
}

export function Asking({ amount, setting, hasPassword, onDone }: Props) {
  const [typed, setTyped] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  /** Of one request: sent again after a lost answer, it asks once. */
  const key = useRef(randomKey())
  const words = texts.withdraw
  const money = typedAmount(typed)
  const isWrong = typed !== '' && (!money || money < setting.minMoney)

  const ask = async () => {
    if (!money || isWrong) return say(words.wrong(shortMoneyText(setting.minMoney)))
    setBusy(true)
    try {
      const more = { ...(name.trim() && { name: name.trim() }), ...(password && { pwd: password }) }
      await asMe(token => wxapi.withDrawApplyV3({ token, money, idempotencyKey: key.current, ...more }))
      key.current = randomKey()
      setTyped('')
      say(words.asked)
    } catch (error) {
      say(error)
    }
    await onDone()
    setBusy(false)
  }
  return (
    <>
      <View className="member__card member__head">
        <View>
          <Text className="member__label">{words.balance}</Text>
          <Text className="member__figure">{moneyText(amount.balance)}</Text>
          {amount.freeze > 0 && <Text className="member__label">{words.frozen(moneyText(amount.freeze))}</Text>}
        </View>
        <Button kind="line" size="s" onPress={() => setTyped(String(amount.balance))}>
          {words.all}
        </Button>
      </View>
      <View className="member__form">
        <Field
          label={words.amount}
          kind="amount"
          value={typed}
          placeholder={words.hint(shortMoneyText(setting.minMoney))}
          maxLength={9}
          problem={isWrong ? words.wrong(shortMoneyText(setting.minMoney)) : undefined}
          onChange={setTyped}
        />
        <Field
          label={words.name}
          value={name}
          placeholder={words.nameHint(shortMoneyText(setting.nameFrom))}
          maxLength={50}
          onChange={setName}
        />
        {hasPassword && (
          <Field
            label={words.password}
            kind="password"
            value={password}
            placeholder={words.passwordHint}
            maxLength={64}
            onChange={setPassword}
          />
        )}
      </View>
      <View className="member__actions">
        <Button isWide isBusy={isBusy} isDisabled={!money || isWrong || money > amount.balance} onPress={ask}>
          {words.ask}
        </Button>
      </View>
    </>
  )
}
