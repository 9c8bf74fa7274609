/**
 * Which template tells of which event. The shop keeper picks templates in WeChat's console and writes them down as
 * `<template id>;character_string1:number;amount2:amount;thing3:goods`: WeChat's fields, and what of ours goes into each.
 */
import type { Db } from '../../db/database'
import { publicSettings } from '../site/settings'

/** `finished`: taken for received because time has passed. `bargain`: it is at its floor. `group`: it is complete. */
export const EVENTS = ['paid', 'shipped', 'finished', 'refunded', 'bargain', 'group'] as const
export type TemplateEvent = (typeof EVENTS)[number]

/** What of ours can stand in a message. */
export const WORDS = ['number', 'amount', 'goods', 'time', 'shipper', 'tracking', 'shop'] as const
export type Word = (typeof WORDS)[number]

export interface Template {
  event: TemplateEvent
  templateId: string
  words: Record<string, Word>
}

export const settingOfEvent = (event: TemplateEvent) => `subscribe_${event}`

/** Undefined for what is no template. */
export function readTemplate(event: TemplateEvent, text: string): Template | undefined {
  const [templateId = '', ...pairs] = text.split(';').map(part => part.trim())
  if (!/^[\w-]{20,64}$/.test(templateId) || pairs.length === 0) return undefined
  const words: Record<string, Word> = {}
  for (const pair of pairs) {
    const [field = '', word = ''] = pair.split(':')
    const known = WORDS.find(one => one === word)
    if (!/^[a-z_]{2,30}\d{1,2}$/.test(field) || !known) return undefined
    words[field] = known
  }
  return { event, templateId, words }
}

export async function templatesOf(db: Db, merchantId: number): Promise<Template[]> {
  const settings = await publicSettings(db, merchantId, EVENTS.map(settingOfEvent))
  return EVENTS.flatMap(event => {
    const text = settings.find(({ key }) => key === settingOfEvent(event))?.value
    const template = text === undefined ? undefined : readTemplate(event, text)
    return template ? [template] : []
  })
}
