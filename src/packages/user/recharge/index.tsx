import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asMe, dataOrNone, listOf, type RechargeRule, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { DemoLine } from '@/components/DemoLine'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { PayMethods } from '@/components/PayMethods'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { moneyText, shortMoneyText } from '@/lib/money'
import { pages } from '@/lib/pages'
import type { OnlineWay, PayMethod } from '@/lib/paying'
import { purchaseOf } from '@/lib/purchase'
import { amountsToOffer, giftFor, typedAmount } from '@/lib/recharge'
import { useLoad } from '@/lib/use-load'
import { useOnlineWays } from '@/platform/online-ways'
import { payOnline } from '@/platform/pay'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts/user'
import './index.scss'

/** Fills the balance. */
export default function Recharge() {
  const offer = useLoad(async () => {
    const [rules, least, amount] = await Promise.all([
      listOf(wxapi.rechargeSendRules()),
      dataOrNone(wxapi.queryConfigValue('recharge_amount_min')),
      asMe(token => wxapi.userAmount(token)),
    ])
    return { rules, least: Math.max(Number(least) || 0, 0.01), balance: amount.balance }
  }, [])
  return (
    <Page title={texts.recharge.title}>
      <View className="recharge">
        <Show of={offer} skeleton={<Skeletons />}>
          {offer => <Form {...offer} />}
        </Show>
      </View>
    </Page>
  )
}

interface Offer {
  rules: RechargeRule[]
  least: number
  balance: number
}

function Form({ rules, least, balance }: Offer) {
  const amounts = amountsToOffer(rules, least)
  const [chosen, setChosen] = useState<number | undefined>(rules[0]?.confine ?? amounts[0])
  const [typed, setTyped] = useState('')
  const ways = useOnlineWays()
  const [way, setWay] = useState<PayMethod>('wechat')
  const [isBusy, setBusy] = useState(false)
  const amount = typed ? typedAmount(typed) : chosen
  const gift = amount ? giftFor(amount, rules) : 0
  const problem = typed && (!amount || amount < least) ? texts.recharge.wrong(shortMoneyText(least)) : undefined

  const choose = (amount: number) => {
    setTyped('')
    setChosen(amount)
  }
  const pay = async () => {
    if (!amount || problem) return say(texts.recharge.wrong(shortMoneyText(least)))
    setBusy(true)
    await payOnline(purchaseOf.recharge(amount), way as OnlineWay, url => Taro.redirectTo({ url })).catch(say)
    setBusy(false)
  }

  return (
    <>
      <View className="recharge__balance">
        <Text className="recharge__label">{texts.recharge.balance}</Text>
        <Text className="recharge__figure">{moneyText(balance)}</Text>
        <Pressable className="recharge__log" to={pages.cashLog}>
          {texts.cashLog.title}
        </Pressable>
      </View>
      <Text className="recharge__heading">{texts.recharge.howMuch}</Text>
      <View className="recharge__amounts">
        {amounts.map(one => {
          const isOn = !typed && one === chosen
          const brings = giftFor(one, rules)
          return (
            <Pressable
              key={one}
              className={`recharge__amount ${isOn ? 'recharge__amount--on' : ''}`}
              role="radio"
              isOn={isOn}
              label={`${shortMoneyText(one)} ${brings ? texts.recharge.gift(shortMoneyText(brings)) : ''}`}
              onPress={() => choose(one)}
            >
              <Text className="recharge__yuan">{shortMoneyText(one)}</Text>
              {brings > 0 && <Text className="recharge__gift">{texts.recharge.gift(shortMoneyText(brings))}</Text>}
            </Pressable>
          )
        })}
      </View>
      <View className="recharge__own">
        <Field
          label={texts.recharge.own}
          kind="amount"
          value={typed}
          placeholder={texts.recharge.ownHint(shortMoneyText(least))}
          maxLength={9}
          problem={problem}
          onChange={setTyped}
        />
      </View>
      {ways.length > 1 && (
        <View className="recharge__ways">
          <PayMethods amount={amount ?? 0} balance={0} value={way} onChange={setWay} />
        </View>
      )}
      <View className="recharge__rules">
        <Text>{texts.recharge.rules}</Text>
        <Pressable className="recharge__agreement" role="link" to={pages.page('agreement')}>
          {texts.singlePages.agreement}
        </Pressable>
      </View>
      <DemoLine />
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={!amount || Boolean(problem)} onPress={pay}>
          {amount && !problem
            ? gift
              ? texts.recharge.payAndGet(shortMoneyText(amount), moneyText(amount + gift))
              : texts.recharge.pay(shortMoneyText(amount))
            : texts.recharge.title}
        </Button>
      </BottomBar>
    </>
  )
}

const Skeletons = () => (
  <>
    <Skeleton height={108} radius={18} gap={24} />
    <Skeleton width={96} height={20} gap={14} />
    <Skeleton height={166} radius={18} gap={12} />
    <Skeleton height={58} radius={18} />
  </>
)
