import { GatewayError } from '../error'
import { asObject, asText, parseObject } from '../json'
import { decryptResource } from './decrypt'
import { isComplete, type PaidPayment, readPayment } from './payment'
import { PARTY } from './refusal'
import { type PlatformKeys, type SignedHeaders, signatureProblem } from './sign'

export interface Delivery {
  headers: SignedHeaders
  /** The body as it arrived, before any parsing. */
  rawBody: Buffer
  /** When it arrived, by our clock. */
  now: Date
}

export interface Notification {
  /** The same on every repeat: the key under which it is booked once. */
  id: string
  eventType: string
  payment: PaidPayment
}

/**
 * Opens a payment notification: signature over the raw bytes, age of at most 300 s, then decryption. Throws `GatewayError`
 * `signature`, `stale`, `unknownSerial`, or `unreadable` for anything genuine that tells of no payment.
 */
export function readNotification(
  { headers, rawBody, now }: Delivery,
  keys: PlatformKeys,
  apiV3Key: Buffer,
): Notification {
  const problem = signatureProblem({ headers, rawBody }, keys, now)
  if (problem) throw new GatewayError(PARTY, problem, { sent: 'no' })
  const event = parseObject(rawBody)
  const id = asText(event?.id)
  const eventType = asText(event?.event_type)
  const plain = decryptResource(asObject(event?.resource) ?? {}, apiV3Key)
  const payment = readPayment(plain && parseObject(plain))
  if (!id || !eventType?.startsWith('TRANSACTION.') || !payment || !isComplete(payment))
    throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
  return { id, eventType, payment }
}
