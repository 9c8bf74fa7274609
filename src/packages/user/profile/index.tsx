import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { asMe, type UserBase, type UserLevel, wxapi } from '@/api'
import { Avatar } from '@/components/Avatar'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Field } from '@/components/Field'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { hiddenMobile } from '@/lib/hidden-mobile'
import { useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { AvatarChooser } from '@/platform/avatar-chooser'
import { isInWechat } from '@/platform/in-wechat'
import { takeWechatProfile } from '@/platform/login'
import { say } from '@/stores/saying'
import { useShop } from '@/stores/shop'
import { texts } from '@/texts/user'
import './index.scss'

const MOST_NICK = 50

export default function Profile() {
  const user = useLoad(() => asMe(token => wxapi.userDetail(token)), [])
  useReturn(user.reload)
  return (
    <Page title={texts.profile.title}>
      <View className="profile">
        <Show of={user} skeleton={<Skeleton height={220} radius={18} />}>
          {({ base, userLevel }) => <Form base={base} level={userLevel} reload={user.reload} />}
        </Show>
      </View>
    </Page>
  )
}

interface Props {
  base: UserBase
  level: UserLevel | undefined
  reload(): Promise<void>
}

function Form({ base, level, reload }: Props) {
  const [nick, setNick] = useState(base.nick)
  const [isBusy, setBusy] = useState(false)
  const offersWechat = useShop(shop => shop.wechatLogin !== '') && isInWechat
  useEffect(() => setNick(base.nick), [base.nick])

  const change = async (part: { nick?: string; avatarUrl?: string }) => {
    setBusy(true)
    try {
      await asMe(token => wxapi.modifyUserInfo({ token, ...part }))
      await reload()
      say(texts.profile.saved)
    } catch (error) {
      say(error)
    }
    setBusy(false)
  }
  /** The file on the device lasts as long as the page: it is stored at once. */
  const storeAvatar = async (path: string) => {
    try {
      const { url } = await asMe(token => wxapi.uploadFile(token, path))
      await change({ avatarUrl: url })
    } catch (error) {
      say(error)
    }
  }
  const save = () => (nick.trim() ? change({ nick: nick.trim() }) : say(texts.profile.nickMissing))

  return (
    <>
      <AvatarChooser className="profile__avatar" label={texts.profile.avatar} onChoose={storeAvatar}>
        <Avatar src={base.avatarUrl} name={base.nick} size={84} />
        <Text className="profile__change">{texts.profile.changeAvatar}</Text>
      </AvatarChooser>
      <View className="profile__card">
        <Field
          label={texts.profile.nick}
          kind="nickname"
          value={nick}
          placeholder={texts.profile.nickHint}
          maxLength={MOST_NICK}
          onChange={setNick}
        />
        {offersWechat && (
          <Cell icon="wechat" name={texts.profile.fromWechat} onPress={() => takeWechatProfile().catch(say)} />
        )}
        <Cell name={texts.profile.mobile} to={pages.bindMobile}>
          {base.mobile ? hiddenMobile(base.mobile) : texts.profile.mobileMissing}
        </Cell>
        {level && <Cell name={texts.profile.level}>{level.name}</Cell>}
      </View>
      <BottomBar>
        <Button isWide isBusy={isBusy} isDisabled={nick.trim() === base.nick} onPress={save}>
          {texts.save}
        </Button>
      </BottomBar>
    </>
  )
}
