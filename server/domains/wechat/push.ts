/** Messages that WeChat pushes: taken in once each, answered at once. What takes longer is a job's. */
import type { Tx } from '../../db/database'
import type { PushingApp } from '../../gateways'
import { asObject, asText, type JsonObject } from '../../gateways/json'
import type { Services } from '../../services'
import { pushEvents } from './push-events'
import { listReplies, replyTo } from './replies'

export interface PushedMessage {
  app: PushingApp
  fields: JsonObject
}

/** The words of the answer; nothing when there is nothing to say. */
export async function takeIn(
  services: Services,
  merchantId: number,
  { app, fields }: PushedMessage,
): Promise<string | undefined> {
  const { db, transaction, clock } = services
  const now = clock.now()
  const event = asText(fields.Event)
  const handler = event && pushEvents[event]
  if (handler) {
    await transaction(async tx => {
      if (await isNew(tx, merchantId, keyOf(fields), now)) await handler(tx, { merchantId, app, fields, services, now })
    })
    return undefined
  }
  // Only an official account answers in the answer itself; in a mini-program a person does.
  if (app !== 'official') return undefined
  const said = saidIn(fields)
  return said && replyTo(await listReplies(db, merchantId), said)
}

/** What replies are looked up by: words, or an event's name. */
function saidIn(fields: JsonObject): string | undefined {
  if (fields.MsgType === 'text') return asText(fields.Content)?.trim()
  if (fields.MsgType !== 'event') return '@default'
  const key = asText(fields.EventKey)
  switch (String(fields.Event).toLowerCase()) {
    case 'subscribe':
      return '@subscribe'
    case 'click':
      return key && `@click:${key}`
    case 'scan':
      return '@scan'
    default:
      return undefined
  }
}

/** WeChat says the same thing again when our answer was late: its number, or who, when, what. */
export function keyOf(fields: JsonObject): string {
  const id = asText(fields.MsgId) ?? asText(fields.msg_id)
  if (id) return `id ${id}`
  const own = asText(fields.OutTradeNo) ?? asText(fields.trace_id) ?? asText(fields.MchRefundId) ?? complaintIn(fields)
  return ['event', fields.FromUserName, fields.CreateTime, fields.Event, own ?? ''].map(String).join(' ').slice(0, 300)
}

function complaintIn(fields: JsonObject): string | undefined {
  const about = asObject(fields.BussiCallBackInfo)
  return about && `${asText(about.complaint_order_id)} ${asText(about.status)}`
}

async function isNew(tx: Tx, merchantId: number, key: string, now: Date): Promise<boolean> {
  const row = await tx
    .insertInto('wechat_messages')
    .values({ merchant_id: merchantId, key, received_at: now.getTime() })
    .onConflict(conflict => conflict.columns(['merchant_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}
