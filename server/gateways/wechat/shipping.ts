/** Telling WeChat that what was paid for is on its way: until then it keeps the money back. */
import { GatewayError } from '../error'
import { asObject, asText } from '../json'
import type { LentValues } from '../lent'
import type { Caller } from './call'

/** WeChat's numbers. */
export const LOGISTICS = { express: 1, sameCity: 2, virtual: 3, pickUp: 4 } as const

export interface ShippingInfo {
  transactionId: string
  openid: string
  logistics: (typeof LOGISTICS)[keyof typeof LOGISTICS]
  parcels: readonly { items: string; company?: string; trackingNumber?: string; receiverMobile?: string | undefined }[]
  at: Date
}

export interface Company {
  id: string
  name: string
}

/** `notYet`: WeChat does not know the payment yet. `spent`: it was told, and corrected once, already. */
const refusals: Record<number, string> = {
  10060001: 'notYet',
  10060003: 'spent',
  10060023: 'unchanged',
  268440065: 'unchanged',
}
const DAY_SECONDS = 86_400
const LONGEST_ITEMS = 120

/** Throws `GatewayError`; `notYet` is worth another try. What WeChat knows already is done. */
export async function uploadShipping(caller: Caller, info: ShippingInfo): Promise<void> {
  const isSplit = info.parcels.length > 1
  const body = {
    order_key: { order_number_type: 2, transaction_id: info.transactionId },
    logistics_type: info.logistics,
    delivery_mode: isSplit ? 2 : 1,
    ...(isSplit && { is_all_delivered: true }),
    shipping_list: info.parcels.map(({ items, company, trackingNumber, receiverMobile }) => ({
      item_desc: items.slice(0, LONGEST_ITEMS),
      ...(trackingNumber && { tracking_no: trackingNumber, express_company: company }),
      ...(receiverMobile && { contact: { receiver_contact: masked(receiverMobile) } }),
    })),
    upload_time: beijing(info.at),
    payer: { openid: info.openid },
  }
  try {
    await caller.json({ path: '/wxa/sec/order/upload_shipping_info', body, repeatable: true, refusals })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (error.code === 'unchanged') return
    if (error.code !== 'notYet') throw error
    throw new GatewayError('wechat', 'notYet', { sent: 'yes', retry: true, detail: 'errcode 10060001' })
  }
}

/** Whether this mini-program has the duty to tell; asked once a day. */
export async function isTradeManaged(caller: Caller, lent: LentValues, appid: string): Promise<boolean> {
  const value = await lent.current(`wechat managed ${appid}`, async () => {
    const answer = await caller.json({ path: '/wxa/sec/order/is_trade_managed', body: { appid }, repeatable: true })
    return { value: answer.is_trade_managed === true ? 'yes' : 'no', seconds: DAY_SECONDS }
  })
  return value === 'yes'
}

/** The companies that WeChat knows, by its own short names; asked once a day. */
export async function expressCompanies(caller: Caller, lent: LentValues, appid: string): Promise<Company[]> {
  const json = await lent.current(`wechat companies ${appid}`, async () => {
    const path = '/cgi-bin/express/delivery/open_msg/get_delivery_list'
    const { delivery_list: list } = await caller.json({ path, body: {}, repeatable: true })
    const companies = (Array.isArray(list) ? list : []).map(asObject).flatMap(row => {
      const [id, name] = [asText(row?.delivery_id), asText(row?.delivery_name)]
      return id && name ? [{ id, name }] : []
    })
    return { value: JSON.stringify(companies), seconds: DAY_SECONDS }
  })
  return JSON.parse(json) as Company[]
}

const masked = (mobile: string) => mobile.replace(/^(\d{3})\d+(\d{4})$/, '$1****$2')

/** `2026-01-31T08:00:00.000+08:00`. */
const beijing = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
