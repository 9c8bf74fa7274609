/** Buying at the supplier, once. */
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database'
import type { SupplyPurchaseTable } from '../../db/tables'
import { GatewayError } from '../../gateways/error'
import type { Purchase, Weilian } from '../../gateways/weilian'
import { type Job, MAX_ATTEMPTS } from '../../jobs/queue'
import { readJson } from '../../json'
import type { Services } from '../../services'
import { areSoldBefore, storeCodes } from './codes'
import { noteSupply } from './order-state'
import type { PurchaseState } from './states'

type PurchaseRow = Selectable<SupplyPurchaseTable>

/** The job behind a planned purchase. Thrown errors bring it back later; whatever ends here is decided. */
export async function buySupply(job: Job<'buySupply'>, services: Services): Promise<void> {
  try {
    await tryToBuy(job, services)
  } catch (error) {
    if (job.attempt < MAX_ATTEMPTS) throw error
    await giveUp(job, services, error)
  }
}

async function tryToBuy(job: Job<'buySupply'>, services: Services): Promise<void> {
  const { transaction, gateways, clock, log } = services
  const purchase = await findPurchase(job, services)
  if (purchase?.state === 'sending') {
    // Whoever sent it died before it heard the answer: the supplier may have sold.
    return settle(services, purchase, ['sending'], 'unknown', '发送后没有得到结果')
  }
  if (purchase?.state !== 'planned') return
  const weilian = purchase.supplier === 'weilian' ? gateways.weilian : undefined
  if (!weilian) throw new Error(`supplier ${purchase.supplier} is not set up`)
  const priceProblem = await problemWithPrice(weilian, purchase)
  if (priceProblem) return settle(services, purchase, ['planned'], 'rejected', priceProblem)

  const isOurs = await transaction(tx => move(tx, purchase, ['planned'], 'sending', clock.now()))
  if (!isOurs) return
  try {
    const bought = await weilian.buy(wishOf(purchase, services))
    await insistently(services, () => settleBought(services, purchase, bought))
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.sent === 'no' && error.retry) {
      await transaction(tx => move(tx, purchase, ['sending'], 'planned', clock.now()))
      throw error
    }
    log.error({ err: error, purchase: purchase.id }, 'a purchase at the supplier did not succeed')
    await settle(services, purchase, ANSWERED, error.sent === 'maybe' ? 'unknown' : 'rejected', error.code)
  }
}

const findPurchase = (
  { merchantId, payload: { purchaseId } }: Job<'buySupply'>,
  { db }: Services,
): Promise<PurchaseRow | undefined> =>
  db
    .selectFrom('supply_purchases')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', purchaseId)
    .executeTakeFirst()

/** The last try has failed, and no other will follow: the order must not wait for it for ever. */
async function giveUp(job: Job<'buySupply'>, services: Services, error: unknown): Promise<void> {
  const purchase = await findPurchase(job, services)
  if (!purchase) return
  services.log.error({ err: error, purchase: purchase.id }, 'a purchase was given up')
  if (purchase.state === 'sending') return settle(services, purchase, ['sending'], 'unknown', '发送后没有得到结果')
  await settle(services, purchase, ['planned'], 'rejected', '多次尝试后仍无法联系供货商')
}

/**
 * Where an answer finds the purchase that waited for it. Unknown when somebody had taken over meanwhile, thinking us dead:
 * the answer knows better.
 */
const ANSWERED: readonly PurchaseState[] = ['sending', 'unknown']

const WAITS_MS = [200, 1000, 5000, 15_000]

/** The codes exist nowhere else now: a database that is away for a moment must not lose them. */
async function insistently(services: Services, write: () => Promise<void>): Promise<void> {
  for (const waitMs of WAITS_MS) {
    try {
      return await write()
    } catch (error) {
      services.log.error({ err: error }, 'what was bought could not be written down yet')
      await new Promise(resolve => setTimeout(resolve, waitMs))
    }
  }
  await write()
}

/** Never pays more for a piece than the buyer did. */
async function problemWithPrice(
  weilian: Weilian,
  { goods_id, price_limit_fen }: PurchaseRow,
): Promise<string | undefined> {
  const [goods] = await weilian.goodsById([goods_id])
  if (!goods) return '供货商没有该商品'
  if (goods.priceFen === undefined) return '供货商没有给出价格'
  if (goods.priceFen > price_limit_fen) return `供货价 ${goods.priceFen} 分高于售价 ${price_limit_fen} 分`
}

/** The number that the supplier keeps beside a purchase: the buyer's, or that of the shop. */
const wishOf = (purchase: PurchaseRow, { gateways }: Services) => ({
  goodsId: purchase.goods_id,
  quantity: purchase.quantity,
  mobile: purchase.mobile || gateways.weilianMobile,
  fields: readJson<Record<string, string>>(purchase.fields_json),
  type: purchase.goods_kind as 0 | 1 | 2,
})

/** A guarded step; answers whether the purchase stood where we thought. */
async function move(
  tx: Tx,
  { merchant_id, id }: PurchaseRow,
  from: readonly PurchaseState[],
  to: PurchaseState,
  now: Date,
  outcome: { note?: string; supplier_order_id?: string | null } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('supply_purchases')
    .set(({ eb }) => ({
      ...outcome,
      state: to,
      updated_at: now.getTime(),
      ...(to === 'sending' && { sent_at: now.getTime(), attempts: eb('attempts', '+', 1) }),
    }))
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function settleBought(services: Services, purchase: PurchaseRow, bought: Purchase): Promise<void> {
  const { transaction, clock, log } = services
  await transaction(async tx => {
    const isKnown = await isOrderKnown(tx, purchase, bought.orderId)
    const isDoubtful = !bought.complete || isKnown || (await areSoldBefore(tx, services, purchase, bought.codes))
    if (isDoubtful)
      log.error({ purchase: purchase.id }, 'the supplier sold, but what it sold is not right: a person must look')
    const to: PurchaseState = isDoubtful ? 'incomplete' : 'bought'
    const outcome = {
      supplier_order_id: isKnown ? null : (bought.orderId ?? null),
      note: isDoubtful ? '卡密缺失、重复或无法识别' : '',
    }
    if (!(await move(tx, purchase, ANSWERED, to, clock.now(), outcome))) return
    await storeCodes(tx, services, purchase, bought.codes)
    await noteSupply(tx, purchase.merchant_id, purchase.order_id, clock.now())
  })
}

/** Whether the supplier names the number of another purchase: then it has sold nothing new. */
async function isOrderKnown(db: Db, { merchant_id, supplier }: PurchaseRow, orderId?: string): Promise<boolean> {
  if (!orderId) return false
  const known = await db
    .selectFrom('supply_purchases')
    .select('id')
    .where('merchant_id', '=', merchant_id)
    .where('supplier', '=', supplier)
    .where('supplier_order_id', '=', orderId)
    .executeTakeFirst()
  return known !== undefined
}

/** An end without goods. A person decides what the buyer gets. */
async function settle(
  services: Services,
  purchase: PurchaseRow,
  from: readonly PurchaseState[],
  to: 'rejected' | 'unknown',
  note: string,
): Promise<void> {
  const { transaction, clock, log } = services
  log.error({ purchase: purchase.id, order: purchase.order_id, state: to, note }, 'a purchase needs a person')
  await transaction(async tx => {
    if (!(await move(tx, purchase, from, to, clock.now(), { note }))) return
    await noteSupply(tx, purchase.merchant_id, purchase.order_id, clock.now())
  })
}
