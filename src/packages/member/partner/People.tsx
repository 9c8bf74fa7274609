import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { dataOrNone, withToken, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Movement } from '@/components/Movement'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { moneyText, shortMoneyText } from '@/lib/money'
import { usePull } from '@/lib/page-hooks'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/member'

const LEADERS = 1
const MEMBERS = 2

/** Who is below, what they bought, and what came of it. */
export function People({ isPartner }: { isPartner: boolean }) {
  const [tab, setTab] = useState<'leaders' | 'members'>(isPartner ? 'leaders' : 'members')
  const type = tab === 'leaders' ? LEADERS : MEMBERS
  const people = usePages(page => below(type, page), [tab])
  useReachBottom(people.more)
  usePull(people.reload)
  const { rows, error } = people
  const words = texts.partner
  const tabs = (['leaders', 'members'] as const).map(key => ({ key, name: words[key] }))
  return (
    <>
      {isPartner && (
        <View className="member__tabs">
          <Tabs tabs={tabs} current={tab} onChange={key => setTab(key)} />
        </View>
      )}
      {!rows && !error && <Skeleton height={200} radius={18} />}
      {!rows && error && <Failed error={error} onRetry={people.reload} />}
      {rows?.length === 0 && <Empty icon="person" title={words.empty} text={words.emptyText} />}
      {rows && rows.length > 0 && (
        <View className="movements">
          {rows.map(({ uid, nick, avatarUrl, isTeamLeader, members, number, amount, commision }) => (
            <Movement
              key={uid}
              face={<Avatar src={avatarUrl} name={nick} size={40} />}
              what={nick}
              when={[isTeamLeader && words.size(members), words.brought(number, shortMoneyText(amount))]
                .filter(Boolean)
                .join(' · ')}
              isIn
              amount={moneyText(commision)}
              after={words.commission}
            />
          ))}
        </View>
      )}
      <ListEnd of={people} />
    </>
  )
}

async function below(type: typeof LEADERS | typeof MEMBERS, page: number) {
  const data = await dataOrNone(withToken(token => wxapi.partnerMembers({ token, type, page, pageSize: PAGE_SIZE })))
  return (data?.result ?? []).map(person => ({
    ...person,
    ...(data?.statisticsCommisionMap[String(person.uid)] ?? { amount: 0, number: 0, commision: 0 }),
  }))
}
