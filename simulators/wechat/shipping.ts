/** Where a shop tells WeChat that what was paid for is on its way; until then the money is kept back. */
import type { FastifyInstance } from 'fastify'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { ControlError, fieldsOf } from '../control'
import type { Paid } from '../paid'
import { refusal } from './refusal'
import { tokenIn } from './server-calls'
import type { Tokens } from './tokens'

interface Upload {
  logisticsType: number
  deliveryMode: number
  parcels: Record<string, unknown>[]
  uploadTime: string
  openid: string
  uploads: number
}

/** WeChat learns of a payment a little later than the shop. */
const KNOWN_AFTER_MS = 60_000
const MOST_PARCELS = 15
const MOST_UPLOADS = 2
const MOST_REMEMBERED = 10_000
const COMPANIES = [
  ['SF', '顺丰速运'],
  ['ZTO', '中通快递'],
  ['YTO', '圆通速递'],
  ['YD', '韵达速递'],
  ['STO', '申通快递'],
  ['EMS', '中国邮政速递物流'],
  ['JD', '京东快递'],
  ['JTSD', '极兔速递'],
].map(([delivery_id, delivery_name]) => ({ delivery_id, delivery_name }))

export function shippingDesk(app: FastifyInstance, mini: Tokens, paid: Paid, clock: Clock): void {
  const uploads = new Map<string, Upload>()
  let isManaged = true

  app.post('/wxa/sec/order/is_trade_managed', async request => {
    const refused = mini.refuse(tokenIn(request.query))
    if (refused) return refused
    if (fieldsOf(request.body).appid !== mini.appid) return refusal(40013, 'invalid appid')
    return { errcode: 0, errmsg: 'ok', is_trade_managed: isManaged }
  })

  app.post('/cgi-bin/express/delivery/open_msg/get_delivery_list', async request => {
    const refused = mini.refuse(tokenIn(request.query))
    return refused ?? { errcode: 0, count: COMPANIES.length, delivery_list: COMPANIES }
  })

  app.post('/wxa/sec/order/upload_shipping_info', async request => {
    const refused = mini.refuse(tokenIn(request.query))
    if (refused) return refused
    const fields = fieldsOf(request.body)
    const key = asRecord(fields.order_key)
    const order = Number(key.order_number_type) === 2 ? paid.byTransaction(key.transaction_id) : undefined
    if (!order || clock.now().getTime() - order.at.getTime() < KNOWN_AFTER_MS) return refusal(10060001, '支付单不存在')
    const problem = problemIn(fields, order.openid)
    if (problem) return refusal(10060002, problem)
    const known = uploads.get(order.transactionId)
    if (known && known.uploads >= MOST_UPLOADS) return refusal(10060003, '支付单已使用重新发货机会')
    const upload = {
      logisticsType: Number(fields.logistics_type),
      deliveryMode: Number(fields.delivery_mode),
      parcels: fields.shipping_list as Record<string, unknown>[],
      uploadTime: String(fields.upload_time),
      openid: order.openid,
      uploads: (known?.uploads ?? 0) + 1,
    }
    if (known && known.uploadTime >= upload.uploadTime) return refusal(10060012, '发货时间需晚于上次')
    remember(uploads, order.transactionId, upload, MOST_REMEMBERED)
    return { errcode: 0, errmsg: 'ok' }
  })

  /** What was uploaded for the newest payments, the newest last. */
  app.get('/shipped', async () => ({
    uploads: [...uploads].map(([transactionId, upload]) => ({ transactionId, ...upload })),
  }))

  /** Whether this mini-program has the duty at all. */
  app.post('/trade-managed', async request => {
    const { value } = fieldsOf(request.body)
    if (typeof value !== 'boolean') throw new ControlError(400, 'value must be true or false')
    isManaged = value
    return {}
  })
}

const asRecord = (value: unknown) => (typeof value === 'object' && value ? (value as Record<string, unknown>) : {})

/** What is wrong with an upload, or nothing. */
function problemIn(fields: Record<string, unknown>, openid: string): string | undefined {
  const { logistics_type: type, delivery_mode: mode, shipping_list: parcels } = fields
  if (![1, 2, 3, 4].includes(Number(type))) return 'logistics_type'
  if (!Array.isArray(parcels) || parcels.length === 0 || parcels.length > MOST_PARCELS) return 'shipping_list'
  if (mode === 1 && parcels.length !== 1) return 'unified delivery has one parcel'
  if (mode === 2 && (type !== 1 || typeof fields.is_all_delivered !== 'boolean')) return 'split delivery'
  if (mode !== 1 && mode !== 2) return 'delivery_mode'
  if (asRecord(fields.payer).openid !== openid) return 'payer.openid'
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/.test(String(fields.upload_time))) return 'upload_time'
  return parcels.map(parcel => problemOfParcel(asRecord(parcel), type === 1)).find(Boolean)
}

function problemOfParcel(parcel: Record<string, unknown>, isExpress: boolean): string | undefined {
  const { item_desc: items, tracking_no: number, express_company: company } = parcel
  if (typeof items !== 'string' || !items || items.length > 120) return 'item_desc'
  if (!isExpress) return undefined
  if (!number || !COMPANIES.some(({ delivery_id }) => delivery_id === company)) return 'express_company'
  const contact = String(asRecord(parcel.contact).receiver_contact)
  return company === 'SF' && !/^\d{3}\*{4}\d{4}$/.test(contact) ? 'contact' : undefined
}
