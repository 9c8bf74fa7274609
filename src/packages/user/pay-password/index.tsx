import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asMe, wxapi } from '@/api'
import { Button } from '@/components/Button'
import { Page } from '@/components/Page'
import { Segments } from '@/components/Segments'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { useReturn } from '@/lib/page-hooks'
import { pages } from '@/lib/pages'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/user'
import { Form, type Way } from './Form'
import './index.scss'

type Later = Exclude<Way, 'set'>
const LATER: readonly Later[] = ['change', 'forgot']

/** The password that a shop may ask for before money leaves a balance: a first one, another one, a forgotten one. */
export default function PayPassword() {
  const user = useLoad(() => asMe(token => wxapi.userDetail(token)), [])
  useReturn(user.reload)
  const [chosen, setChosen] = useState<Later>('change')
  const words = texts.settings.payPassword
  return (
    <Page title={words.title}>
      <View className="pay-password">
        <Show of={user} skeleton={<Skeleton height={160} radius={18} />}>
          {({ base: { pwdPay, mobile } }) => {
            const way = pwdPay ? chosen : 'set'
            return (
              <>
                {pwdPay && (
                  <Segments<Later>
                    label={words.title}
                    choices={LATER.map(key => ({ key, name: words[key] }))}
                    current={chosen}
                    onChange={setChosen}
                  />
                )}
                {way === 'forgot' && !mobile ? (
                  <>
                    <Text className="pay-password__text">{words.noMobile}</Text>
                    <Button kind="soft" to={pages.bindMobile}>
                      {words.bind}
                    </Button>
                  </>
                ) : (
                  <Form key={way} way={way} />
                )}
              </>
            )
          }}
        </Show>
      </View>
    </Page>
  )
}
