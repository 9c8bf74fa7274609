/** What persons find out about a purchase that no program can decide: one says it, another confirms it. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database'
import type { SupplyResolutionTable } from '../../db/tables'
import type { CardCode } from '../../gateways/weilian'
import { enqueue } from '../../jobs/queue'
import { readJson, writeJson } from '../../json'
import type { Secrets } from '../../secrets'
import type { Services } from '../../services'
import { giveUnasked } from '../refund/keeper'
import { resumeWhenFewUnknown } from './breaker'
import { storeCodes } from './codes'
import type { Keeper } from './keepers'
import { noteSupply } from './order-state'
import { followParcel } from './parcels'
import { findPurchase, move, type PurchaseRow } from './purchases'
import type { PurchaseState } from './states'
import { stopPlanned } from './stop'
import { vouch, wakePlanned } from './upstream/fresh'
import { callForRefund, isPaidElsewhere } from './upstream/money'

export type Resolution = Selectable<SupplyResolutionTable>

/** `bought`: with the codes that are missing. `notBought`: the money goes back, or it is bought again. */
export type Verdict =
  | { bought: true; codes: CardCode[]; supplierOrderId?: string }
  | { bought: false; next: 'refund' | 'again' }

/** Who has shown their key, and their account on the machine. */
export interface Person {
  keeper: Keeper
  account: string
}

/** Why a decision cannot stand, in words for the shop keeper. */
export class CannotResolve extends Error {}

const OPEN: readonly PurchaseState[] = ['unknown', 'incomplete']
const CARD = 0

const placeOf = (merchantId: number, purchaseId: number) => `supply resolution ${merchantId} ${purchaseId}`

/** Writes down what one person says. Nothing else happens before another has confirmed it. */
export async function askResolution(
  tx: Tx,
  secrets: Secrets,
  purchase: PurchaseRow,
  verdict: Verdict,
  { keeper, account }: Person,
  now: Date,
): Promise<number> {
  refuseWrong(purchase, verdict)
  const { merchant_id, id: purchase_id } = purchase
  const codes = verdict.bought ? verdict.codes : []
  const { id } = await tx
    .insertInto('supply_resolutions')
    .values({
      merchant_id,
      purchase_id,
      verdict: verdict.bought ? 'bought' : 'notBought',
      then_do: verdict.bought ? '' : verdict.next,
      codes_sealed: codes.length ? secrets.seal(writeJson(codes), placeOf(merchant_id, purchase_id)) : null,
      supplier_order_id: (verdict.bought && verdict.supplierOrderId) || null,
      asked_by: keeper.name,
      asked_as: account,
      created_at: now.getTime(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function refuseWrong({ state }: PurchaseRow, verdict: Verdict): void {
  if (!OPEN.includes(state as PurchaseState))
    throw new CannotResolve(`这笔购买是「${state}」，不需要了结 / is ${state}`)
  if (!verdict.bought && state === 'incomplete')
    throw new CannotResolve('供货商已经出货，不能算没买到；要退款请用 refunds give / it was sold')
}

/** Another person says the same: now it is done. */
export async function confirmResolution(
  tx: Tx,
  services: Pick<Services, 'secrets' | 'clock'>,
  resolution: Resolution,
  { keeper, account }: Person,
): Promise<PurchaseRow> {
  const now = services.clock.now()
  refuseSamePerson(keeper, resolution)
  const { merchant_id, id, purchase_id } = resolution
  const { numUpdatedRows } = await tx
    .updateTable('supply_resolutions')
    .set({ confirmed_by: keeper.name, confirmed_as: account, confirmed_at: now.getTime() })
    .where('merchant_id', '=', merchant_id)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  const purchase = await findPurchase(tx, merchant_id, purchase_id)
  if (numUpdatedRows === 0n || !purchase) throw new CannotResolve('已经确认过了 / confirmed already')
  if (resolution.verdict === 'bought') await settleAsBought(tx, services, purchase, resolution, now)
  else await settleAsNotBought(tx, purchase, resolution.then_do === 'again', now)
  await resumeWhenFewUnknown(tx, purchase.supplier, now)
  return purchase
}

/** Nor somebody who was only added afterwards, perhaps for this. */
function refuseSamePerson({ name, created_at }: Keeper, resolution: Resolution): void {
  if (name === resolution.asked_by) throw new CannotResolve('要由另一个人确认 / it takes a second person')
  if (created_at >= resolution.created_at)
    throw new CannotResolve('确认的人要在提出之前就在名单上；请重新提出 / was added only afterwards: say it anew')
}

async function settleAsBought(
  tx: Tx,
  services: Pick<Services, 'secrets' | 'clock'>,
  purchase: PurchaseRow,
  { merchant_id, purchase_id, codes_sealed, supplier_order_id }: Resolution,
  now: Date,
): Promise<void> {
  const place = placeOf(merchant_id, purchase_id)
  const codes = codes_sealed ? readJson<CardCode[]>(services.secrets.open(codes_sealed, place)) : []
  const stored = await storeCodes(tx, services, purchase, codes)
  if (stored < codes.length) throw new CannotResolve('有卡密在本店已经卖给别人 / a code was sold before')
  const there = await countCodes(tx, purchase)
  if (purchase.goods_kind === CARD && there !== purchase.quantity)
    throw new CannotResolve(
      `应有 ${purchase.quantity} 个卡密，现在是 ${there} 个 / ${there} of ${purchase.quantity} codes`,
    )
  const outcome = { note: '人工补录', answer_sealed: null, ...(supplier_order_id && { supplier_order_id }) }
  await insist(tx, purchase, OPEN, 'bought', now, outcome)
  await followParcel(tx, purchase, now)
}

async function countCodes(tx: Tx, { merchant_id, id }: PurchaseRow): Promise<number> {
  const { count } = await tx
    .selectFrom('card_codes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchant_id)
    .where('purchase_id', '=', id)
    .where('is_hidden', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function settleAsNotBought(tx: Tx, purchase: PurchaseRow, isBoughtAgain: boolean, now: Date): Promise<void> {
  await insist(tx, purchase, ['unknown'], 'rejected', now, { note: '经两人核实没有买到' })
  if (isBoughtAgain) return tryAgain(tx, purchase, now)
  if (await isPaidElsewhere(tx, purchase)) return callForRefund(tx, purchase, now)
  const { merchant_id: merchantId, order_id: orderId, order_line_id: lineId } = purchase
  await giveUnasked(tx, { merchantId, orderId, lineId, reason: '没有买到，已为您退款' }, now)
}

/** Money that a hosted service had taken was given back there: the buyer is told, and nothing is bought any more. */
export async function noteRefundedElsewhere(tx: Tx, purchase: PurchaseRow, now: Date): Promise<void> {
  const { merchant_id, order_line_id, state } = purchase
  if (!(await isPaidElsewhere(tx, purchase)))
    throw new CannotResolve('钱在本店，请用 refunds give / the money is ours to give back')
  if (state !== 'planned' && state !== 'rejected')
    throw new CannotResolve(`这笔购买是「${state}」，先了结它 / settle it first`)
  await stopPlanned(tx, merchant_id, [order_line_id], now)
}

/**
 * A refused purchase is sent once more: nothing had been sold. Of an order that a hosted service was paid for, a person has
 * looked there; one that waits for word goes on.
 */
export async function tryAgain(tx: Tx, purchase: PurchaseRow, now: Date): Promise<void> {
  if (await vouch(tx, purchase.merchant_id, purchase.order_id, now)) {
    if (purchase.state === 'planned') return wakePlanned(tx, purchase.merchant_id, purchase.order_id, now)
  }
  const { merchant_id: merchantId, id: purchaseId, attempts, order_line_id } = purchase
  const asked = await tx
    .selectFrom('refund_lines')
    .select('refund_id')
    .where('merchant_id', '=', merchantId)
    .where('open_line_id', '=', order_line_id)
    .executeTakeFirst()
  if (asked) throw new CannotResolve('顾客正在申请退款 / the buyer asks for the money')
  await insist(tx, purchase, ['rejected'], 'planned', now, { note: '' })
  const key = `purchase:${purchaseId}:${attempts}:${now.getTime()}`
  await enqueue(tx, { merchantId, kind: 'buySupply', key, payload: { purchaseId }, runAt: now }, now)
}

async function insist(tx: Tx, purchase: PurchaseRow, ...step: [readonly PurchaseState[], PurchaseState, Date, object]) {
  const [from, to, now, outcome] = step
  if (!(await move(tx, purchase, from, to, now, outcome)))
    throw new CannotResolve('这笔购买的状态刚刚变了，请重新查看 / it has moved meanwhile')
  await noteSupply(tx, purchase.merchant_id, purchase.order_id, now)
}
