/** A name or a picture that somebody gives themselves: shown at once, or held. */
import type { Tx } from '../../db/database'
import type { SignedIn } from '../../http/handlers'
import { checkText, mustWait } from './check'
import { hold, replaceHeld } from './held'

interface Profile {
  nick?: string | undefined
  avatarUrl?: string | undefined
}

/** A picture has no words to judge. */
const JUDGED = { isOn: true, verdict: 'pass' } as const

/** Refuses `contentRisky`. `shown` goes into the profile; `keep` belongs into the same transaction. */
export async function checkProfile(signedIn: SignedIn, { nick, avatarUrl }: Profile) {
  const { merchant, user, now } = signedIn
  const check = await checkText(signedIn, { userId: user.id, scene: 'profile', text: nick ?? '' })
  const isNickHeld = mustWait(check)
  const whose = { merchantId: merchant.id, userId: user.id }

  async function keep(tx: Tx): Promise<void> {
    if (nick !== undefined) await replaceHeld(tx, { ...whose, kind: 'nick' }, now)
    if (nick !== undefined && isNickHeld) await hold(tx, { ...whose, kind: 'nick', text: nick, check }, now)
    if (avatarUrl === undefined) return
    await replaceHeld(tx, { ...whose, kind: 'avatar' }, now)
    const about = { ...whose, kind: 'avatar', text: '', pictures: [avatarUrl], check: JUDGED } as const
    if (check.isOn) await hold(tx, about, now)
  }

  return {
    shown: { nick: isNickHeld ? undefined : nick, avatar_url: check.isOn ? undefined : avatarUrl },
    keep,
  }
}
