/** Buying at the supplier, once. */
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Purchase, Weilian } from '../../gateways/weilian'
import { type Job, MAX_ATTEMPTS } from '../../jobs/queue'
import type { Services } from '../../services'
import { findAccount, startSending } from './account'
import { endSending } from './balance'
import { settleBought } from './bought'
import { noteAnswer, noteTrouble, stopWhenManyUnknown } from './breaker'
import { lookAt } from './look'
import { noteSupply } from './order-state'
import { findPurchase, mobileOf, move, type PurchaseRow } from './purchases'
import { planLook } from './reconcile'
import { planRefund } from './rejected'
import type { PurchaseState } from './states'
import { mayStillBuy } from './upstream/fresh'

/** The job behind a planned purchase. Thrown errors bring it back later; whatever ends here is decided. */
export async function buySupply(job: Job<'buySupply'>, services: Services): Promise<void> {
  try {
    await tryToBuy(job, services)
  } catch (error) {
    if (job.attempt < MAX_ATTEMPTS) throw error
    await giveUp(job, services, error)
  }
}

async function tryToBuy({ merchantId, payload }: Job<'buySupply'>, services: Services): Promise<void> {
  const { db, transaction, gateways, clock } = services
  const purchase = await findPurchase(db, merchantId, payload.purchaseId)
  // Whoever sent it died before it heard the answer: the supplier may have sold.
  if (purchase?.state === 'sending') return settle(services, purchase, 'sending', 'unknown', '发送后没有得到结果')
  if (purchase?.state !== 'planned') return
  const weilian = purchase.supplier === 'weilian' ? gateways.weilian : undefined
  if (!weilian) throw new Error(`supplier ${purchase.supplier} is not set up`)
  await refuseWhileStopped(services, purchase.supplier)
  if (!(await mayStillBuy(db, purchase, clock.now()))) return

  const seen = await lookAt(weilian, purchase, services).catch(error => noted(services, purchase, error))
  await noteAnswer(services, purchase.supplier)
  if ('problem' in seen) return settle(services, purchase, 'planned', 'rejected', seen.problem)

  const { costFen, fields } = seen
  const outcome = { cost_fen: costFen, fields_json: fields }
  const isOurs = await transaction(async tx => {
    const now = clock.now()
    if (!(await move(tx, purchase, ['planned'], 'sending', now, outcome))) return false
    if (!(await startSending(tx, purchase.supplier, now))) throw new SaleStopped(purchase.supplier)
    return true
  })
  if (isOurs) await send(weilian, { ...purchase, ...outcome }, services)
}

/** The intent is committed. From here on every way out writes down how it ended. */
async function send(weilian: Weilian, purchase: PurchaseRow, services: Services): Promise<void> {
  const { transaction, gateways, clock, log } = services
  let bought: Purchase
  try {
    bought = await weilian.buy({
      goodsId: purchase.goods_id,
      quantity: purchase.quantity,
      mobile: mobileOf(purchase, gateways),
      fields: JSON.parse(purchase.fields_json),
      type: purchase.goods_kind as 0 | 1 | 2,
    })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.sent === 'no' && error.retry) {
      await transaction(async tx => {
        if (await move(tx, purchase, ['sending'], 'planned', clock.now()))
          await endSending(tx, purchase.supplier, undefined, clock.now())
      })
      return noted(services, purchase, error)
    }
    log.error({ err: error, purchase: purchase.id }, 'a purchase at the supplier did not succeed')
    await settle(services, purchase, 'sending', error.sent === 'maybe' ? 'unknown' : 'rejected', error.code)
    return noteTrouble(services, purchase.supplier, error)
  }
  await insistently(services, () => settleBought(services, purchase, bought))
}

async function noted(services: Services, { supplier }: PurchaseRow, error: unknown): Promise<never> {
  await noteTrouble(services, supplier, error)
  throw error
}

class SaleStopped extends Error {
  constructor(supplier: string) {
    super(`the sale of ${supplier} is stopped`)
  }
}

async function refuseWhileStopped({ db }: Services, supplier: string): Promise<void> {
  if ((await findAccount(db, supplier))?.stopped_reason) throw new SaleStopped(supplier)
}

/** The last try has failed, and no other will follow: the order must not wait for it for ever. */
async function giveUp(job: Job<'buySupply'>, services: Services, error: unknown): Promise<void> {
  const purchase = await findPurchase(services.db, job.merchantId, job.payload.purchaseId)
  if (!purchase) return
  services.log.error({ err: error, purchase: purchase.id }, 'a purchase was given up')
  if (purchase.state === 'sending') return settle(services, purchase, 'sending', 'unknown', '发送后没有得到结果')
  await settle(services, purchase, 'planned', 'rejected', '多次尝试后仍无法向供货商购买')
}

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

/** An end without goods: what is known is refunded or waits, what is unknown is looked into. */
async function settle(
  services: Services,
  purchase: PurchaseRow,
  from: 'planned' | 'sending',
  to: 'rejected' | 'unknown',
  note: string,
): Promise<void> {
  const { transaction, clock, log } = services
  log.error({ purchase: purchase.id, order: purchase.order_id, state: to, note }, 'a purchase needs a person')
  await transaction(async tx => {
    const now = clock.now()
    if (!(await move(tx, purchase, [from], to, now, { note }))) return
    await noteSupply(tx, purchase.merchant_id, purchase.order_id, now)
    await follow(tx, purchase, to, now)
    if (from === 'sending') await endSending(tx, purchase.supplier, undefined, now)
    if (to === 'unknown') await stopWhenManyUnknown(tx, purchase.supplier, now)
  })
}

const follow = (tx: Tx, purchase: PurchaseRow, to: PurchaseState, now: Date): Promise<void> =>
  to === 'unknown' ? planLook(tx, purchase, 0, now) : planRefund(tx, purchase, now)
