/** Money to a shopper's own WeChat, which the shopper takes by a tap: 商家转账, as it is for merchants since 2025. */
import { type Fen, fen } from '../../../contract/money'
import { GatewayError } from '../error'
import { asText, type JsonObject } from '../json'
import type { Caller } from './call'
import { PARTY } from './refusal'

const states = [
  'ACCEPTED',
  'PROCESSING',
  'WAIT_USER_CONFIRM',
  'TRANSFERING',
  'SUCCESS',
  'FAIL',
  'CANCELING',
  'CANCELLED',
] as const
/** `SUCCESS` alone means that the receiver has it. `FAIL` and `CANCELLED` mean that nobody ever will under this number. */
export type TransferState = (typeof states)[number]

export interface TransferSettings {
  mchid: string
  appid: string
  /** What WeChat Pay was told that the money is for, four digits: `1005` pays commissions. */
  scene: string
  /** What the scene asks to be said with each transfer, such as `岗位类型` and `报酬说明`. */
  reports: Readonly<Record<string, string>>
}

export interface TransferOrder {
  /** Up to 32 letters and digits. One number pays at most once, however often it is asked for. */
  billNo: string
  /** The receiver's in the mini-program. */
  openid: string
  amountFen: number
  /** What the receiver reads; cut at 32 characters. */
  remark: string
  /** Where WeChat Pay tells how it ended. */
  notifyUrl?: string | undefined
}

/** How a transfer stands. */
export interface Transferring {
  billNo: string
  state: TransferState
  amountFen: Fen
  /** While the receiver is to confirm: what `wx.requestMerchantTransfer` takes. Not every answer brings it. */
  packageInfo?: string | undefined
  /** WeChat Pay's own number and its reason, where it gave one. */
  transferNo?: string | undefined
  failReason?: string | undefined
}

/** Calls throw `GatewayError` as the others of WeChat Pay do, `shopBalanceShort` among them. */
export interface Transfers {
  /** Asked for again with the same number and content, it answers the same transfer. */
  send(order: TransferOrder): Promise<Transferring>
  /** Undefined when WeChat Pay has no such transfer. */
  query(order: TransferOrder): Promise<Transferring | undefined>
  /** Before the receiver has confirmed. Asking for it is not the end of it: query. */
  cancel(billNo: string): Promise<void>
  /** What the receiver's WeChat opens. */
  sheet(packageInfo: string): TransferSheet
}

/** What `wx.requestMerchantTransfer` takes. */
export interface TransferSheet {
  mchId: string
  appId: string
  package: string
}

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'
const LONGEST_REMARK = 32
/** From 2000 yuan on WeChat Pay wants the receiver's real name, which a shop does not know; below 10 fen it moves nothing. */
export const SMALLEST_TRANSFER = fen(10)
export const LARGEST_TRANSFER = fen(199_999)

export function createTransfers(call: Caller['call'], { mchid, appid, scene, reports }: TransferSettings): Transfers {
  return {
    async send(order) {
      const content = { appid, ...contentOf(order), transfer_scene_id: scene, ...reportsOf(reports) }
      return transferOf(await call('POST', BILLS, content), order, {})
    },

    async query(order) {
      const answer = await call('GET', `${BILLS}/out-bill-no/${numberOf(order.billNo)}`).catch(unknown)
      const { openid, amountFen } = order
      return answer && transferOf(answer, order, { mch_id: mchid, appid, openid, transfer_amount: amountFen })
    },

    async cancel(billNo) {
      await call('POST', `${BILLS}/out-bill-no/${numberOf(billNo)}/cancel`, {})
    },

    sheet: packageInfo => ({ mchId: mchid, appId: appid, package: packageInfo }),
  }
}

function contentOf({ billNo, openid, amountFen, remark, notifyUrl }: TransferOrder): JsonObject {
  const isAmount = Number.isSafeInteger(amountFen) && amountFen >= SMALLEST_TRANSFER && amountFen <= LARGEST_TRANSFER
  if (!isAmount) throw new GatewayError(PARTY, 'badRequest', { sent: 'no', detail: 'transfer_amount' })
  return {
    out_bill_no: numberOf(billNo),
    openid,
    transfer_amount: amountFen,
    transfer_remark: [...remark].slice(0, LONGEST_REMARK).join(''),
    ...(notifyUrl && { notify_url: notifyUrl }),
  }
}

const reportsOf = (reports: TransferSettings['reports']): JsonObject => {
  const infos = Object.entries(reports).map(([info_type, info_content]) => ({ info_type, info_content }))
  return infos.length > 0 ? { transfer_scene_report_infos: infos } : {}
}

/** `same`: what the answer must say as we do. An answer about another transfer proves nothing. */
function transferOf(json: JsonObject, { billNo, amountFen }: TransferOrder, same: JsonObject): Transferring {
  const state = states.find(known => known === json.state)
  const isSame = Object.entries(same).every(([name, value]) => json[name] === value)
  if (!state || !isSame || asText(json.out_bill_no) !== billNo)
    throw new GatewayError(PARTY, 'unreadable', { sent: 'maybe', detail: 'no transfer, or another one' })
  return {
    billNo,
    state,
    amountFen: fen(amountFen),
    packageInfo: asText(json.package_info),
    transferNo: asText(json.transfer_bill_no),
    failReason: asText(json.fail_reason),
  }
}

/** A notification tells that a transfer has ended; how, is asked for and not believed from here. */
export const readTransferEvent = (json: JsonObject): { billNo: string } | undefined => {
  const billNo = asText(json.out_bill_no)
  return billNo && states.some(known => known === json.state) ? { billNo } : undefined
}

/** The number stands in paths, so it is checked before it is put there. */
function numberOf(billNo: string): string {
  if (!/^[0-9A-Za-z]{6,32}$/.test(billNo))
    throw new GatewayError(PARTY, 'badRequest', { sent: 'no', detail: 'out_bill_no' })
  return billNo
}

function unknown(error: unknown): undefined {
  if (!(error instanceof GatewayError && error.code === 'orderUnknown')) throw error
}
