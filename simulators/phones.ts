/** The phones that text messages reach, whichever provider sends them. */
import type { FastifyInstance } from 'fastify'
import { ControlError, fieldsOf, textOf } from './control'
import type { Messages } from './messages'

/** A fault in which the message leaves and the answer says nothing. */
export const LOST = 'lost'

export function phones(app: FastifyInstance, messages: Messages): void {
  /** From now on messages to a number are refused with this code; `lost` sends them and says nothing; empty ends it. */
  app.post('/sms/refuse', async request => {
    const { mobile, code } = fieldsOf(request.body)
    messages.refuse(String(mobile), String(code ?? ''))
    return {}
  })

  app.get('/sms', async request => {
    const last = messages.last(textOf(fieldsOf(request.query), 'mobile'))
    if (!last) throw new ControlError(404, 'no message to this number')
    const text = `【${last.signName}】您的验证码为 ${last.params.code}，请勿告知他人。`
    return { ...last, code: last.params.code, text, sentAt: last.sentAt.toISOString() }
  })
}
