/** The catalogue as the shop keeper's tools change it. */
import type { Insertable, Updateable } from 'kysely'
import { touch } from '../../server/cache'
import type { CategoryTable, GoodsTable } from '../../server/db/tables'
import { writeJson } from '../../server/json'
import type { Shop } from './shop'

type ShopLike = Pick<Shop, 'app' | 'merchantId'>

/** A category in use, at the root unless `pid` says otherwise. Answers its id. */
export function createCategory(
  { app, merchantId }: ShopLike,
  { name, ...more }: Partial<Insertable<CategoryTable>> & { name: string },
): Promise<number> {
  const { transaction, clock } = app.services
  const at = clock.now().getTime()
  return transaction(async tx => {
    const row = {
      level: more.pid ? 2 : 1,
      is_used: 1,
      ext_json: writeJson({}),
      created_at: at,
      updated_at: at,
      ...more,
    }
    const { id } = await tx
      .insertInto('categories')
      .values({ merchant_id: merchantId, name, ...row })
      .returning('id')
      .executeTakeFirstOrThrow()
    touch(tx, merchantId, 'catalogue')
    return id
  })
}

/** Changes columns of a product. */
export function changeGoods({ app, merchantId }: ShopLike, id: number, columns: Updateable<GoodsTable>): Promise<void> {
  return app.services.transaction(async tx => {
    await tx.updateTable('goods').set(columns).where('merchant_id', '=', merchantId).where('id', '=', id).execute()
    touch(tx, merchantId, 'catalogue', [id])
  })
}
