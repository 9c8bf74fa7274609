/** Handlers of shoppers who offer goods of their own. Nothing is on sale before the shop keeper approves it. */
import type { goods } from '../../../contract/goods'
import { touch } from '../../cache'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { storedUrl } from '../file/stored-url'
import { sanitized } from './sanitized'
import { type GoodsDraft, insertGoods, updateGoods } from './save'
import { findGoods } from './store'

export const sellingHandlers: Pick<Handlers<typeof goods>, 'pushNewGoods' | 'deleteMyGoods'> = {
  async pushNewGoods({ id, ...fields }, { transaction, merchant, user, now, request }) {
    const pic = fields.pic && storedUrl(fields.pic, request.origin)
    const draft: GoodsDraft = {
      name: fields.name,
      characteristic: fields.characteristic,
      categoryId: fields.categoryId,
      pic,
      originalFen: fields.originalPrice,
      content: sanitized(fields.content ?? ''),
      ext: fields.extJsonStr,
      skus: [{ values: [], priceFen: fields.price, stock: fields.stores ?? 1 }],
      isOnShelf: false,
      isHidden: true,
      ownerId: user.id,
    }
    return transaction(async tx => {
      if (id === undefined) return { id: await insertGoods(tx, merchant.id, draft, now) }
      const known = orRefuse(await findGoods(tx, merchant.id, id), 'noData')
      if (known.owner_id !== user.id) throw new Refusal('forbidden')
      await updateGoods(tx, merchant.id, id, draft, now)
      return { id }
    })
  },

  async deleteMyGoods({ id }, { transaction, merchant, user, now }) {
    const taken = await transaction(async tx => {
      const row = await tx
        .updateTable('goods')
        .set({ status: 1, is_hidden: 1, owner_id: null, updated_at: now.getTime() })
        .where('merchant_id', '=', merchant.id)
        .where('id', '=', id)
        .where('owner_id', '=', user.id)
        .returning('id')
        .executeTakeFirst()
      if (row) touch(tx, merchant.id, 'catalogue', [id])
      return row
    })
    orRefuse(taken, 'noData')
  },
}
