/** WeChat's check of what people publish. */
import { GatewayError } from '../error'
import { asObject, asText, type JsonObject } from '../json'
import type { Caller } from './call'

export type Verdict = 'pass' | 'review' | 'risky'

/** WeChat's numbers of where something is published. */
export const SCENES = { profile: 1, comment: 2 } as const
export type Scene = keyof typeof SCENES

export interface CheckedText {
  /** Who wrote it; WeChat knows people for two hours after they were there. */
  openid: string
  scene: Scene
  text: string
}

export interface CheckedPicture {
  openid: string
  scene: Scene
  /** An address that WeChat can fetch. */
  url: string
}

const MOST_CHARACTERS = 2500
const IMAGE = 2
/** `away`: who wrote it was not there lately, or is nobody of this mini-program. */
const refusals: Record<number, string> = { 40003: 'away', 43104: 'away', 61010: 'away' }

/** Throws `GatewayError`, `away` for a person whom WeChat does not judge for now. */
export async function checkText(caller: Caller, { openid, scene, text }: CheckedText): Promise<Verdict> {
  const body = { version: 2, openid, scene: SCENES[scene], content: [...text].slice(0, MOST_CHARACTERS).join('') }
  const answer = await caller.json({ path: '/wxa/msg_sec_check', body, repeatable: true, refusals })
  return verdictIn(answer) ?? unclear()
}

/** The number under which WeChat will push what it finds. Throws likewise. */
export async function checkPicture(caller: Caller, { openid, scene, url }: CheckedPicture): Promise<string> {
  const body = { version: 2, openid, scene: SCENES[scene], media_url: url, media_type: IMAGE }
  const { trace_id } = await caller.json({ path: '/wxa/media_check_async', body, repeatable: true, refusals })
  return asText(trace_id) ?? unclear()
}

/** Of an answer, or of a pushed result; a risky text has no error number. */
export function verdictIn(fields: JsonObject): Verdict | undefined {
  const suggest = asText(asObject(fields.result)?.suggest)
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : undefined
}

function unclear(): never {
  throw new GatewayError('wechat', 'unreadable', { sent: 'yes', retry: true, detail: 'no verdict' })
}
