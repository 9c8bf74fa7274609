import type { comment } from '../../../contract/comment'
import { DAY_MS } from '../../../contract/time'
import type { Guest, Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { type ExtJson, readJson, writeJson } from '../../json'
import { someOf, totals } from '../../paging'
import { checkText, mustWait } from '../content/check'
import { hold } from '../content/held'
import { storedUrl } from '../file/stored-url'
import { countSince, listComments, SHOWN } from './store'

/** A day; anonymous ones are counted together, so that nobody fills the shop with them. */
const MOST_A_DAY = 30
const MOST_ANONYMOUS_A_DAY = 300
const MOST_PICTURES = 9

export const commentHandlers: Handlers<typeof comment> = {
  async addComment({ token, type = 0, refId = 0, pid = 0, content, extJsonStr = {}, mobile = '', pics = [] }, guest) {
    const { db, merchant, now, request, transaction } = guest
    const userId = (await guest.visitor(token))?.id ?? null
    const today = await countSince(db, merchant.id, userId, new Date(now.getTime() - DAY_MS))
    if (today >= (userId === null ? MOST_ANONYMOUS_A_DAY : MOST_A_DAY)) throw new Refusal('commentTooMany')
    const stored = pics.slice(0, MOST_PICTURES).map(url => storedUrl(url, request.origin))
    // Only what was uploaded here: an address elsewhere would be fetched by whoever reads.
    const pictures = stored.filter(path => path.startsWith('/files/'))
    const check = await checkText(guest, { userId: userId ?? undefined, scene: 'comment', text: content })
    const isHeld = mustWait(check, pictures)
    return transaction(async tx => {
      const row = await tx
        .insertInto('comments')
        .values({
          merchant_id: merchant.id,
          user_id: userId,
          type,
          ref_id: refId,
          pid,
          content,
          mobile,
          pics_json: writeJson(pictures),
          ext_json: writeJson(extJsonStr),
          is_held: Number(isHeld),
          created_at: now.getTime(),
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const about = { merchantId: merchant.id, userId, kind: 'comment', refId: row.id, text: content } as const
      if (isHeld) await hold(tx, { ...about, pictures, check }, now)
      return row
    })
  },

  async commentList(filter, guest) {
    return someOf(await read(guest, filter)).map(row => row)
  },

  async commentListV2(filter, guest) {
    const rows = someOf(await read(guest, filter))
    const extJsonMap = Object.fromEntries(rows.map(({ id, extJson }) => [id, extJson]))
    return { result: rows.map(row => row), ...totals(rows[0]?.total ?? 0, filter), extJsonMap }
  },

  async delComment({ id }, { transaction, merchant, user }) {
    const { numDeletedRows } = await transaction(tx =>
      tx
        .deleteFrom('comments')
        .where('merchant_id', '=', merchant.id)
        .where('user_id', '=', user.id)
        .where('id', '=', id)
        .executeTakeFirst(),
    )
    if (numDeletedRows === 0n) throw new Refusal('noData')
  },
}

async function read({ db, merchant, visitor }: Guest, filter: Parameters<typeof listComments>[3]) {
  const reader = await visitor(filter.token)
  const rows = await listComments(db, merchant.id, reader?.id, filter)
  return rows.map(row => ({
    id: row.id,
    uid: row.user_id ?? undefined,
    userId: row.merchant_id,
    type: row.type,
    refId: row.ref_id,
    pid: row.pid,
    content: row.content,
    pics: readJson<string[]>(row.pics_json),
    extJson: readJson<ExtJson>(row.ext_json),
    mobile: row.user_id !== null && row.user_id === reader?.id ? row.mobile || undefined : undefined,
    status: row.status,
    statusStr: row.status === SHOWN ? '已显示' : '仅自己可见',
    isReply: row.replied_at !== null,
    reply: row.reply || undefined,
    dateReply: row.replied_at === null ? undefined : new Date(row.replied_at),
    dateAdd: new Date(row.created_at),
    commentUserInfo:
      row.user_id === null
        ? undefined
        : {
            id: row.user_id,
            nick: row.nick ?? '',
            avatarUrl: row.avatar_url ?? '',
            province: row.province ?? '',
            city: row.city ?? '',
          },
    total: row.total,
  }))
}
