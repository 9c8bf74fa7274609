/** Telling shoppers what happened to their orders and bargains, when they have asked for it. */
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { openidOf } from '../user/wechat-identity'
import { addConsents, dropConsents, takeConsent } from './consents'
import { occasionOf, type Told } from './occasions'
import { templatesOf } from './templates'

/** `fact` keeps two events of one order apart. */
export type Happened = Told & { fact?: string }

/** In the transaction in which it happens. */
export function tellShopper(tx: Tx, merchantId: number, { fact = '', ...told }: Happened, now: Date): Promise<void> {
  const about = told.event === 'bargain' ? `bargain:${told.bargainId}` : `order:${told.orderId}`
  const key = `${about}:${told.event}${fact}`
  return enqueue(tx, { merchantId, kind: 'tellShopper', key, payload: told, runAt: now }, now)
}

/** Throws what is worth another try; a message that WeChat does not bring is no fault of the order's. */
export async function sendTold({ merchantId, payload }: Job<'tellShopper'>, services: Services): Promise<void> {
  const { db, gateways, statement, log } = services
  const template = (await templatesOf(db, merchantId)).find(({ event }) => event === payload.event)
  const occasion = template && (await occasionOf(db, merchantId, payload))
  if (!template || !occasion) return
  const { userId, page, words } = occasion
  const whose = { merchantId, userId }
  const who = await openidOf(db, merchantId, gateways.appid, userId)
  if (!who || !(await statement(tx => takeConsent(tx, whose, template.templateId)))) return
  const fields = Object.entries(template.words).map(([field, word]) => [field, words[word]] as const)
  try {
    await gateways.wechat.sendMessage({
      openid: who.openid,
      templateId: template.templateId,
      page,
      fields: Object.fromEntries(fields),
    })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.code === 'notAllowed') {
      await statement(tx => dropConsents(tx, whose, template.templateId))
      return
    }
    // Nothing was sent: the consent is still there, for the next try or the next event.
    await services.transaction(tx => addConsents(tx, whose, [template.templateId]))
    if (error.retry) throw error
    log.error({ err: error, event: payload.event }, 'a message to a shopper was refused: its template does not fit')
  }
}
