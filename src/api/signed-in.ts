/** Calls in the shopper's name: the token is fetched, renewed and kept here, so that pages need not know of it. */

import { knowsShopper, obtainToken, recognised } from '@/platform/login'
import { session } from '@/stores/session'
import { codes } from '../../contract/codes'
import type { Envelope } from '../../contract/errors'
import { dataOf, type Reply } from './client'

/** Logs in first when nobody is, and once more when the server no longer knows the token. */
export async function withToken<Data>(call: (token: string) => Reply<Data>): Reply<Data> {
  const token = session().token ?? (await logIn())
  const answer = await call(token)
  return answer.code === codes.loginRequired ? call(await logIn(token)) : answer
}

/** `withToken` and `dataOf` in one, for what pages mostly do. */
export const asMe = <Data>(call: (token: string) => Reply<Data>): Promise<Data> => dataOf(withToken(call))

/** For what a page shows beside its subject: guests get nothing, and nobody is sent to log in. */
export async function asMeIfSignedIn<Data>(call: (token: string) => Reply<Data>): Promise<Data | undefined> {
  const answer = knowsShopper ? await withToken(call) : await asKnown(call)
  return answer?.code === 0 ? answer.data : undefined
}

/** A token that the server no longer knows is given up. */
async function asKnown<Data>(call: (token: string) => Reply<Data>): Promise<Envelope<Data> | undefined> {
  await recognised
  const { token, signOut } = session()
  if (!token) return undefined
  const answer = await call(token)
  if (answer.code === codes.loginRequired && session().token === token) signOut()
  return answer
}

let loggingIn: Promise<string> | undefined

/** One login at a time, whoever asks. `stale` is the token that the server refused. */
export async function logIn(stale?: string): Promise<string> {
  const { token, signIn, signOut } = session()
  if (token && token !== stale) return token
  signOut()
  loggingIn ??= obtainToken().finally(() => {
    loggingIn = undefined
  })
  const fresh = await loggingIn
  signIn(fresh)
  return fresh
}

/** At launch: a mini-program knows its shopper without asking, a browser waits until somebody wants something. */
export async function logInSilently(): Promise<void> {
  if (!session().token) await logIn()
}
