import { type Selectable, sql } from 'kysely'
import type { Db } from '../../db/database'
import type { BannerTable, NoticeTable } from '../../db/tables'

export type NoticeRow = Selectable<NoticeTable>

/** Banners in the shop keeper's order; of all types when none is given. */
export const findBanners = (db: Db, merchantId: number, types: readonly string[]): Promise<Selectable<BannerTable>[]> =>
  db
    .selectFrom('banners')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .$if(types.length > 0, query => query.where('type', 'in', [...types]))
    .orderBy('paixu')
    .orderBy('id')
    .execute()

export const listNotices = (
  db: Db,
  merchantId: number,
  type: string | undefined,
  { limit, offset, pinnedFirst }: { limit: number; offset: number; pinnedFirst: boolean },
): Promise<(NoticeRow & { total: number })[]> =>
  db
    .selectFrom('notices')
    .selectAll()
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('merchant_id', '=', merchantId)
    .$if(type !== undefined, query => query.where('type', '=', type ?? ''))
    .$if(pinnedFirst, query => query.orderBy('is_top', 'desc'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

export const findNotice = (db: Db, merchantId: number, id: number): Promise<NoticeRow | undefined> =>
  db.selectFrom('notices').selectAll().where('merchant_id', '=', merchantId).where('id', '=', id).executeTakeFirst()

export async function siteCounts(
  db: Db,
  merchantId: number,
): Promise<Record<'bytes' | 'files' | 'users' | 'articles' | 'views', number>> {
  const { bytes, files, users, articles, views } = await db
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('files')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('size'), sql<number>`0`).as('bytes'))
        .where('merchant_id', '=', merchantId)
        .as('bytes'),
      selectFrom('files')
        .select(({ fn }) => fn.countAll<number>().as('files'))
        .where('merchant_id', '=', merchantId)
        .as('files'),
      selectFrom('users')
        .select(({ fn }) => fn.countAll<number>().as('users'))
        .where('merchant_id', '=', merchantId)
        .as('users'),
      selectFrom('articles')
        .select(({ fn }) => fn.countAll<number>().as('articles'))
        .where('merchant_id', '=', merchantId)
        .where('status', '=', 0)
        .as('articles'),
      selectFrom('articles')
        .select(({ fn }) => fn.coalesce(fn.sum<number>('views'), sql<number>`0`).as('views'))
        .where('merchant_id', '=', merchantId)
        .as('views'),
    ])
    .executeTakeFirstOrThrow()
  return {
    bytes: Number(bytes),
    files: Number(files),
    users: Number(users),
    articles: Number(articles),
    views: Number(views),
  }
}
