/** What WeChat's events make happen, one line each. Their names are WeChat's. */
import type { Tx } from '../../db/database'
import type { PushingApp } from '../../gateways'
import { asText, type JsonObject } from '../../gateways/json'
import type { Services } from '../../services'
import { pictureChecked } from '../content/job'
import { refundTold } from '../refund/due'
import { virtualTold } from '../virtual/settle'
import { complaintMoved, virtualComplaint } from './complaints'

export interface PushEvent {
  merchantId: number
  app: PushingApp
  fields: JsonObject
  services: Services
  now: Date
}

/** In the transaction that remembers the message, so that it is done once. No network call: a job does what needs one. */
export type PushHandler = (tx: Tx, event: PushEvent) => Promise<void>

export const pushEvents: Readonly<Record<string, PushHandler>> = {
  xpay_goods_deliver_notify: (tx, { merchantId, fields, now }) =>
    virtualTold(tx, merchantId, asText(fields.OutTradeNo) ?? '', now),
  xpay_refund_notify: (tx, { merchantId, fields, now }) =>
    refundTold(tx, merchantId, asText(fields.MchRefundId) ?? '', now),
  xpay_complaint_notify: virtualComplaint,
  complaint_callback: complaintMoved,
  wxa_media_check: pictureChecked,
}
