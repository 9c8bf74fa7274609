import type { Db } from '../../db/database'
import type { Secrets } from '../../secrets'

/** The key of a user's newest login in this mini-program, with which WeChat checks what the shop says in their name. */
export async function sessionKeyOf(
  db: Db,
  secrets: Secrets,
  { merchantId, appid, userId }: { merchantId: number; appid: string; userId: number },
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('user_identities')
    .select(['subject', 'session_key'])
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('kind', '=', 'wxapp')
    .execute()
  const own = rows.find(({ subject }) => subject.startsWith(`${appid} `))
  return own?.session_key ? secrets.open(own.session_key, `session_key ${own.subject}`) : undefined
}
