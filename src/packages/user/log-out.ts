import { wxapi } from '@/api'
import { stayOut } from '@/platform/login'
import { useCart } from '@/stores/cart'
import { ask, say } from '@/stores/saying'
import { useSession } from '@/stores/session'
import { texts } from '@/texts/user'

/** Asks, and forgets here what belongs to the account. The server is told, but nobody waits for it. */
export async function logOut(): Promise<void> {
  const isSure = await ask({ title: texts.settings.logOutAsk, yes: texts.settings.logOut })
  if (!isSure) return
  const { token, signOut } = useSession.getState()
  signOut()
  stayOut()
  useCart.getState().forget()
  say(texts.settings.loggedOut)
  if (token) await wxapi.loginout(token).catch(() => undefined)
}
