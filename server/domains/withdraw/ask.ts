/** Asking for money out of the balance. */
import { type Fen, fen, yuanText } from '../../../contract/money'
import { type Db, LostRace, type Tx } from '../../db/database'
import { Refusal } from '../../http/refusal'
import { writeJson } from '../../json'
import { book, userAccount } from '../../ledger/ledger'
import { orderNumber } from '../order/number'
import { settingOf } from '../site/settings'
import { frozenAccount } from '../transfer/plan'

/** What WeChat Pay moves at least. */
const LEAST = fen(10)
/** From here on WeChat Pay and banks want a name. */
export const NAME_FROM = fen(200_000)

/** The least that can be asked for: the shop's `WITHDRAW_MIN`. */
export async function leastOf(db: Db, merchantId: number): Promise<Fen> {
  const yuan = Number(await settingOf(db, merchantId, 'WITHDRAW_MIN'))
  return fen(Math.max(LEAST, Number.isFinite(yuan) ? Math.round(yuan * 100) : 0))
}

export interface Asking {
  merchantId: number
  userId: number
  amountFen: Fen
  name: string
  bank: Record<string, string | undefined>
  idempotencyKey: string | undefined
}

/** Freezes the money. A repeat with the same key is the first. Refuses too little, no name, and `balanceShort`. Answers the id. */
export async function askForMoney(tx: Tx, asking: Asking, now: Date): Promise<number> {
  const { merchantId, userId, amountFen, name, bank, idempotencyKey } = asking
  const least = await leastOf(tx, merchantId)
  if (amountFen < least) throw new Refusal('withdrawTooLittle', `最少提现 ${yuanText(least)} 元`)
  if (amountFen >= NAME_FROM && !name) throw new Refusal('withdrawNameRequired')
  const row = await tx
    .insertInto('withdrawals')
    .values({
      merchant_id: merchantId,
      number: orderNumber('TX', now),
      user_id: userId,
      amount_fen: amountFen,
      name,
      bank_json: writeJson(bank),
      state: 'asked',
      idempotency_key: idempotencyKey ?? null,
      created_at: now.getTime(),
      updated_at: now.getTime(),
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
  if (!row) return askedBefore(tx, asking)
  const entries = [
    { account: userAccount(userId), unit: 'CNY' as const, amount: -amountFen },
    { account: frozenAccount(userId), unit: 'CNY' as const, amount: amountFen },
  ]
  const about = `申请提现 ${row.number}`
  await book(tx, merchantId, now, [
    { key: `withdrawal:${row.id}:asked`, kind: 'withdrawAsked', about, ref: row.number, entries },
  ])
  return row.id
}

/** No such key: another withdrawal has just drawn the same number. */
async function askedBefore(tx: Tx, { merchantId, userId, idempotencyKey }: Asking): Promise<number> {
  const first = await tx
    .selectFrom('withdrawals')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .where('idempotency_key', '=', idempotencyKey ?? '')
    .executeTakeFirst()
  if (!first) throw new LostRace()
  return first.id
}
