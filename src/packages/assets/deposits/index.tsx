import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, type Deposit, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Movement } from '@/components/Movement'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { momentText } from '@/lib/dates'
import { moneyText } from '@/lib/money'
import { usePull, useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { useMyPages } from '@/lib/use-my-pages'
import { Pressable } from '@/platform/pressable'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/assets'
import { DEPOSIT } from '../kinds'
import '../assets.scss'

type Filter = 'all' | keyof typeof DEPOSIT
const FILTERS: readonly Filter[] = ['all', 'paid', 'askedBack', 'back']

/** What stands aside at the shop, and what has come back. */
export default function Deposits() {
  const [shown, show] = useState<Filter>('all')
  const takesDeposits = useShop(shop => shop.takesDeposits)
  const amount = useLoad(() => asMe(token => wxapi.userAmount(token)), [])
  const status = shown === 'all' ? {} : { status: DEPOSIT[shown] }
  const deposits = useMyPages<Deposit>(request => wxapi.depositListV2({ ...request, ...status }), [shown])
  usePull(amount.reload)
  useReturn(amount.reload)
  const { rows, error } = deposits
  const words = texts.deposits
  return (
    <Page title={words.title}>
      <View className="assets">
        <View className="assets__card assets__head">
          <View>
            <Text className="assets__label">{words.standing}</Text>
            <Text className="assets__figure">{amount.data ? moneyText(amount.data.deposit) : '—'}</Text>
          </View>
          {takesDeposits && (
            <Button kind="soft" size="s" to={pages.leaveDeposit()}>
              {words.leave}
            </Button>
          )}
        </View>
        <View className="assets__tabs">
          <Tabs
            tabs={FILTERS.map(key => ({ key, name: words.filters[key] }))}
            current={shown}
            onChange={key => show(key)}
          />
        </View>
        {!rows && !error && <Skeleton height={260} radius={18} />}
        {!rows && error && <Failed error={error} onRetry={deposits.reload} />}
        {rows?.length === 0 && <Empty icon="lock" title={words.none} text={words.noneText} />}
        {rows && rows.length > 0 && (
          <View className="movements">
            {rows.map(({ id, amount, status, remark, refCode, dateAdd }) => (
              <Pressable key={id} className="assets__row" role="link" to={pages.deposit(id)}>
                <Movement
                  icon="lock"
                  what={remark || refCode || words.unnamed}
                  when={momentText(dateAdd)}
                  isIn={status === DEPOSIT.back}
                  amount={moneyText(amount)}
                  after={words.states[status]}
                />
              </Pressable>
            ))}
          </View>
        )}
        <ListEnd of={deposits} />
      </View>
    </Page>
  )
}
