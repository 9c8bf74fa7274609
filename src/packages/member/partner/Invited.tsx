import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, dataOrNone, withToken, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { Empty } from '@/components/Empty'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { open, pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { say } from '@/stores/saying'
import { texts } from '@/texts/member'

/** For somebody in no team: the invitation that they came by, or how to get one. */
export function Invited({ leader, onJoined }: { leader: number | undefined; onJoined(): Promise<void> }) {
  const [isBusy, setBusy] = useState(false)
  const inviter = useLoad(
    async () =>
      leader === undefined
        ? null
        : ((await dataOrNone(withToken(token => wxapi.userDetailSpreadUser(token, leader))))?.base ?? null),
    [leader],
  )
  const words = texts.partner
  const join = async (uid: number) => {
    setBusy(true)
    await asMe(token => wxapi.partnerBindTeamLeader(token, uid)).then(() => say(words.joined), say)
    await onJoined()
    setBusy(false)
  }
  return (
    <Show of={inviter} skeleton={<Skeleton height={160} radius={18} />}>
      {person =>
        person === null ? (
          <Empty
            icon="person"
            title={words.alone}
            text={words.aloneText}
            action={texts.tabs.home}
            onAction={() => open(pages.home)}
          />
        ) : (
          <View className="member__card member__invitation">
            <Avatar src={person.avatarUrl} name={person.nick} size={64} />
            <Text className="member__title">{words.invited(person.nick)}</Text>
            <Text className="member__line">{words.invitedText}</Text>
            <View className="member__actions">
              <Button isWide isBusy={isBusy} onPress={() => join(person.id)}>
                {words.join}
              </Button>
            </View>
          </View>
        )
      }
    </Show>
  )
}
