/** Orders as WXAPI spells them. */
import type { Selectable } from 'kysely'
import type { OrderLineTable, OrderTable, ShipmentTable } from '../../db/tables'
import { readJson } from '../../json'
import { type Addition, additionAnswers } from '../goods/additions'
import { bookingAnswer, bookingsIn } from '../goods/booking'
import { regionNames } from '../region/regions'
import { confirmAt } from './confirm'
import { STATUS, STATUS_TEXTS } from './status'

export type OrderRow = Selectable<OrderTable>
export type OrderLineRow = Selectable<OrderLineTable>
/** What a shopper told at checkout, with the label that asked for it. */
export interface FilledField {
  key: string
  label: string
  value: string
}

export type ShipmentRow = Selectable<ShipmentTable>

/** Where goods go; region ids as the address book has them. */
export interface OrderAddress {
  linkMan: string
  mobile: string
  address: string
  code: string
  latitude?: number | undefined
  longitude?: number | undefined
  province_id: string
  city_id: string
  district_id: string
  street_id: string
}

const moment = (at: number | null) => (at === null ? undefined : new Date(at))

/** Paid, and not to be sent before the group is complete. */
export const awaitsTeam = ({ status, awaits_team }: OrderRow): boolean => status === STATUS.paid && awaits_team === 1

export const orderOf = (row: OrderRow) => ({
  id: row.id,
  orderNumber: row.order_number,
  uid: row.user_id,
  userId: row.merchant_id,
  shopId: row.shop_id,
  status: row.status,
  statusStr: awaitsTeam(row) ? '待成团' : (STATUS_TEXTS[row.status] ?? ''),
  type: 0,
  amount: row.amount_fen,
  amountLogistics: row.freight_fen,
  amountReal: row.real_fen,
  score: 0,
  goodsNumber: row.goods_number,
  isNeedLogistics: row.needs_logistics === 1,
  isPay: row.paid_at !== null,
  isCanHx: row.hx_number !== null,
  hxNumber: row.hx_number ?? undefined,
  shopIdZt: row.branch_id || undefined,
  shopNameZt: row.branch_name || undefined,
  peisongType: row.delivery || undefined,
  remark: row.remark,
  hasRefund: row.has_refund === 1,
  refundStatus: row.refunded_fen > 0 ? 1 : 0,
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
  dateClose: row.status === STATUS.closed ? moment(row.closed_at) : moment(row.close_at),
  datePay: moment(row.paid_at),
  dateDelivery: moment(row.shipped_at),
  pingtuanOpenId: row.team_id ?? undefined,
  awaitsTeam: awaitsTeam(row) || undefined,
  dateConfirm: row.status === STATUS.shipped && row.shipped_at !== null ? confirmAt(row.shipped_at) : undefined,
  supplyState: row.has_supply === 1 ? row.supply_state : undefined,
})

export const lineOf = (row: OrderLineRow) => ({
  id: row.id,
  orderId: row.order_id,
  goodsId: row.goods_id,
  goodsName: row.goods_name,
  pic: row.pic,
  picColor: row.pic_color,
  property: row.property,
  propertyChildIds: row.pairs ? `${row.pairs},` : '',
  number: row.number,
  amountSingle: row.unit_fen,
  amount: row.amount_fen,
  originalPrice: row.original_fen,
  score: 0,
  afterSale: row.after_sale,
  supplyType: row.supply_type,
  fields: row.fields_json === '[]' ? undefined : readJson<FilledField[]>(row.fields_json),
  additions: row.additions_json === '[]' ? undefined : additionAnswers(readJson<Addition[]>(row.additions_json)),
  ...bookingAnswer(bookingsIn(row.bookings_json)),
  buyRewardEnd: false,
  uid: row.user_id,
  userId: row.merchant_id,
})

export function logisticsOf(row: OrderRow, shipment?: ShipmentRow) {
  if (row.address_json === null) return undefined
  const { linkMan, mobile, address, code, latitude, longitude, ...regions } = readJson<OrderAddress>(row.address_json)
  return {
    linkMan,
    mobile,
    mobileMask: mobile.replace(/^(.{3}).*(.{4})$/, '$1****$2'),
    provinceId: regions.province_id,
    cityId: regions.city_id,
    districtId: regions.district_id,
    streetId: regions.street_id,
    ...regionNames(regions),
    address,
    code,
    latitude,
    longitude,
    shipperName: shipment?.shipper,
    trackingNumber: shipment?.tracking_number,
  }
}

/** What happened to an order, read off its own times: the oldest first. */
export function logsOf(row: OrderRow) {
  const steps = [
    [row.created_at, '下单', 0],
    [row.paid_at, '支付', 1],
    [row.shipped_at, '发货', 2],
    [row.received_at, row.needs_logistics ? '确认收货' : '交易完成', 3],
    [row.reviewed_at, '评价', 4],
    [row.closed_at, '关闭', -1],
  ] as const
  return steps.flatMap(([at, typeStr, type]) => (at === null ? [] : [{ type, typeStr, dateAdd: new Date(at) }]))
}
