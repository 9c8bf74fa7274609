/** Card codes: sealed one by one, opened for their buyer alone. */
import type { Db, Tx } from '../../db/database'
import type { CardCode } from '../../gateways/weilian'
import type { SignedIn } from '../../http/handlers'
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
const fingerprintOf = (secrets: Secrets, { merchant_id, id, goods_kind }: Bought, { number = '', secret }: CardCode) =>
  secrets.fingerprint(`${merchant_id} ${goods_kind === CARD ? '' : `${id} `}${number} ${secret}`, 'card code')

/** Whether the supplier has sold one of these codes before. */
export async function areSoldBefore(
  db: Db,
  { secrets }: Services,
  purchase: Bought,
  codes: readonly CardCode[],
): Promise<boolean> {
  if (codes.length === 0) return false
  const known = await db
    .selectFrom('card_codes')
    .select('id')
    .where('merchant_id', '=', purchase.merchant_id)
    .where(
      'fingerprint',
      'in',
      codes.map(code => fingerprintOf(secrets, purchase, code)),
    )
    .limit(1)
    .execute()
  return known.length > 0
}

export async function storeCodes(
  tx: Tx,
  { secrets, clock }: Services,
  purchase: Bought,
  codes: readonly CardCode[],
): Promise<void> {
  if (codes.length === 0) return
  const { merchant_id, order_id, order_line_id } = purchase
  await tx
    .insertInto('card_codes')
    .values(
      codes.map((code, position) => ({
        merchant_id,
        order_id,
        order_line_id,
        purchase_id: purchase.id,
        position,
        sealed: secrets.seal(writeJson(code), placeOf(merchant_id, order_line_id, position)),
        fingerprint: fingerprintOf(secrets, purchase, code),
        created_at: clock.now().getTime(),
      })),
    )
    .execute()
}

/**
 * The codes of an order. The caller has made sure that the order is the shopper's own. A code that the supplier had sold
 * before stays hidden: it is somebody else's.
 */
export async function revealCodes({ db, merchant, secrets }: SignedIn, orderId: number) {
  const rows = await db
    .selectFrom('card_codes')
    .select(['id', 'order_line_id', 'position', 'sealed'])
    .where('merchant_id', '=', merchant.id)
    .where('order_id', '=', orderId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('card_codes as earlier')
            .select('earlier.id')
            .where('earlier.merchant_id', '=', merchant.id)
            .whereRef('earlier.fingerprint', '=', 'card_codes.fingerprint')
            .whereRef('earlier.id', '<', 'card_codes.id'),
        ),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map(row => {
    const { number, secret } = readJson<CardCode>(
      secrets.open(row.sealed, placeOf(merchant.id, row.order_line_id, row.position)),
    )
    return { id: row.id, orderGoodsId: row.order_line_id, type: 0, coupon: secret, number }
  })
}
