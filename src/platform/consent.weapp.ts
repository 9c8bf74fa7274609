import Taro from '@tarojs/taro'
import { asMe, asMeIfSignedIn, wxapi } from '@/api'

/** WeChat takes three at once. */
const MOST = 3
let templateIds: string[] = []

/** What could be asked for is known before the tap, because WeChat opens its sheet for the first call of a tap alone. */
export async function prepareConsent(): Promise<void> {
  const templates = await asMeIfSignedIn(token => wxapi.wxTemplateNumberList(token)).catch(() => undefined)
  templateIds = (templates ?? []).map(({ templateId }) => templateId).slice(0, MOST)
}

/** In a tap: whether WeChat may tell of the order. Whoever says no is not asked again in this visit. */
export async function askConsent(): Promise<void> {
  const asked = templateIds
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
  templateIds = allowed
  if (allowed.length === 0) return
  // Nothing depends on it but the message: the order goes on.
  await asMe(token => wxapi.wxTemplateNumberSubscribe({ token, templateIds: allowed.join(',') })).catch(() => {})
}
