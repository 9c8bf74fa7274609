/** What providers of text messages have in common in what goes wrong. */
import { GatewayError } from '../error'

export type SmsTrouble = 'rate' | 'invalid' | 'blocked' | 'balance' | 'transient' | 'template'

/** Throws `invalid` for what is no mainland mobile number, before anything is sent. */
export function requireMobile(party: string, mobile: string): void {
  if (!/^1[3-9]\d{9}$/.test(mobile)) throw new GatewayError(party, 'invalid', { sent: 'no', detail: 'mobile' })
}

/** The provider answered that it sends nothing. Its own code stands beside, unless it is none. */
export function refusedBy(party: string, trouble: SmsTrouble, code: string): GatewayError {
  const detail = /^[\w.-]{1,80}$/.test(code) ? code : 'a code that is none'
  return new GatewayError(party, trouble, { sent: 'yes', retry: trouble === 'rate' || trouble === 'transient', detail })
}

/** An answer that proves nothing: the message may be under way. */
export const provesNothing = (party: string, detail: string): GatewayError =>
  new GatewayError(party, 'transient', { sent: 'maybe', detail })

/** What a line throws, in the words of the port. */
export const asTransient =
  (party: string) =>
  (error: unknown): never => {
    if (!(error instanceof GatewayError)) throw error
    const { sent, retry, code, cause } = error
    throw new GatewayError(party, 'transient', { sent, retry, detail: code, cause })
  }
