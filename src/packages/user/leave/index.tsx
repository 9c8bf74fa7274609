import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asMe, WxapiError, wxapi } from '@/api'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Checkbox } from '@/components/Checkbox'
import { Field } from '@/components/Field'
import { Icon } from '@/components/Icon'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { moneyText } from '@/lib/money'
import { useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { stayOut } from '@/platform/login'
import { useCart } from '@/stores/cart'
import { say } from '@/stores/saying'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/user'
import { codes } from '../../../../contract/codes'
import './index.scss'

interface Unfinished {
  orders: number
  refunds: number
  payments: number
  balance: number
}

const nothing: Unfinished = { orders: 0, refunds: 0, payments: 0, balance: 0 }

/** Deleting the account: what is open, what is lost, and a word to type. */
export default function Leave() {
  const unfinished = useLoad(check, [])
  useReturn(unfinished.reload)
  return (
    <Page title={texts.leave.title}>
      <View className="leave">
        <Show of={unfinished} skeleton={<Skeleton height={320} radius={18} />}>
          {found => (isOpen(found) ? <ToFinish found={found} /> : <Confirm />)}
        </Show>
      </View>
    </Page>
  )
}

const isOpen = ({ orders, refunds, payments, balance }: Unfinished) => orders + refunds + payments > 0 || balance > 0

/** The server looks, and changes nothing. */
async function check(): Promise<Unfinished> {
  try {
    await asMe(token => wxapi.userDelete(token, true))
    return nothing
  } catch (error) {
    if (error instanceof WxapiError && error.code === codes.accountUnfinished)
      return { ...nothing, ...(error.data as Unfinished) }
    throw error
  }
}

function ToFinish({ found: { orders, refunds, payments, balance } }: { found: Unfinished }) {
  return (
    <>
      <View className="leave__head">
        <Icon name="info" size={32} />
        <Text className="leave__title">{texts.leave.first}</Text>
        <Text className="leave__text">{texts.leave.firstText}</Text>
      </View>
      <View className="leave__card">
        {orders > 0 && (
          <Cell icon="box" name={texts.leave.orders} to={pages.orders()}>
            {texts.leave.count(orders)}
          </Cell>
        )}
        {refunds > 0 && (
          <Cell icon="return" name={texts.leave.refunds} to={pages.refunds}>
            {texts.leave.count(refunds)}
          </Cell>
        )}
        {payments > 0 && (
          <Cell icon="clock" name={texts.leave.payments} to={pages.cashLog}>
            {texts.leave.paymentsHint}
          </Cell>
        )}
        {balance > 0 && (
          <Cell icon="wallet" name={texts.leave.balance} to={pages.cashLog}>
            {moneyText(balance)}
          </Cell>
        )}
      </View>
    </>
  )
}

function Confirm() {
  const [isUnderstood, setUnderstood] = useState(false)
  const [word, setWord] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isTyped = word.trim().toLowerCase() === texts.leave.word.toLowerCase()

  const leave = async () => {
    setBusy(true)
    try {
      await asMe(token => wxapi.userDelete(token))
      useSession.getState().signOut()
      stayOut()
      useCart.getState().forget()
      say(texts.leave.done)
      await Taro.switchTab({ url: pages.home })
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  return (
    <>
      <View className="leave__head">
        <Icon name="info" size={32} />
        <Text className="leave__title">{texts.leave.sure}</Text>
        <Text className="leave__text">{texts.leave.sureText}</Text>
      </View>
      <View className="leave__card">
        <Text className="leave__heading">{texts.leave.lost}</Text>
        {texts.leave.losses.map(loss => (
          <View key={loss} className="leave__loss">
            <Icon name="close" size={16} className="leave__mark" />
            <Text>{loss}</Text>
          </View>
        ))}
        <Text className="leave__heading">{texts.leave.stays}</Text>
        <Text className="leave__note">{texts.leave.staysText}</Text>
      </View>
      <View className="leave__card">
        <Field
          label={texts.leave.type(texts.leave.word)}
          value={word}
          placeholder={texts.leave.word}
          maxLength={10}
          onChange={setWord}
        />
      </View>
      <View className="leave__understood">
        <Checkbox isOn={isUnderstood} label={texts.leave.understood} onChange={setUnderstood}>
          {texts.leave.understood}
        </Checkbox>
      </View>
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={!isTyped || !isUnderstood} onPress={leave}>
          {texts.leave.title}
        </Button>
      </BottomBar>
    </>
  )
}
