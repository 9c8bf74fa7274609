/** The supplier has sold: what it gave goes to the buyer, and what is odd about it to a person. */
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import type { Purchase } from '../../gateways/weilian'
import { writeJson } from '../../json'
import type { Services } from '../../services'
import { endSending, type Spent } from './balance'
import { storeCodes } from './codes'
import { noteSupply } from './order-state'
import { followParcel } from './parcels'
import { lockPurchase, move, type PurchaseRow } from './purchases'

/** What ties the sealed answer of the supplier to its place. */
export const answerPlace = ({ merchant_id, id }: Pick<PurchaseRow, 'merchant_id' | 'id'>) =>
  `supplier answer ${merchant_id} ${id}`

/**
 * One transaction for codes, purchase, order and account. Where the purchase is `unknown`, somebody had taken over meanwhile,
 * thinking us dead: the answer knows better. Where persons have settled it, the answer is kept for them.
 */
export async function settleBought(services: Services, purchase: PurchaseRow, bought: Purchase): Promise<void> {
  const { transaction, clock } = services
  await transaction(async tx => {
    const now = clock.now()
    const state = await lockPurchase(tx, purchase, now)
    if (state !== 'sending' && state !== 'unknown') return keepLate(tx, services, purchase, bought, now)
    const isKnown = await isOrderKnown(tx, purchase, bought.orderId)
    const stored = await storeCodes(tx, services, purchase, bought.codes)
    const isDoubtful = !bought.complete || isKnown || stored < bought.codes.length
    await move(tx, purchase, [state], isDoubtful ? 'incomplete' : 'bought', now, {
      supplier_order_id: isKnown ? null : (bought.orderId ?? null),
      balance_after_fen: bought.balanceFen ?? null,
      note: isDoubtful ? '卡密缺失、重复或无法识别' : '',
      ...(isDoubtful && { answer_sealed: sealedAnswer(services, purchase, bought) }),
    })
    await noteSupply(tx, purchase.merchant_id, purchase.order_id, now)
    if (!isDoubtful) await followParcel(tx, purchase, now)
    if (isDoubtful) await callPerson(tx, purchase, '供货商卖了，但卡密缺失、重复或无法识别', now)
    if (state === 'sending') await endSending(tx, purchase.supplier, spentOn(purchase, bought), now)
  })
}

const spentOn = (purchase: PurchaseRow, bought: Purchase): Spent | undefined =>
  purchase.cost_fen === null
    ? undefined
    : {
        merchantId: purchase.merchant_id,
        purchaseId: purchase.id,
        costFen: purchase.cost_fen,
        balanceFen: bought.balanceFen,
      }

const sealedAnswer = ({ secrets }: Services, purchase: PurchaseRow, { codes }: Purchase): string =>
  secrets.seal(writeJson(codes), answerPlace(purchase))

/** The answer of a purchase that is settled already. Its codes exist nowhere else. */
async function keepLate(tx: Tx, services: Services, purchase: PurchaseRow, bought: Purchase, now: Date): Promise<void> {
  await tx
    .updateTable('supply_purchases')
    .set({ answer_sealed: sealedAnswer(services, purchase, bought) })
    .where('merchant_id', '=', purchase.merchant_id)
    .where('id', '=', purchase.id)
    .where('answer_sealed', 'is', null)
    .execute()
  await callPerson(tx, purchase, '已经了结，供货商迟到的回答却说卖了', now)
}

const callPerson = (tx: Tx, { merchant_id: merchantId, id }: PurchaseRow, what: string, now: Date): Promise<void> =>
  raiseAlarm(
    tx,
    { merchantId, key: `purchase:${id}:odd`, text: `购买 #${id} ${what}，请用 weilian show ${id} 查看。` },
    now,
  )

/** Whether the supplier names the number of another purchase: then it has sold nothing new. */
async function isOrderKnown(db: Db, { merchant_id, id, supplier }: PurchaseRow, orderId?: string): Promise<boolean> {
  if (!orderId) return false
  const known = await db
    .selectFrom('supply_purchases')
    .select('id')
    .where('merchant_id', '=', merchant_id)
    .where('supplier', '=', supplier)
    .where('supplier_order_id', '=', orderId)
    .where('id', '!=', id)
    .executeTakeFirst()
  return known !== undefined
}
