import { book, userAccount } from '../../server/ledger/ledger'
import { dataOf, type Reply } from '../../src/api/client'
import type { Wxapi } from './client'
import type { Shop } from './shop'

export interface Person {
  name: string
  token: string
  uid: number
}

let visits = 0

/** A fresh wx.login code of a person. */
export function wxCode(name: string): string {
  visits += 1
  return `sim:${name}:${visits}`
}

/** Logs a person in as the mini-program does; they are registered on the way. */
export async function signIn({ wxapi }: { wxapi: Wxapi }, name: string): Promise<Person> {
  const { token, uid } = await dataOf(wxapi.authorize({ code: wxCode(name) }))
  return { name, token, uid }
}

/** Fills a balance, as the shop keeper's tool does. `fen`: may be negative. */
export async function giveBalance({ app, merchantId }: Shop, { uid }: Person, fen: number): Promise<void> {
  const { transaction, clock } = app.services
  visits += 1
  const key = `correction:test-${visits}`
  const entries = [
    { account: userAccount(uid), unit: 'CNY' as const, amount: fen },
    { account: 'shop:correction' as const, unit: 'CNY' as const, amount: -fen },
  ]
  await transaction(tx =>
    book(tx, merchantId, clock.now(), [{ key, kind: 'correction', about: 'test', ref: '', entries }]),
  )
}

/** Code and text of a refusal; throws when the call was answered. */
export async function refusalOf(reply: Reply<unknown>): Promise<{ code: number; msg: string }> {
  const { code, msg } = await reply
  if (code === 0) throw new Error('was answered, not refused')
  return { code, msg }
}

export const codeOf = async (reply: Reply<unknown>): Promise<number> => (await reply).code

export { dataOf }
