import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, dataOrNone, listOf, type SignLog, withToken, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { shortMoneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { Pressable } from '@/platform/pressable'
import { say } from '@/stores/saying'
import { texts } from '@/texts/score'
import { DAY_MS, dayOf } from '../../../../contract/time'
import { Calendar } from './Calendar'
import { Ways } from './Ways'
import './index.scss'

/** Signing in for today, the days so far, and what all of it brings. */
export default function Sign() {
  const state = useLoad(async () => {
    const [today, [last], rules, gifts, worth, amount] = await Promise.all([
      dataOrNone(withToken(token => wxapi.scoreTodaySignedInfo(token))),
      listOf(withToken(token => wxapi.scoreSignLogs({ token, pageSize: 1 }))),
      listOf(wxapi.scoreSignRules()),
      listOf(wxapi.scoreRules({})),
      listOf(wxapi.scoreDeductionRules()),
      asMe(token => wxapi.userAmount(token)),
    ])
    return { today, kept: today?.continuous ?? keptSince(last), rules, gifts, worth, score: amount.score }
  }, [])
  const [isBusy, setBusy] = useState(false)
  usePull(state.reload)
  useReturn(state.reload)
  const words = texts.score

  const sign = async () => {
    setBusy(true)
    try {
      const { score, continuous } = await asMe(token => wxapi.scoreSign(token))
      say(words.signed(score, continuous))
    } catch (error) {
      say(error)
    }
    await state.reload()
    setBusy(false)
  }

  return (
    <Page title={words.sign}>
      <View className="sign">
        <Show of={state} skeleton={<Skeletons />}>
          {({ today, kept, rules, gifts, worth, score }) => (
            <>
              <View className="sign__head">
                <View className="sign__row">
                  <View>
                    <Text className="sign__label">{words.points}</Text>
                    <Text className="sign__figure">{score}</Text>
                  </View>
                  <Pressable className="sign__log" to={pages.scoreLog}>
                    {words.log}
                  </Pressable>
                </View>
                <View className="sign__action">
                  <Button isWide isBusy={isBusy} isDisabled={today !== undefined} onPress={sign}>
                    {today ? words.signedToday : words.signNow}
                  </Button>
                </View>
                <Text className="sign__streak">
                  {today ? words.streak(kept) : kept ? words.kept(kept) : words.noStreak}
                  {nextText(rules, kept)}
                </Text>
              </View>
              <Calendar key={today?.continuous ?? 0} />
              <Ways title={words.rules} lines={rules.map(({ continuous, score }) => words.rule(continuous, score))} />
              <Ways
                title={words.earn}
                lines={[
                  ...gifts.map(giftText).filter(Boolean),
                  ...worth.map(({ score, money }) => words.worth(score, shortMoneyText(money))),
                ]}
              />
            </>
          )}
        </Show>
      </View>
    </Page>
  )
}

/** How many days in a row end yesterday: signing in today goes on with them. */
const keptSince = (last: SignLog | undefined): number =>
  last?.day === dayOf(new Date(Date.now() - DAY_MS)) ? last.continuous : 0

/** The next rule that is within reach. */
function nextText(rules: ReadonlyArray<{ continuous: number; score: number }>, days: number): string {
  const next = rules.find(({ continuous }) => continuous > Math.max(days, 1))
  return next ? ` · ${texts.score.next(next.continuous - days, next.score)}` : ''
}

function giftText({ code, score, money }: { code: string; score: number; money?: number }): string {
  const { gifts, giftsPer } = texts.score
  if (money !== undefined && code in giftsPer)
    return giftsPer[code as keyof typeof giftsPer](shortMoneyText(money), score)
  return code in gifts ? gifts[code as keyof typeof gifts](score) : ''
}

const Skeletons = () => (
  <>
    <Skeleton height={172} radius={18} gap={12} />
    <Skeleton height={320} radius={18} gap={12} />
    <Skeleton height={96} radius={18} />
  </>
)
