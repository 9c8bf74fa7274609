/** After the master key was exchanged: everything that was sealed for purchases is sealed anew, a few rows at a time. */
import { type Database, isUniqueViolation } from '../../db/database'
import type { Secrets } from '../../secrets'
import { answerPlace } from './bought'
import { resealCode } from './codes'

const AT_ONCE = 200

/** Answers how many codes were sealed anew. Stopped half-way it goes on where it was. */
export async function resealCodes(
  { db, transaction }: Pick<Database, 'db' | 'transaction'>,
  secrets: Secrets,
  merchantId: number,
  onProgress: (done: number) => void = () => {},
): Promise<{ resealed: number; twins: number[] }> {
  let [lastId, resealed] = [0, 0]
  const twins: number[] = []
  for (;;) {
    const rows = await db
      .selectFrom('card_codes')
      .select(['id', 'order_line_id', 'purchase_id', 'position', 'sealed'])
      .where('merchant_id', '=', merchantId)
      .where('id', '>', lastId)
      .where('is_hidden', '=', 0)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    if (rows.length === 0) break
    lastId = rows.at(-1)?.id ?? lastId
    for (const row of rows.filter(({ sealed }) => !secrets.isCurrent(sealed))) {
      try {
        await transaction(tx => resealCode(tx, secrets, merchantId, row))
        resealed += 1
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        twins.push(row.id)
      }
    }
    onProgress(lastId)
  }
  await resealAnswers({ db, transaction }, secrets, merchantId)
  return { resealed, twins }
}

async function resealAnswers(
  { db, transaction }: Pick<Database, 'db' | 'transaction'>,
  secrets: Secrets,
  shop: number,
) {
  const rows = await db
    .selectFrom('supply_purchases')
    .select(['merchant_id', 'id', 'answer_sealed'])
    .where('merchant_id', '=', shop)
    .where('answer_sealed', 'is not', null)
    .execute()
  for (const row of rows) {
    const before = row.answer_sealed ?? ''
    if (secrets.isCurrent(before)) continue
    const answer_sealed = secrets.seal(secrets.open(before, answerPlace(row)), answerPlace(row))
    await transaction(tx =>
      tx
        .updateTable('supply_purchases')
        .set({ answer_sealed })
        .where('merchant_id', '=', shop)
        .where('id', '=', row.id)
        .where('answer_sealed', '=', before)
        .execute(),
    )
  }
}
