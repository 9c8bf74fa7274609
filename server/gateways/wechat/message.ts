/** Messages that a shopper has asked for, one at a time. */
import type { Caller } from './call'

export interface TemplateMessage {
  openid: string
  templateId: string
  page: string
  /** WeChat's fields; what is longer than a field takes is cut. */
  fields: Readonly<Record<string, string>>
}

const refusals: Record<number, string> = {
  40003: 'notAllowed',
  43101: 'notAllowed',
  40037: 'templateUnknown',
  47003: 'dataInvalid',
  41030: 'pageUnknown',
}
/** By the name of a field without its number. */
const LONGEST: Readonly<Record<string, number>> = { thing: 20, character_string: 32, phrase: 5, letter: 32, number: 32 }

/** Throws `GatewayError`, `notAllowed` when the shopper does not want it. Not repeated: a second message would be a nuisance. */
export async function sendMessage(
  caller: Caller,
  { openid, templateId, page, fields }: TemplateMessage,
): Promise<void> {
  const data = Object.entries(fields).map(([field, value]) => [field, { value: fitted(field, value) }])
  const body = { touser: openid, template_id: templateId, page, lang: 'zh_CN', data: Object.fromEntries(data) }
  await caller.json({ path: '/cgi-bin/message/subscribe/send', body, refusals })
}

const fitted = (field: string, value: string): string => {
  const most = LONGEST[field.replace(/\d+$/, '')]
  return most === undefined || value.length <= most ? value : `${value.slice(0, most - 1)}…`
}
