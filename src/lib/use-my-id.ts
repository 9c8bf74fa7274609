import { asMeIfSignedIn, wxapi } from '@/api'
import { useSession } from '@/stores/session'
import { useLoad } from './use-load'

/** By token: who somebody is does not change while they are signed in. */
const known = new Map<string, number>()

/** The shopper's own id, for what they share; undefined for guests and until it is known. */
export function useMyId(): number | undefined {
  const token = useSession(session => session.token)
  const { data } = useLoad(async () => {
    if (token === undefined) return undefined
    const id = known.get(token) ?? (await asMeIfSignedIn(token => wxapi.userWxinfo(token)))?.uid
    if (id !== undefined) known.set(token, id)
    return id
  }, [token])
  return data
}
