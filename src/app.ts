import { useDidShow, useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { connect, shopConnection } from '@/api'
import { logInSilently } from '@/api/signed-in'
import { usePagesAnew } from '@/lib/pages-anew'
import { arrivalParams } from '@/platform/arrival'
import { watchKeyboard } from '@/platform/keyboard'
import { knowsShopper } from '@/platform/login'
import { watchPrivacy } from '@/platform/privacy'
import { recoverFromOldCode } from '@/platform/recovery'
import { watchUpdates } from '@/platform/update'
import { tellInviter, tellInviterAfterLogin } from '@/stores/belonging'
import { useCart } from '@/stores/cart'
import { arrive } from '@/stores/inviter'
import { applyPreferences, usePreferences } from '@/stores/preferences'
import { say } from '@/stores/saying'
import { useShop } from '@/stores/shop'
import './app.scss'

connect(shopConnection)
recoverFromOldCode()
applyPreferences().catch(say)
watchPrivacy()
watchKeyboard()
watchUpdates()
tellInviterAfterLogin(say)

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    arrive(arrivalParams())
    useShop.getState().load().catch(say)
  })
  useDidShow(() => {
    arrive(arrivalParams())
    if (knowsShopper) logInSilently().then(useCart.getState().refresh).catch(say)
    else useCart.getState().refresh().catch(say)
    tellInviter().catch(say)
  })
  return usePagesAnew(
    children,
    usePreferences(({ spoken }) => spoken),
  )
}
