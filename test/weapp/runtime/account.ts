/** Who the person is, and what they pay. */
import { type Answering, Failure, type Options, type WxFunction } from './callbacks'
import type { Phone } from './phone'

const NEEDED_TO_PAY = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']

export const account = (phone: Phone, answers: Answering): Record<string, WxFunction> => ({
  login: answers('login', () => {
    if (phone.isOffline) throw new Failure('fail net::ERR_INTERNET_DISCONNECTED')
    return { code: phone.loginCode() }
  }),
  requestSubscribeMessage: answers('requestSubscribeMessage', async (options: Options) => {
    const templates = options.tmplIds as string[]
    if (templates.length > 3) throw new Failure('fail Templates count out of max bounds')
    phone.asked.push(templates)
    for (const templateId of phone.allowsMessages ? templates : [])
      await phone.shop.sim('/wechat/allow-message', { name: phone.person, templateId })
    return Object.fromEntries(templates.map(id => [id, phone.allowsMessages ? 'accept' : 'reject']))
  }),
  requestPayment: answers('requestPayment', async (options: Options) => {
    const missing = NEEDED_TO_PAY.filter(name => typeof options[name] !== 'string' || !options[name])
    if (missing.length) throw new Failure(`fail parameter error: ${missing.join(', ')}`)
    if (phone.payer === 'fails') throw new Failure('fail (detail: the system is busy)')
    const sheet = Object.fromEntries(NEEDED_TO_PAY.map(name => [name, options[name]]))
    if (phone.payer === 'pays') {
      await phone.shop.sim('/wechatpay/confirm', sheet)
      return {}
    }
    await phone.shop.sim('/wechatpay/cancel', sheet)
    throw new Failure('fail cancel')
  }),
})
