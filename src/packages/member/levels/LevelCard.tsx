import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { asMe, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Tag } from '@/components/Tag'
import { shortMoneyText } from '@/lib/money'
import { open, pages } from '@/lib/pages'
import { randomKey } from '@/lib/random-key'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'
import type { OfferedLevel } from './index'

interface Props {
  level: OfferedLevel
  isMine: boolean
  /** Below one's own: not for sale meanwhile. */
  isLower: boolean
  balance: number
  onBought(): Promise<void>
}

export function LevelCard({ level, isMine, isLower, balance, onBought }: Props) {
  const [chosen, setChosen] = useState(level.prices[0]?.id)
  const [isBusy, setBusy] = useState(false)
  /** Of one purchase: sent again after a lost answer, it buys once. */
  const key = useRef(randomKey())
  const words = texts.level
  const price = level.prices.find(({ id }) => id === chosen)

  const buy = async () => {
    if (!price) return
    if (balance < price.price) {
      say(words.short)
      return open(pages.recharge)
    }
    setBusy(true)
    try {
      await asMe(token => wxapi.userLevelBuy(token, price.id, false, undefined, key.current))
      key.current = randomKey()
      say(words.bought(level.name))
    } catch (error) {
      say(error)
    }
    await onBought()
    setBusy(false)
  }
  return (
    <View className="member__card">
      <View className="member__head">
        <Text className="member__title">{level.name}</Text>
        {isMine && <Tag tone="gold">{words.mine}</Tag>}
      </View>
      {linesOf(level).map(line => (
        <Text key={line} className="member__line">
          {line}
        </Text>
      ))}
      {price && !isLower && (
        <>
          <View className="member__actions">
            <Chips
              label={level.name}
              chips={level.prices.map(({ id, duration, unit, price }) => ({
                key: id,
                name: words.price(duration, words.units[unit] ?? '', shortMoneyText(price)),
              }))}
              current={chosen}
              onPress={id => setChosen(Number(id))}
            />
          </View>
          <View className="member__actions">
            <Button kind="soft" isWide isBusy={isBusy} onPress={buy}>
              {words.buy(level.name, shortMoneyText(price.price))}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}

function linesOf(level: OfferedLevel): string[] {
  const words = texts.level
  const { rebate, upgradeAmount, upgradeGrowth, upgradeSendScore, sendPerMonthScore, sendPerMonthCoupons } = level
  return [
    rebate < 10 && words.rebate(rebate),
    sendPerMonthScore > 0 && words.monthScore(sendPerMonthScore),
    sendPerMonthCoupons > 0 && words.monthCoupons(sendPerMonthCoupons),
    upgradeAmount > 0 && words.upgradeSpent(shortMoneyText(upgradeAmount)),
    upgradeGrowth > 0 && words.upgradeGrowth(upgradeGrowth),
    upgradeSendScore > 0 && words.upgradeScore(upgradeSendScore),
  ].filter(line => typeof line === 'string')
}
