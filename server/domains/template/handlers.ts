import type { template } from '../../../contract/template'
import type { Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { someOf } from '../../paging'
import { addConsents, consentsOf } from './consents'
import { templatesOf } from './templates'

export const templateHandlers: Handlers<typeof template> = {
  async wxTemplateNumberList(_, { db, merchant, user }) {
    const left = await consentsOf(db, { merchantId: merchant.id, userId: user.id })
    const countById = new Map(left.map(({ template_id, left_count }) => [template_id, left_count]))
    return someOf(await templatesOf(db, merchant.id)).map(({ event, templateId }) => ({
      event,
      templateId,
      number: countById.get(templateId) ?? 0,
    }))
  },

  async wxTemplateNumberSubscribe({ templateIds }, { db, transaction, merchant, user }) {
    const known = (await templatesOf(db, merchant.id)).map(({ templateId }) => templateId)
    const allowed = templateIds.filter(id => known.includes(id))
    if (allowed.length === 0) throw new Refusal('noData')
    await transaction(tx => addConsents(tx, { merchantId: merchant.id, userId: user.id }, allowed))
  },

  async addTempleMsgFormid() {},

  async sendTempleMsg({ template_id: wanted, module }, { db, transaction, merchant, user }) {
    const isKnown = (await templatesOf(db, merchant.id)).some(({ templateId }) => templateId === wanted)
    // What a client says at once about itself is nothing that the shop could stand for.
    if (!isKnown || module === 'immediately') throw new Refusal('noData')
    await transaction(tx => addConsents(tx, { merchantId: merchant.id, userId: user.id }, [wanted]))
  },
}
