/**
 * Every movement of money, by double entry. A transfer is keyed by the business fact (`order:981:paid`): booked twice is
 * booked once. Its entries add up to zero and are never changed; a mistake is undone by a reverse transfer.
 */
import type { ErrorName } from '../../contract/errors'
import type { Db, Tx } from '../db/database'
import { Refusal } from '../http/refusal'

/** `CNY` is counted in fen. */
export type Unit = 'CNY' | 'SCORE' | 'GROWTH'

/** The parties that money comes through, one account each. */
export type PayProvider = 'wechatpay' | 'wechatpayV2' | 'alipay' | 'xpay'

/**
 * Whose balance moves. Shoppers' balances are kept and never fall below zero. The shop's own accounts are only summed
 * up: a kept balance would make every order of a shop wait for the one before.
 */
export type Account =
  | `user:${number}`
  | `user:${number}:frozen`
  | `user:${number}:commission`
  | `user:${number}:deposit`
  | `shop:${PayProvider | 'sales' | 'gifts' | 'correction' | 'coupons' | 'score' | 'levels' | 'commission' | 'withdrawals' | 'bills'}`

export const userAccount = (userId: number): Account => `user:${userId}`

/** What a shopper reads in their logs; numbers are WXAPI's, which counts money and score apart. */
export const TRANSFER_KINDS = {
  recharge: 0,
  withdrawn: 1,
  orderPaid: 2,
  refund: 3,
  correction: 4,
  commission: 6,
  billPaid: 8,
  gift: 9,
  withdrawAsked: 11,
  withdrawFailed: 12,
  depositPaid: 100,
  depositBack: 101,
  levelBought: 110,
  fxBought: 111,
  leaderBought: 112,
  couponBought: 150,

  registered: 0,
  invited: 1,
  signedIn: 2,
  scoreForCoupon: 3,
  scoreCorrection: 4,
  scoreForRecharge: 5,
  consumed: 6,
  scoreDeducted: 7,
  reviewed: 8,
  scoreVoucher: 10,
  shared: 11,
  monthGift: 12,
  levelRaised: 13,
  scoreExchanged: 140,
} as const

export interface Entry {
  account: Account
  unit: Unit
  amount: number
}

export interface Transfer {
  key: string
  kind: keyof typeof TRANSFER_KINDS
  about: string
  /** The order or payment behind it, for look-ups. */
  ref: string
  entries: readonly Entry[]
}

/**
 * Books transfers in one go, in their order. Those booked before are left out; answers the keys that are new. Refuses
 * with `balanceShort`, `scoreShort` or `growthShort` when a shopper has too little at any point of them, and then nothing may be committed.
 */
export async function book(
  tx: Tx,
  merchantId: number,
  now: Date,
  transfers: readonly Transfer[],
): Promise<Set<string>> {
  for (const transfer of transfers) assertBalanced(transfer)
  if (transfers.length === 0) return new Set()
  const rows = await tx
    .insertInto('ledger_transfers')
    .values(
      transfers.map(({ key, kind, about, ref }) => ({
        merchant_id: merchantId,
        key,
        kind: TRANSFER_KINDS[kind],
        about,
        ref,
        created_at: now.getTime(),
      })),
    )
    .onConflict(conflict => conflict.columns(['merchant_id', 'key']).doNothing())
    .returning(['id', 'key'])
    .execute()
  const idByKey = new Map(rows.map(({ id, key }) => [key, id]))
  const fresh = transfers.filter(({ key }, i) => idByKey.has(key) && transfers.findIndex(one => one.key === key) === i)
  if (fresh.length === 0) return new Set()

  const balances = await moveBalances(
    tx,
    merchantId,
    fresh.flatMap(({ entries }) => entries),
  )
  const entries = fresh.flatMap(transfer =>
    transfer.entries.map(entry => ({ ...entry, transferId: idByKey.get(transfer.key) ?? 0 })),
  )
  const after = balancesAfter(entries, balances)
  const short = after.findIndex(balance => balance !== undefined && balance < 0)
  if (short >= 0) throw new Refusal(SHORT[entries[short]?.unit ?? 'CNY'])
  await tx
    .insertInto('ledger_entries')
    .values(
      entries.map(({ transferId, account, unit, amount }, i) => ({
        merchant_id: merchantId,
        transfer_id: transferId,
        account,
        unit,
        amount,
        balance_after: after[i] ?? null,
        created_at: now.getTime(),
      })),
    )
    .execute()
  return new Set(idByKey.keys())
}

/** A kept balance; 0 where nothing ever moved. */
export async function balanceOf(db: Db, merchantId: number, account: Account, unit: Unit = 'CNY'): Promise<number> {
  const row = await db
    .selectFrom('ledger_accounts')
    .select('balance')
    .where('merchant_id', '=', merchantId)
    .where('account', '=', account)
    .where('unit', '=', unit)
    .executeTakeFirst()
  return row?.balance ?? 0
}

const SHORT = { CNY: 'balanceShort', SCORE: 'scoreShort', GROWTH: 'growthShort' } as const satisfies Record<
  Unit,
  ErrorName
>

/** The same, held until the transaction ends: for who spends what is there, whatever that is. */
export async function lockedBalance(tx: Tx, merchantId: number, account: Account, unit: Unit): Promise<number> {
  const row = await tx
    .updateTable('ledger_accounts')
    .set(({ ref }) => ({ balance: ref('balance') }))
    .where('merchant_id', '=', merchantId)
    .where('account', '=', account)
    .where('unit', '=', unit)
    .returning('balance')
    .executeTakeFirst()
  return row?.balance ?? 0
}

function assertBalanced({ key, entries }: Transfer): void {
  if (entries.length === 0) throw new Error(`transfer ${key}: moves nothing`)
  const sums = new Map<Unit, number>()
  for (const { unit, amount } of entries) {
    if (!Number.isSafeInteger(amount)) throw new Error(`transfer ${key}: ${amount} is not a whole amount`)
    sums.set(unit, (sums.get(unit) ?? 0) + amount)
  }
  for (const [unit, sum] of sums) if (sum !== 0) throw new Error(`transfer ${key}: entries in ${unit} add up to ${sum}`)
}

interface Balance {
  account: Account
  unit: Unit
  net: number
  balance: number
}

const isKept = (account: Account) => account.startsWith('user:')
const placeOf = ({ account, unit }: Pick<Entry, 'account' | 'unit'>) => `${account} ${unit}`

/** Moves each shopper's balance by its net amount, in the order of their names so that two bookings cannot block each other. */
async function moveBalances(tx: Tx, merchantId: number, entries: readonly Entry[]): Promise<Map<string, Balance>> {
  const moved = new Map<string, Balance>()
  for (const { account, unit, amount } of entries) {
    if (!isKept(account)) continue
    const place = placeOf({ account, unit })
    const known = moved.get(place) ?? { account, unit, net: 0, balance: 0 }
    moved.set(place, { ...known, net: known.net + amount })
  }
  for (const place of [...moved.keys()].sort()) {
    const move = moved.get(place)
    if (move) move.balance = await moveBalance(tx, merchantId, move)
  }
  return moved
}

async function moveBalance(tx: Tx, merchantId: number, { account, unit, net }: Balance): Promise<number> {
  const row =
    net < 0
      ? await tx
          .updateTable('ledger_accounts')
          .set(({ eb }) => ({ balance: eb('balance', '+', net) }))
          .where('merchant_id', '=', merchantId)
          .where('account', '=', account)
          .where('unit', '=', unit)
          .where('balance', '>=', -net)
          .returning('balance')
          .executeTakeFirst()
      : await tx
          .insertInto('ledger_accounts')
          .values({ merchant_id: merchantId, account, unit, balance: net })
          .onConflict(conflict =>
            conflict
              .columns(['merchant_id', 'account', 'unit'])
              .doUpdateSet(({ eb, ref }) => ({ balance: eb('ledger_accounts.balance', '+', ref('excluded.balance')) })),
          )
          .returning('balance')
          .executeTakeFirst()
  if (!row) throw new Refusal(SHORT[unit])
  return row.balance
}

/** The balance behind each entry, counted back from the last. Nothing for the shop's own accounts. */
function balancesAfter(entries: readonly Entry[], balances: Map<string, Balance>): (number | undefined)[] {
  const running = new Map([...balances].map(([place, { balance }]) => [place, balance]))
  const after: (number | undefined)[] = []
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]
    if (!entry || !isKept(entry.account)) continue
    const place = placeOf(entry)
    const balance = running.get(place) ?? 0
    after[i] = balance
    running.set(place, balance - entry.amount)
  }
  return after
}
