import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/components/Button'
import { Cell } from '@/components/Cell'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { pages } from '@/lib/pages'
import { knowsShopper } from '@/platform/login'
import { clearKept } from '@/stores/kept'
import { type Choices, usePreferences } from '@/stores/preferences'
import { say } from '@/stores/saying'
import { useIsSignedIn } from '@/stores/session'
import { useShopName } from '@/stores/shop'
import { texts } from '@/texts/user'
import { logOut } from '../log-out'
import './index.scss'

export default function Settings() {
  const { language, scheme, size } = usePreferences()
  const isSignedIn = useIsSignedIn()
  const shopName = useShopName()
  const words = texts.settings
  return (
    <Page title={words.title}>
      <View className="settings">
        <Setting name={words.language}>
          <Segments
            label={words.language}
            choices={namedChoices<Choices['language']>({ system: words.system, ...words.languages })}
            current={language}
            onChange={language => choose({ language })}
          />
        </Setting>
        <Setting name={words.scheme}>
          <Segments
            label={words.scheme}
            choices={namedChoices<Choices['scheme']>({ system: words.system, ...words.schemes })}
            current={scheme}
            onChange={scheme => choose({ scheme })}
          />
        </Setting>
        <Setting name={words.size} hint={words.sizeHint}>
          <Segments
            label={words.size}
            choices={namedChoices<Choices['size']>(words.sizes)}
            current={size}
            onChange={size => choose({ size })}
          />
        </Setting>
        <View className="settings__card settings__card--row">
          <View className="settings__words">
            <Text className="settings__name">{words.kept}</Text>
            <Text className="settings__hint">{words.keptHint}</Text>
          </View>
          <Button kind="line" size="s" onPress={() => say(words.cleared(Math.ceil(clearKept() / 1024)))}>
            {words.clear}
          </Button>
        </View>
        <View className="settings__facts">
          <Cell name={texts.singlePages.about} isWide to={pages.page('about')} />
          <Cell name={texts.singlePages.agreement} isWide to={pages.page('agreement')} />
          <Cell name={texts.singlePages.privacy} isWide to={pages.page('privacy')} />
          <Cell name={words.payPassword.title} isWide to={pages.payPassword} />
          <Cell name={texts.leave.title} isWide to={pages.leave} />
          <Cell name={words.version} isWide>
            {`${shopName} ${VERSION}`}
          </Cell>
        </View>
        {isSignedIn && !knowsShopper && (
          <View className="settings__out">
            <Button kind="line" isWide onPress={logOut}>
              {words.logOut}
            </Button>
          </View>
        )}
      </View>
    </Page>
  )
}

interface SettingProps {
  name: string
  hint?: string
  children: ReactNode
}

const Setting = ({ name, hint, children }: SettingProps) => (
  <View className="settings__card">
    <Text className="settings__name">{name}</Text>
    {children}
    {hint && <Text className="settings__hint">{hint}</Text>}
  </View>
)

const choose = (choice: Partial<Choices>) => usePreferences.getState().choose(choice).catch(say)

const namedChoices = <Key extends string>(names: Record<Key, string>) =>
  (Object.keys(names) as Key[]).map(key => ({ key, name: names[key] }))
