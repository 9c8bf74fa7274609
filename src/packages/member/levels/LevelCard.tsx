import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/Button'
import { Chips } from '@/components/Chips'
import { Tag } from '@/components/Tag'
import { shortMoneyText } from '@/lib/money'
import { texts } from '@/texts/member'
import { BuySheet } from './BuySheet'
import type { OfferedLevel } from './index'

interface Props {
  level: OfferedLevel
  isMine: boolean
  /** Below one's own: not for sale meanwhile. */
  isLower: boolean
  /** yuan; 0 where nothing can be paid from it. */
  balance: number
  isRenewing: boolean
  onBought(): Promise<void>
}

export function LevelCard({ level, isMine, isLower, balance, isRenewing, onBought }: Props) {
  const [chosen, setChosen] = useState(level.prices[0]?.id)
  const [isBuying, setBuying] = useState(false)
  const words = texts.level
  const price = level.prices.find(({ id }) => id === chosen)

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
            <Button kind="soft" isWide onPress={() => setBuying(true)}>
              {words.buy(level.name, shortMoneyText(price.price))}
            </Button>
          </View>
          <BuySheet
            isOpen={isBuying}
            levelName={level.name}
            price={price}
            balance={balance}
            isRenewing={isRenewing}
            onClose={() => setBuying(false)}
            onBought={onBought}
          />
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
