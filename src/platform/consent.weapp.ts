import Taro from '@tarojs/taro'
import { asMe, asMeIfSignedIn, wxapi } from '@/api'
import type { Occasion } from './consent.h5'

/** What each tap is about, the most wanted first: WeChat takes three at once. */
const EVENTS: Readonly<Record<Occasion, readonly string[]>> = {
  order: ['paid', 'shipped', 'refunded'],
  group: ['group', 'shipped', 'refunded'],
  bargain: ['bargain'],
}

let templates: { event: string; templateId: string }[] = []

/** What could be asked for is known before the tap, because WeChat opens its sheet for the first call of a tap alone. */
export async function prepareConsent(): Promise<void> {
  templates = (await asMeIfSignedIn(token => wxapi.wxTemplateNumberList(token)).catch(() => undefined)) ?? []
}

/** In a tap: whether WeChat may tell of it. Whoever says no is not asked again in this visit. */
export async function askConsent(occasion: Occasion): Promise<void> {
  const asked = EVENTS[occasion].flatMap(event => templates.find(one => one.event === event)?.templateId ?? [])
  if (asked.length === 0) return
  const answer = await new Promise<Record<string, string>>(resolve => {
    Taro.requestSubscribeMessage({
      tmplIds: asked,
      entityIds: [],
      success: result => resolve(result as unknown as Record<string, string>),
      fail: () => resolve({}),
    })
  })
  const allowed = asked.filter(id => answer[id] === 'accept')
  templates = templates.filter(({ templateId }) => !asked.includes(templateId) || allowed.includes(templateId))
  if (allowed.length === 0) return
  // Nothing depends on it but the message: what was tapped goes on.
  await asMe(token => wxapi.wxTemplateNumberSubscribe({ token, templateIds: allowed.join(',') })).catch(() => {})
}
