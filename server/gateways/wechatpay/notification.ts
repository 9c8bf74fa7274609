import { GatewayError } from '../error'
import { asObject, asText, parseObject } from '../json'
import { readComplaintEvent } from './complaints'
import { decryptResource } from './decrypt'
import { isComplete, type PaidPayment, readPayment } from './payment'
import { type RefundEvent, readRefundEvent } from './refund'
import { PARTY } from './refusal'
import { type PlatformKeys, type SignedHeaders, signatureProblem } from './sign'
import { readTransferEvent } from './transfers'

export interface Delivery {
  headers: SignedHeaders
  /** The body as it arrived, before any parsing. */
  rawBody: Buffer
  /** When it arrived, by our clock. */
  now: Date
}

/** What WeChat Pay tells: a payment that has come, how a refund ended, that a transfer has ended, or that somebody complains. */
export type Notification = {
  /** The same on every repeat: the key under which it is booked once. */
  id: string
  eventType: string
} & (
  | { payment: PaidPayment; refund?: undefined; transfer?: undefined; complaint?: undefined }
  | { refund: RefundEvent; payment?: undefined; transfer?: undefined; complaint?: undefined }
  | { transfer: { billNo: string }; payment?: undefined; refund?: undefined; complaint?: undefined }
  | { complaint: { complaintId: string }; payment?: undefined; refund?: undefined; transfer?: undefined }
)

/**
 * Opens a notification: signature over the raw bytes, age of at most 300 s, then decryption. Throws `GatewayError`
 * `signature`, `stale`, `unknownSerial`, or `unreadable` for anything genuine that tells of none.
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
  const sealed = decryptResource(asObject(event?.resource) ?? {}, apiV3Key)
  const plain = sealed && parseObject(sealed)
  const refund = eventType?.startsWith('REFUND.') && plain ? readRefundEvent(plain) : undefined
  const payment = eventType?.startsWith('TRANSACTION.') ? readPayment(plain) : undefined
  if (id && eventType && refund) return { id, eventType, refund }
  const transfer = eventType?.startsWith('MCHTRANSFER.') && plain ? readTransferEvent(plain) : undefined
  if (id && eventType && transfer) return { id, eventType, transfer }
  const complaint = eventType?.startsWith('COMPLAINT.') && plain ? readComplaintEvent(plain) : undefined
  if (id && eventType && complaint) return { id, eventType, complaint }
  if (id && eventType && payment && isComplete(payment)) return { id, eventType, payment }
  throw new GatewayError(PARTY, 'unreadable', { sent: 'no' })
}
