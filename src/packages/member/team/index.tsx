import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { listOf, withToken, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
import { Movement } from '@/components/Movement'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Tabs } from '@/components/Tabs'
import { Tag } from '@/components/Tag'
import { shortMoneyText } from '@/lib/money'
import { usePull } from '@/lib/page-hooks'
import { PAGE_SIZE, usePages } from '@/lib/use-pages'
import { texts } from '@/texts/member'
import '../member.scss'

/** Who belongs to a distributor, and what they have bought. */
export default function Team() {
  const [tab, setTab] = useState<'direct' | 'indirect'>('direct')
  const level = tab === 'direct' ? 1 : 2
  const members = usePages(
    page => listOf(withToken(token => wxapi.fxMembers({ token, level, page, pageSize: PAGE_SIZE }))),
    [tab],
  )
  useReachBottom(members.more)
  usePull(members.reload)
  const { rows, error } = members
  const words = texts.fx
  const tabs = (['direct', 'indirect'] as const).map(key => ({ key, name: words[key] }))
  return (
    <Page title={words.team}>
      <View className="member">
        <View className="member__tabs">
          <Tabs tabs={tabs} current={tab} onChange={key => setTab(key)} />
        </View>
        {!rows && !error && <Skeleton height={260} radius={18} />}
        {!rows && error && <Failed error={error} onRetry={members.reload} />}
        {rows?.length === 0 && <Empty icon="person" title={words.teamEmpty} text={words.teamEmptyText} />}
        {rows && rows.length > 0 && (
          <View className="movements">
            {rows.map(({ uids, nicks, avatarUrls, isSeller, totalPayNumber, totalPayAmount }) => (
              <Movement
                key={uids}
                face={<Avatar src={avatarUrls} name={nicks} size={40} />}
                what={nicks}
                when={words.bought(totalPayNumber, shortMoneyText(totalPayAmount))}
              >
                {isSeller && <Tag tone="gold">{words.seller}</Tag>}
              </Movement>
            ))}
          </View>
        )}
        <ListEnd of={members} />
      </View>
    </Page>
  )
}
