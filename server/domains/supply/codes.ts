/** Card codes: sealed one by one, opened for their buyer alone. */
import type { Tx } from '../../db/database'
import type { CardCode } from '../../gateways/weilian'
import type { Guest } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { readJson, writeJson } from '../../json'
import type { Secrets } from '../../secrets'
import type { Services } from '../../services'

interface Bought {
  merchant_id: number
  id: number
  order_id: number
  order_line_id: number
  goods_kind: number
}

const CARD = 0

/** What ties a sealed code to its place. */
const placeOf = (merchantId: number, lineId: number, position: number) =>
  `card_code ${merchantId} ${lineId} ${position}`

/** Equal for equal card codes of a shop. What a supplier writes beside other goods ("done") may well come twice. */
const printedText = ({ merchant_id, id, goods_kind }: Bought, { number = '', secret }: CardCode) =>
  `${merchant_id} ${goods_kind === CARD ? '' : `${id} `}${number} ${secret}`

const PURPOSE = 'card code'

const fingerprintOf = (secrets: Secrets, purchase: Bought, code: CardCode) =>
  secrets.fingerprint(printedText(purchase, code), PURPOSE)

/** Keeps what was bought. A code that this shop has been sold before is left out: answers how many are new. */
export async function storeCodes(
  tx: Tx,
  { secrets, clock }: Pick<Services, 'secrets' | 'clock'>,
  purchase: Bought,
  codes: readonly CardCode[],
): Promise<number> {
  if (codes.length === 0) return 0
  const { merchant_id, order_id, order_line_id } = purchase
  const position = await nextPosition(tx, purchase)
  const fresh = await withoutThoseOfOldKeys(tx, secrets, purchase, codes)
  if (fresh.length === 0) return 0
  const stored = await tx
    .insertInto('card_codes')
    .values(
      fresh.map((code, i) => ({
        merchant_id,
        order_id,
        order_line_id,
        purchase_id: purchase.id,
        position: position + i,
        sealed: secrets.seal(writeJson(code), placeOf(merchant_id, order_line_id, position + i)),
        fingerprint: fingerprintOf(secrets, purchase, code),
        created_at: clock.now().getTime(),
      })),
    )
    .onConflict(conflict => conflict.columns(['merchant_id', 'fingerprint']).doNothing())
    .returning('id')
    .execute()
  return stored.length
}

/** While the key is being exchanged, codes sold before may still stand under the fingerprint of another key. */
async function withoutThoseOfOldKeys(tx: Tx, secrets: Secrets, purchase: Bought, codes: readonly CardCode[]) {
  const prints = codes.map(code => secrets.fingerprints(printedText(purchase, code), PURPOSE))
  const old = prints.flatMap(([, ...before]) => before)
  if (old.length === 0) return codes
  const known = await tx
    .selectFrom('card_codes')
    .select('fingerprint')
    .where('merchant_id', '=', purchase.merchant_id)
    .where('fingerprint', 'in', old)
    .execute()
  const isKnown = new Set(known.map(({ fingerprint }) => fingerprint))
  return codes.filter((_, i) => !prints[i]?.some(print => isKnown.has(print)))
}

async function nextPosition(tx: Tx, { merchant_id, order_line_id }: Bought): Promise<number> {
  const { last } = await tx
    .selectFrom('card_codes')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .where('merchant_id', '=', merchant_id)
    .where('order_line_id', '=', order_line_id)
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}

/** Whoever the codes are shown to. */
type Buyer = Pick<Guest, 'db' | 'statement' | 'merchant' | 'now' | 'request' | 'secrets'> & { user: { id: number } }

/** So often within ten minutes a shopper may look at codes; more is a program. */
const MOST_REVEALS = 60
const WINDOW_MS = 10 * 60_000

/**
 * The codes of an order, and a line in the list of who saw them. The caller has made sure that the order is the shopper's own.
 * Refuses `tooMany`.
 */
export async function revealCodes(context: Buyer, orderId: number) {
  const { db, merchant, secrets } = context
  const rows = await db
    .selectFrom('card_codes')
    .select(['id', 'order_line_id', 'position', 'sealed'])
    .where('merchant_id', '=', merchant.id)
    .where('order_id', '=', orderId)
    .where('is_hidden', '=', 0)
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  await noteReveal(context, orderId, rows.length)
  return rows.map(row => {
    const { number, secret } = openCode(secrets, merchant.id, row)
    return { id: row.id, orderGoodsId: row.order_line_id, type: isPicture(secret) ? 1 : 0, coupon: secret, number }
  })
}

/** Some codes are the picture of a code to be scanned. */
const isPicture = (secret: string): boolean => /^https:\/\/[^\s?#]+\.(png|jpe?g|gif|webp)$/i.test(secret)

export const openCode = (
  secrets: Secrets,
  merchantId: number,
  { order_line_id, position, sealed }: { order_line_id: number; position: number; sealed: string },
): CardCode => readJson<CardCode>(secrets.open(sealed, placeOf(merchantId, order_line_id, position)))

/** Written before anything is shown, and never changed. */
async function noteReveal({ db, statement, merchant, user, now, request }: Buyer, orderId: number, codes: number) {
  const { count } = await db
    .selectFrom('card_reveals')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchant.id)
    .where('user_id', '=', user.id)
    .where('created_at', '>', now.getTime() - WINDOW_MS)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_REVEALS) throw new Refusal('tooMany')
  const row = { order_id: orderId, user_id: user.id, codes, ip: request.ip, agent: request.userAgent.slice(0, 200) }
  await statement(tx =>
    tx
      .insertInto('card_reveals')
      .values({ merchant_id: merchant.id, ...row, created_at: now.getTime() })
      .execute(),
  )
}

interface SealedCode {
  id: number
  order_line_id: number
  purchase_id: number
  position: number
  sealed: string
}

/** Seals a code anew with the key of now, and prints its fingerprint anew; for exchanging the key. */
export async function resealCode(tx: Tx, secrets: Secrets, merchantId: number, row: SealedCode): Promise<void> {
  const code = openCode(secrets, merchantId, row)
  const purchase = await tx
    .selectFrom('supply_purchases')
    .select(['merchant_id', 'id', 'order_id', 'order_line_id', 'goods_kind'])
    .where('merchant_id', '=', merchantId)
    .where('id', '=', row.purchase_id)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('card_codes')
    .set({
      sealed: secrets.seal(writeJson(code), placeOf(merchantId, row.order_line_id, row.position)),
      fingerprint: fingerprintOf(secrets, purchase, code),
    })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', row.id)
    .where('sealed', '=', row.sealed)
    .execute()
}
