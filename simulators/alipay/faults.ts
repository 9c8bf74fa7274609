import type { Armed } from '../faults'

export const faults = [
  /** The notification never arrives. */
  'loseNotification',
  'repeatNotification',
  /** The notification tells of one fen more than the order. */
  'wrongAmount',
  'badSignature',
  /** It tells of money that went to another account. */
  'otherSeller',
  /** Signed with `sign_type` among the rest, as some of its messages are. */
  'signTypeSigned',
  /** Written in GBK, as for apps that were set up so. */
  'gbk',
  /** The answer to a refund is lost after it was done. */
  'loseRefundAnswer',
  /** The shop's account there does not hold enough. */
  'sellerBalanceShort',
  /** The gateway answers an error page without a signature. */
  'down',
] as const

export type Fault = (typeof faults)[number]
export type Faults = Armed<Fault>
