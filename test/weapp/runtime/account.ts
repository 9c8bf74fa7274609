/** Who the person is, what they pay, and what they let WeChat tell. */
import { type Answering, Failure, type Options, type WxFunction } from './callbacks'
import type { Phone } from './phone'

const NEEDED_TO_PAY = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']
const NEEDED_FOR_VIRTUAL = ['mode', 'signData', 'paySig', 'signature']
const NEEDED_TO_COLLECT = ['mchId', 'appId', 'package']
const CANCELLED = -2
const FAILED = -1
const STALE = -15007
const OUT_OF_TAP = 20001
const WRONG_COUNT = 20003
const MOST_TEMPLATES = 3

export const account = (phone: Phone, answers: Answering): Record<string, WxFunction> => ({
  login: answers('login', () => {
    if (phone.isOffline) throw new Failure('fail net::ERR_INTERNET_DISCONNECTED')
    phone.hasStaleKey = false
    return { code: phone.loginCode() }
  }),
  requestPayment: answers('requestPayment', async (options: Options) => {
    const sheet = needed(options, NEEDED_TO_PAY)
    if (phone.payer === 'fails') throw new Failure('fail (detail: the system is busy)')
    if (phone.payer === 'pays') {
      await phone.shop.sim('/wechatpay/confirm', sheet)
      return {}
    }
    await phone.shop.sim('/wechatpay/cancel', sheet)
    throw new Failure('fail cancel')
  }),
  requestVirtualPayment: answers('requestVirtualPayment', async (options: Options) => {
    const sheet = needed(options, NEEDED_FOR_VIRTUAL)
    if (phone.hasStaleKey) throw new Failure('fail session_key expired', STALE)
    if (phone.payer === 'fails') throw new Failure('fail', FAILED)
    if (phone.payer === 'cancels') throw new Failure('fail cancel', CANCELLED)
    await phone.shop.sim('/xpay/confirm', sheet)
    return {}
  }),
  ...(phone.hasTransfers && {
    requestMerchantTransfer: answers('requestMerchantTransfer', async (options: Options) => {
      const sheet = needed(options, NEEDED_TO_COLLECT)
      if (phone.payer === 'fails') throw new Failure('fail (detail: the system is busy)')
      if (phone.payer === 'cancels') throw new Failure('fail cancel')
      await phone.shop.sim('/wechatpay/transfers/confirm', { package: sheet.package })
      return {}
    }),
  }),
  requestSubscribeMessage(options: Options = {}) {
    const isInTap = phone.isTouched
    return answers('requestSubscribeMessage', async ({ tmplIds }) => {
      if (!isInTap) throw new Failure('fail can only be invoked by user TAP gesture', OUT_OF_TAP)
      const templates = tmplIds as string[]
      if (templates.length === 0 || templates.length > MOST_TEMPLATES)
        throw new Failure('fail Templates count out of max bounds', WRONG_COUNT)
      phone.asked.push(templates)
      for (const templateId of phone.allowsMessages ? templates : [])
        await phone.shop.sim('/wechat/allow-message', { name: phone.person, templateId })
      return Object.fromEntries(templates.map(id => [id, phone.allowsMessages ? 'accept' : 'reject']))
    })(options)
  },
})

function needed(options: Options, names: readonly string[]): Record<string, unknown> {
  const missing = names.filter(name => typeof options[name] !== 'string' || !options[name])
  if (missing.length) throw new Failure(`fail parameter error: ${missing.join(', ')}`)
  return Object.fromEntries(names.map(name => [name, options[name]]))
}

/** What the number button hands over: a code, for whoever lets it. */
export async function numberOf({ mobile, shop }: Phone): Promise<object> {
  if (!mobile) return { errMsg: 'getPhoneNumber:fail user deny' }
  if (mobile === 'none left') return { errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 1400001 }
  const { code } = await shop.sim('/wechat/phone-code', { mobile })
  return { errMsg: 'getPhoneNumber:ok', code }
}

/** WeChat takes as long as the script runs that the finger has started. */
export function touched(phone: Phone, run: () => void): void {
  phone.isTouched = true
  try {
    run()
  } finally {
    phone.isTouched = false
  }
}
