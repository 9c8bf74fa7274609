/** Has WeChat judge what it could not judge at once, and takes in what it pushes of pictures. */
import type { Db } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import { asText } from '../../gateways/json'
import type { Scene } from '../../gateways/wechat/content'
import { verdictIn } from '../../gateways/wechat/content'
import type { Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { openidOf } from '../user/wechat-identity'
import type { PushHandler } from '../wechat/push-events'
import { settle } from './decide'
import { findHeld, type HeldContent, picturesOf } from './held'

const SCENE_OF: Record<string, Scene> = { nick: 'profile', avatar: 'profile', review: 'comment', comment: 'comment' }

/** Throws what is worth another try. The late one leaves to a person what has no verdict by then. */
export async function checkContent(
  { merchantId, key, payload }: Job<'checkContent'>,
  services: Services,
): Promise<void> {
  const content = await findHeld(services.db, merchantId, payload.contentId)
  if (content?.state !== 'checking') return
  if (key.endsWith(':late')) await giveUpJudging(services, content)
  else await judge(services, content)
  await services.transaction(tx => settle(tx, merchantId, content.id, services.clock.now()))
}

async function judge(services: Services, content: HeldContent): Promise<void> {
  const { gateways, db, statement } = services
  const { merchant_id, id, kind, text, text_verdict } = content
  const openid = await openidOfWriter(db, gateways.appid, content)
  const scene = SCENE_OF[kind] ?? 'comment'
  if (!openid) return giveUpJudging(services, content)
  if (!text_verdict) {
    const verdict = await gateways.wechat.checkText({ openid, scene, text }).catch(asReview)
    await statement(tx =>
      tx
        .updateTable('held_contents')
        .set({ text_verdict: verdict })
        .where('merchant_id', '=', merchant_id)
        .where('id', '=', id)
        .execute(),
    )
  }
  for (const { place, path, trace_id, verdict } of await picturesOf(db, merchant_id, id)) {
    if (trace_id || verdict) continue
    const asked = await gateways.wechat
      .checkPicture({ openid, scene, url: addressOf(services, path) })
      .then(trace => ({ trace_id: trace }))
      .catch(error => ({ verdict: asReview(error) }))
    await statement(tx =>
      tx
        .updateTable('checked_pictures')
        .set(asked)
        .where('merchant_id', '=', merchant_id)
        .where('content_id', '=', id)
        .where('place', '=', place)
        .execute(),
    )
  }
}

/** Nobody will say more: the shop keeper looks at it. */
async function giveUpJudging({ transaction }: Services, { merchant_id, id }: HeldContent): Promise<void> {
  await transaction(async tx => {
    await tx
      .updateTable('held_contents')
      .set({ text_verdict: 'review' })
      .where('merchant_id', '=', merchant_id)
      .where('id', '=', id)
      .where('text_verdict', '=', '')
      .execute()
    await tx
      .updateTable('checked_pictures')
      .set({ verdict: 'review' })
      .where('merchant_id', '=', merchant_id)
      .where('content_id', '=', id)
      .where('verdict', '=', '')
      .execute()
  })
}

/** `wxa_media_check`: what WeChat has found of one picture. A result that says nothing leaves it to a person. */
export const pictureChecked: PushHandler = async (tx, { merchantId, fields, now }) => {
  const traceId = asText(fields.trace_id)
  if (!traceId) return
  const row = await tx
    .updateTable('checked_pictures')
    .set({ verdict: verdictIn(fields) ?? 'review' })
    .where('merchant_id', '=', merchantId)
    .where('trace_id', '=', traceId)
    .where('verdict', '=', '')
    .returning('content_id')
    .executeTakeFirst()
  if (row) await settle(tx, merchantId, row.content_id, now)
}

function asReview(error: unknown): 'review' {
  if (!(error instanceof GatewayError) || error.retry) throw error
  return 'review'
}

async function openidOfWriter(db: Db, appid: string, { merchant_id, user_id }: HeldContent) {
  return user_id === null ? undefined : (await openidOf(db, merchant_id, appid, user_id))?.openid
}

/** WeChat fetches pictures itself. */
const addressOf = ({ config }: Services, path: string) =>
  path.startsWith('/') ? `${config.publicUrl ?? `http://127.0.0.1:${config.port}`}${path}` : path
