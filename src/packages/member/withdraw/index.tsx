import { View } from '@tarojs/components'
import { asMe, listOf, withToken, wxapi } from '@/api'
import { Page } from '@/components/Page'
import { Show } from '@/components/Show'
import { Skeleton } from '@/components/Skeleton'
import { usePull, useReturn } from '@/lib/page-hooks'
import { useLoad } from '@/lib/use-load'
import { texts } from '@/texts/member'
import { Asking } from './Asking'
import { Records } from './Records'
import '../member.scss'

/** Money out of the balance: asking for it, and what became of it. */
export default function Withdraw() {
  const state = useLoad(async () => {
    const [amount, setting, user, rows] = await Promise.all([
      asMe(token => wxapi.userAmount(token)),
      asMe(() => wxapi.withDrawSettingV2()),
      asMe(token => wxapi.userDetail(token)),
      listOf(withToken(token => wxapi.withDrawLogsV2({ token, pageSize: 50 }))),
    ])
    return { amount, setting, hasPassword: user.base.pwdPay, rows }
  }, [])
  usePull(state.reload)
  useReturn(state.reload)
  return (
    <Page title={texts.withdraw.title}>
      <View className="member">
        <Show of={state} skeleton={<Skeleton height={260} radius={18} />}>
          {({ amount, setting, hasPassword, rows }) => (
            <>
              <Asking amount={amount} setting={setting} hasPassword={hasPassword} onDone={state.reload} />
              <Records rows={rows} onDone={state.reload} />
            </>
          )}
        </Show>
      </View>
    </Page>
  )
}
