import type { Armed } from '../faults'

export const faults = [
  /** The notification of a payment never arrives, nor do its repeats. */
  'loseNotification',
  /** The notification arrives twice. */
  'repeatNotification',
  /** The notification tells of one fen more than the order. */
  'wrongAmount',
  'badSignature',
  'staleTimestamp',
  /** The bank takes its time: a refund is accepted, and done when it is asked for again. */
  'slowRefund',
  /** The payer's card takes no money back. */
  'abnormalRefund',
  /** The shop's own account does not hold enough to give back. */
  'shopBalanceShort',
  /** The merchant may not pay people. */
  'transferRefused',
  /** The API answers an error page without a signature. */
  'down',
] as const

export type Fault = (typeof faults)[number]

export type Faults = Armed<Fault>
