import type { ThirdParty } from '../../contract/third-party'
import { templatesOf } from '../domains/template/templates'
import { Refusal } from '../http/refusal'
import type { InterfaceHandler } from './frame'

/** The interface's own names of our events. */
const NAMES = {
  paid: 'order_pay_success',
  shipped: 'delivery_notice',
  finished: 'order_complete',
  refunded: 'refund_notice',
  bargain: 'bargain_floor',
  group: 'group_complete',
} as const

export const template: InterfaceHandler<ThirdParty['template']> = async (_, { db, merchant }) => {
  const templates = await templatesOf(db, merchant.id)
  if (templates.length === 0) throw new Refusal('noData')
  return Object.fromEntries(templates.map(({ event, templateId }) => [NAMES[event], templateId]))
}
