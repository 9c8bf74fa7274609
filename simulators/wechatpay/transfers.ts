import { randomBytes, randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { formatTime } from '../../contract/time'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { ControlError, fieldsOf, textOf } from '../control'
import type { Faults } from './faults'
import type { WechatPayParty } from './index'
import type { Reception } from './notify'
import { type Fields, jsonOf, objectIn, textIn } from './placing'
import { ApiRefusal, paramError } from './refusal'

type State = 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELLED'

export interface Transfer {
  billNo: string
  transferNo: string
  openid: string
  amountFen: number
  remark: string
  notifyUrl?: string | undefined
  state: State
  failReason?: string
  packageInfo: string
  createdAt: Date
  updatedAt: Date
  /** The request as it came, to recognise the same. */
  asked: string
}

interface Desk {
  party: WechatPayParty
  clock: Clock
  faults: Faults
  announce(transfer: Transfer): Promise<Reception>
}

const MOST_TRANSFERS = 10_000
const CONFIRM_MS = 24 * 3_600_000

export type TransferBook = ReturnType<typeof createTransfers>

/** Money to people, by the merchant's own numbers. A number pays once; who does not confirm in a day gets nothing. */
export function createTransfers({ party, clock, faults, announce }: Desk) {
  const byNumber = new Map<string, Transfer>()

  function end(transfer: Transfer, state: State, failReason?: string): void {
    Object.assign(transfer, { state, updatedAt: clock.now(), ...(failReason && { failReason }) })
  }

  function find(billNo: string): Transfer {
    const transfer = byNumber.get(billNo)
    if (!transfer) throw new ApiRefusal(404, 'NOT_FOUND', '记录不存在')
    const isOver = transfer.createdAt.getTime() + CONFIRM_MS <= clock.now().getTime()
    if (transfer.state === 'WAIT_USER_CONFIRM' && isOver) end(transfer, 'FAIL', 'OVERDUE_CLOSE')
    return transfer
  }

  function send(fields: Fields): Transfer {
    const asked = JSON.stringify(fields)
    const known = byNumber.get(String(fields.out_bill_no))
    if (known && known.asked !== asked) throw new ApiRefusal(400, 'INVALID_REQUEST', '商户单号重复且参数不一致')
    if (known) return find(known.billNo)
    const read = readTransfer(fields, party)
    if (faults.take('transferRefused')) throw new ApiRefusal(403, 'NO_AUTH', '商户未开通该转账场景')
    if (faults.take('shopBalanceShort')) throw new ApiRefusal(403, 'NOT_ENOUGH', '商户运营账户资金不足')
    const transfer: Transfer = {
      ...read,
      transferNo: `13${Array.from({ length: 26 }, () => randomInt(10)).join('')}`,
      packageInfo: randomBytes(60).toString('base64'),
      state: 'WAIT_USER_CONFIRM',
      createdAt: clock.now(),
      updatedAt: clock.now(),
      asked,
    }
    remember(byNumber, transfer.billNo, transfer, MOST_TRANSFERS)
    return transfer
  }

  function cancel(billNo: string): Transfer {
    const transfer = find(billNo)
    if (transfer.state === 'SUCCESS') throw new ApiRefusal(400, 'INVALID_REQUEST', '单据已完成，不可撤销')
    if (transfer.state === 'WAIT_USER_CONFIRM') end(transfer, 'CANCELLED')
    return transfer
  }

  /** The receiver's tap, as `wx.requestMerchantTransfer` sends it. */
  async function confirm(packageInfo: string): Promise<Reception> {
    const transfer = [...byNumber.values()].find(one => one.packageInfo === packageInfo)
    if (!transfer) throw new ControlError(404, 'no such package')
    if (find(transfer.billNo).state !== 'WAIT_USER_CONFIRM') throw new ControlError(409, 'over')
    end(transfer, 'SUCCESS')
    return announce(transfer)
  }

  return { send, find, cancel, confirm, all: () => [...byNumber.values()] }
}

/** The merchant's door to them. */
export function transferDesk(api: FastifyInstance, transfers: TransferBook, { mchid, appid }: WechatPayParty): void {
  const numberIn = (params: unknown) => (params as { no: string }).no

  api.post('/transfer-bills', async request => {
    const transfer = transfers.send(objectIn(jsonOf(request), '请求体'))
    const isWaiting = transfer.state === 'WAIT_USER_CONFIRM'
    return { ...headOf(transfer), state: transfer.state, ...(isWaiting && { package_info: transfer.packageInfo }) }
  })

  api.get('/transfer-bills/out-bill-no/:no', async request => ({
    mch_id: mchid,
    appid,
    ...transferTold(transfers.find(numberIn(request.params))),
  }))

  api.post('/transfer-bills/out-bill-no/:no/cancel', async request => {
    const transfer = transfers.cancel(numberIn(request.params))
    const { create_time, ...head } = headOf(transfer)
    return { ...head, state: 'CANCELING', update_time: timeText(transfer.updatedAt) }
  })
}

/** The receiver's hand, and what they got. */
export function transferControls(app: FastifyInstance, transfers: TransferBook): void {
  app.get('/transfers', async () => transfers.all().map(({ asked, ...transfer }) => transfer))
  app.post('/transfers/confirm', async request => transfers.confirm(textOf(fieldsOf(request.body), 'package')))
}

/** As a query and a notification tell it. */
export const transferTold = (transfer: Transfer) => ({
  ...headOf(transfer),
  state: transfer.state,
  transfer_amount: transfer.amountFen,
  transfer_remark: transfer.remark,
  openid: transfer.openid,
  ...(transfer.failReason && { fail_reason: transfer.failReason }),
  update_time: timeText(transfer.updatedAt),
})

const headOf = ({ billNo, transferNo, createdAt }: Transfer) => ({
  out_bill_no: billNo,
  transfer_bill_no: transferNo,
  create_time: timeText(createdAt),
})

const timeText = (at: Date) => `${formatTime(at).replace(' ', 'T')}+08:00`

function readTransfer(fields: Fields, party: WechatPayParty) {
  if (fields.appid !== party.appid) throw new ApiRefusal(400, 'APPID_MCHID_NOT_MATCH', 'appid和mch_id不匹配')
  const billNo = textIn(fields, 'out_bill_no', 32)
  if (!/^[0-9A-Za-z]+$/.test(billNo)) throw paramError('out_bill_no只能由数字、大小写字母组成')
  if (!/^\d{4}$/.test(textIn(fields, 'transfer_scene_id', 4))) throw paramError('transfer_scene_id不正确')
  const reports = fields.transfer_scene_report_infos
  if (!Array.isArray(reports) || reports.length === 0) throw paramError('未传入完整且对应的转账场景报备信息')
  const amountFen = fields.transfer_amount
  if (!Number.isSafeInteger(amountFen) || Number(amountFen) < 10 || Number(amountFen) >= 200_000)
    throw paramError('transfer_amount不在允许的范围，或缺少收款用户姓名')
  return {
    billNo,
    openid: textIn(fields, 'openid', 64),
    amountFen: Number(amountFen),
    remark: textIn(fields, 'transfer_remark', 96),
    notifyUrl: fields.notify_url === undefined ? undefined : textIn(fields, 'notify_url', 256),
  }
}
