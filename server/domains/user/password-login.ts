import type { Tx } from '../../db/database'
import type { Guest, SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { type Login, logIn } from './login'
import { hashOf } from './password-hash'
import { isPassword, setPassword } from './passwords'
import type { User } from './users'

/** Refuses alike whoever is unknown and whose password is another. */
export async function logInByPassword(guest: Guest, user: User | undefined, password: string): Promise<Login> {
  const isRight = await isPassword(guest, user?.id, 'login', password)
  if (!user || !isRight) throw new Refusal('passwordWrong')
  return guest.transaction(tx => logIn(tx, guest, user))
}

/** Does `work`, and sets the login password where one is given. */
export async function withPassword(signedIn: SignedIn, password: string | undefined, work: Work): Promise<void> {
  const { merchant, user, now } = signedIn
  const hash = password && (await hashOf(password))
  await signedIn.transaction(async tx => {
    await work(tx)
    if (hash) await setPassword(tx, merchant.id, user.id, 'login', hash, now)
  })
}

type Work = (tx: Tx) => Promise<unknown>
