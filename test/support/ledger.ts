import { expect } from 'vitest'
import type { PayProvider } from '../../server/ledger/ledger'
import type { Shop } from './shop'

/**
 * Holds a shop's books against one another: every transfer adds up to zero, every kept balance is the sum of its entries and
 * never fell below zero, sales are what paid orders cost less what was given back, and what WeChat Pay
 * brought and gave back is what payments and refunds say.
 */
export async function expectBalancedLedger({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>): Promise<void> {
  const { db } = app.services
  const entries = await db
    .selectFrom('ledger_entries')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .orderBy('id')
    .execute()
  const accounts = await db.selectFrom('ledger_accounts').selectAll().where('merchant_id', '=', merchantId).execute()

  expect(
    [...sums(entries, entry => `transfer ${entry.transfer_id} ${entry.unit}`)].filter(([, sum]) => sum !== 0),
  ).toEqual([])
  const kept = entries.filter(({ account }) => account.startsWith('user:'))
  const bySum = sums(kept, entry => `${entry.account} ${entry.unit}`)
  const byAccount = new Map(accounts.map(({ account, unit, balance }) => [`${account} ${unit}`, balance]))
  expect(nonZero(byAccount), 'kept balances are the sums of their entries').toEqual(nonZero(bySum))
  const running = new Map<string, number>()
  for (const { id, account, unit, amount, balance_after } of kept) {
    const place = `${account} ${unit}`
    const balance = (running.get(place) ?? 0) + amount
    running.set(place, balance)
    expect(balance_after, `balance behind entry ${id}`).toBe(balance)
    expect(balance, `balance behind entry ${id}`).toBeGreaterThanOrEqual(0)
  }
  const bySide = sums(entries, ({ account }) => account)
  const given = await givenBack(app, merchantId)
  expect(bySide.get('shop:sales') ?? 0, 'sales are what paid orders cost, less what was given back').toBe(
    (await costOfPaidOrders(app, merchantId)) - given.balance - given.online,
  )
}

const PROVIDERS: readonly PayProvider[] = ['wechatpay', 'wechatpayV2', 'alipay']

/**
 * What those who bring money owe the shop by its books, against the payments that have come, less what went back and what was
 * paid out to people, and with what the shop keeper credited of money that did not match.
 */
export async function expectPaymentsBooked({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>): Promise<void> {
  const { db } = app.services
  const booked = await db
    .selectFrom('ledger_entries')
    .select(({ fn }) => fn.sum<number | null>('amount').as('sum'))
    .where('merchant_id', '=', merchantId)
    .where(
      'account',
      'in',
      PROVIDERS.map(provider => `shop:${provider}`),
    )
    .executeTakeFirst()
  const paid = await db
    .selectFrom('payments')
    .select(['amount_fen', 'back_state'])
    .where('merchant_id', '=', merchantId)
    .where('state', '=', 1)
    .execute()
  const credited = await db
    .selectFrom('payment_quarantine')
    .select(({ fn }) => fn.sum<number | null>('credited_fen').as('sum'))
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst()
  const sent = await db
    .selectFrom('merchant_transfers')
    .select(({ fn }) => fn.sum<number | null>('amount_fen').as('sum'))
    .where('merchant_id', '=', merchantId)
    .where('state', '=', 'paid')
    .executeTakeFirst()
  const { online } = await givenBack(app, merchantId)
  const stays = paid.filter(({ back_state }) => back_state !== 'done').reduce((sum, row) => sum + row.amount_fen, 0)
  expect(
    Number(booked?.sum ?? 0) + stays + Number(credited?.sum ?? 0) - online - Number(sent?.sum ?? 0),
    'payments that have come are booked',
  ).toBe(0)
}

async function costOfPaidOrders({ services: { db } }: Shop['app'], merchantId: number): Promise<number> {
  const row = await db
    .selectFrom('orders')
    .select(({ fn }) => fn.sum<number | null>('real_fen').as('sum'))
    .where('merchant_id', '=', merchantId)
    .where('paid_at', 'is not', null)
    // What a hosted service took is in its books, not in ours.
    .where('pay_channel', '!=', 'upstream')
    .executeTakeFirst()
  return Number(row?.sum ?? 0)
}

/** To balances at once, through the gateway when it has said so. */
async function givenBack({ services: { db } }: Shop['app'], merchantId: number) {
  const rows = await db
    .selectFrom('refunds')
    .select(['balance_fen', 'online_fen', 'money_state'])
    .where('merchant_id', '=', merchantId)
    .execute()
  const paidOut = rows.filter(({ money_state }) => money_state === 'done')
  return {
    balance: rows.reduce((sum, { balance_fen }) => sum + balance_fen, 0),
    online: paidOut.reduce((sum, { online_fen }) => sum + online_fen, 0),
  }
}

function sums<Row extends { amount: number }>(rows: readonly Row[], key: (row: Row) => string): Map<string, number> {
  const byKey = new Map<string, number>()
  for (const row of rows) byKey.set(key(row), (byKey.get(key(row)) ?? 0) + row.amount)
  return byKey
}

const nonZero = (balances: Map<string, number>) =>
  Object.fromEntries([...balances].filter(([, balance]) => balance !== 0).sort())
