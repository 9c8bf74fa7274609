import { GatewayError } from '../error'
import type { Sms } from './index'

/**
 * Several accounts as one: the next is asked only when nothing left this machine for the one before it. After a time-out the
 * message may be under way, and who is refused by one provider for asking too often shall not ask the next.
 */
export function failOver(accounts: readonly [Sms, ...Sms[]]): Sms {
  const [first, ...others] = accounts
  return {
    async send(message) {
      let answer = first.send(message)
      for (const next of others) answer = answer.catch(error => (isUnsent(error) ? next.send(message) : fail(error)))
      return answer
    },
    async check() {
      await Promise.all(accounts.map(account => account.check()))
    },
    async end() {
      await Promise.all(accounts.map(account => account.end()))
    },
  }
}

/** `retry` tells a provider that cannot be reached from a message that nobody could send. */
const isUnsent = (error: unknown) => error instanceof GatewayError && error.sent === 'no' && error.retry

function fail(error: unknown): never {
  throw error
}
