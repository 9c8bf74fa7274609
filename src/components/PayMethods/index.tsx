import { Text, View } from '@tarojs/components'
import { Mark } from '@/components/Checkbox/Mark'
import { Icon, type IconName } from '@/components/Icon'
import { moneyText } from '@/lib/money'
import type { OnlineWay, PayMethod } from '@/lib/paying'
import { useOnlineWays } from '@/platform/online-ways'
import { Pressable } from '@/platform/pressable'
import { texts } from '@/texts'
import './index.scss'

interface Props {
  /** yuan */
  amount: number
  /** yuan; 0 where nothing can be paid from it. */
  balance: number
  value: PayMethod
  onChange(method: PayMethod): void
}

const icons: Record<PayMethod, IconName> = { wechat: 'wechat', alipay: 'card', balance: 'wallet' }

/** Whoever takes money here, or the balance when it suffices for the whole amount. */
export const PayMethods = (props: Props) => <PayMethodsOf {...props} ways={useOnlineWays()} />

export function PayMethodsOf({ amount, balance, value, onChange, ways }: Props & { ways: OnlineWay[] }) {
  const words = texts.payBy
  const suffices = balance >= amount
  const balanceHint = suffices ? words.balanceHas(moneyText(balance)) : words.balanceShort(moneyText(balance))
  const methods: PayMethod[] = balance > 0 ? [...ways, 'balance'] : ways
  return (
    <View {...{ role: 'radiogroup', 'aria-label': words.title }}>
      {methods.map(method => {
        const isDisabled = method === 'balance' && !suffices
        return (
          <Pressable
            key={method}
            className={`pay-method ${isDisabled ? 'pay-method--off' : ''}`}
            role="radio"
            isOn={method === value}
            isDisabled={isDisabled}
            onPress={() => onChange(method)}
          >
            <Icon name={icons[method]} size={22} className={`pay-method__icon pay-method__icon--${method}`} />
            <Text>{words.methods[method]}</Text>
            <Text className="pay-method__hint">{method === 'balance' ? balanceHint : ''}</Text>
            <Mark isOn={method === value} />
          </Pressable>
        )
      })}
    </View>
  )
}
