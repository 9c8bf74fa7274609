import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { listOf, withToken, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Empty } from '@/components/Empty'
import { Failed } from '@/components/Failed'
import { ListEnd } from '@/components/ListEnd'
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
          <View className="member__rows">
            {rows.map(({ uids, nicks, avatarUrls, isSeller, totalPayNumber, totalPayAmount }) => (
              <View key={uids} className="member__row">
                <Avatar src={avatarUrls} name={nicks} size={40} />
                <View className="member__about">
                  <Text className="member__kind">{nicks}</Text>
                  <Text className="member__when">{words.bought(totalPayNumber, shortMoneyText(totalPayAmount))}</Text>
                </View>
                {isSeller && <Tag tone="gold">{words.seller}</Tag>}
              </View>
            ))}
          </View>
        )}
        <ListEnd of={members} />
      </View>
    </Page>
  )
}
