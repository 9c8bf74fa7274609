/** While sale is stopped: whether the supplier answers again, by a call that only reads. */
import type { Db } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { findAccount, homeShop } from './account'
import { hurryPurchases, planCheck, resumeSale } from './breaker'

export async function checkSupplier(
  { payload: { supplier } }: Job<'checkSupplier'>,
  services: Services,
): Promise<void> {
  const { db, transaction, gateways, clock, log } = services
  const account = await findAccount(db, supplier)
  const weilian = gateways.weilian
  if (!account || !weilian) return
  if (!account.stopped_reason) return transaction(tx => hurryPurchases(tx, clock.now()))
  try {
    // The very call that a purchase begins with.
    await weilian.goodsById([await someGoods(db, supplier)])
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error, supplier }, 'the supplier does not answer yet')
    return transaction(async tx => planCheck(tx, await homeShop(tx), supplier, clock.now()))
  }
  await transaction(tx => resumeSale(tx, supplier, clock.now()))
}

async function someGoods(db: Db, supplier: string): Promise<string> {
  const row = await db
    .selectFrom('supply_purchases')
    .select('goods_id')
    .where('merchant_id', 'in', ({ selectFrom }) => selectFrom('merchants').select('merchants.id'))
    .where('supplier', '=', supplier)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.goods_id ?? '0'
}
