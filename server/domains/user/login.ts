import type { Tx } from '../../db/database'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { openSession } from '../../http/sessions'
import { recordLogin, type User } from './users'

export interface Login {
  token: string
  uid: number
  openid?: string | undefined
  mobile?: string | undefined
}

/** Opens a session for a user who has proven to be the one. */
export async function logIn(tx: Tx, { merchant, now, request }: Guest, user: User, openid?: string): Promise<Login> {
  if (user.status !== 0) throw new Refusal('userBlocked')
  await recordLogin(tx, merchant.id, user.id, request.ip, now)
  const token = await openSession(tx, merchant.id, user.id, now, request.userAgent)
  return { token, uid: user.id, openid, mobile: user.mobile ?? undefined }
}
