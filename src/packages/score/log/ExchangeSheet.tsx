import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, listOf, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'
import { shortMoneyText } from '@/lib/money'
import { useLoad } from '@/lib/use-load'
import { say } from '@/stores/saying'
import { texts } from '@/texts/score'
import './exchange-sheet.scss'

interface Props {
  isOpen: boolean
  score: number
  onClose(): void
  onDone(): unknown
}

const MONEY = 0
const GROWTH = 1

/** A voucher for score; score for balance and growth, where the shop has rules for them. */
export function ExchangeSheet({ isOpen, score, onClose, onDone }: Props) {
  const rules = useLoad(async () => {
    const [money, growth] = await Promise.all([
      listOf(wxapi.scoreDeductionRules(MONEY)),
      listOf(wxapi.scoreDeductionRules(GROWTH)),
    ])
    return { money: money[0], growth: growth[0] }
  }, [])
  const [number, setNumber] = useState('')
  const [busy, setBusy] = useState<string>()
  const words = texts.score
  const run = async (what: string, work: () => Promise<string>) => {
    setBusy(what)
    try {
      say(await work())
      setNumber('')
      onClose()
      await onDone()
    } catch (error) {
      say(error)
    }
    setBusy(undefined)
  }
  const { money, growth } = rules.data ?? {}
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={words.exchangeTitle}>
      <View className="exchange-score">
        <View className="exchange-score__way">
          <Field
            label={words.voucher}
            value={number}
            placeholder={words.voucherHint}
            maxLength={50}
            onChange={setNumber}
          />
          <Button
            kind="soft"
            isBusy={busy === 'voucher'}
            isDisabled={!number.trim()}
            onPress={() =>
              run('voucher', async () =>
                words.voucherGot((await asMe(token => wxapi.scoreExchange(token, number.trim()))).score),
              )
            }
          >
            {words.voucherDo}
          </Button>
        </View>
        {money && (
          <View className="exchange-score__way">
            <Text className="exchange-score__hint">
              {words.toBalanceHint(money.score, shortMoneyText(money.money))}
            </Text>
            <Button
              kind="soft"
              isBusy={busy === 'balance'}
              isDisabled={score < money.score}
              onPress={() =>
                run('balance', async () =>
                  words.toBalanceGot(shortMoneyText(await asMe(token => wxapi.scoreExchangeCash(token, score)))),
                )
              }
            >
              {words.toBalance}
            </Button>
          </View>
        )}
        {growth && (
          <View className="exchange-score__way">
            <Text className="exchange-score__hint">{words.toGrowthHint(growth.score, growth.money)}</Text>
            <Button
              kind="soft"
              isBusy={busy === 'growth'}
              isDisabled={score < growth.score}
              onPress={() =>
                run('growth', async () =>
                  words.toGrowthGot(await asMe(token => wxapi.exchangeScoreToGrowth(token, score))),
                )
              }
            >
              {words.toGrowth}
            </Button>
          </View>
        )}
      </View>
    </Sheet>
  )
}
