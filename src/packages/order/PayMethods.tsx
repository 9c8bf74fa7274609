import { Text, View } from '@tarojs/components'
import { Mark } from '@/components/Checkbox/Mark'
import { Icon } from '@/components/Icon'
import { moneyText } from '@/lib/money'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts/order'
import type { PayMethod } from './paying-for'
import './pay-methods.scss'

interface Props {
  amount: number
  /** yuan; 0 where nothing can be paid from it. */
  balance: number
  value: PayMethod
  onChange(method: PayMethod): void
}

/** WeChat, or the balance when it suffices for the whole amount. */
export function PayMethods({ amount, balance, value, onChange }: Props) {
  const suffices = balance >= amount
  const methods = [
    { method: 'wechat', icon: 'wechat', name: texts.checkout.wechat, hint: '', isDisabled: false },
    {
      method: 'balance',
      icon: 'wallet',
      name: texts.checkout.balance,
      hint: suffices ? texts.checkout.balanceHas(moneyText(balance)) : texts.checkout.balanceShort(moneyText(balance)),
      isDisabled: !suffices,
    },
  ] as const
  return (
    <View {...{ role: 'radiogroup', 'aria-label': texts.checkout.payBy }}>
      {methods
        .filter(({ method }) => method === 'wechat' || balance > 0)
        .map(({ method, icon, name, hint, isDisabled }) => (
          <Pressable
            key={method}
            className={`pay-method ${isDisabled ? 'pay-method--off' : ''}`}
            role="radio"
            isOn={method === value}
            isDisabled={isDisabled}
            onPress={() => onChange(method)}
          >
            <Icon name={icon} size={22} className={`pay-method__icon pay-method__icon--${method}`} />
            <Text>{name}</Text>
            <Text className="pay-method__hint">{hint}</Text>
            <Mark isOn={method === value} />
          </Pressable>
        ))}
    </View>
  )
}
