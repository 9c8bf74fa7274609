/** The job that moves a transfer on, in rounds until it has ended. Killed at any point, it goes on where WeChat Pay says it stands. */
import { raiseAlarm } from '../../alarms'
import type { Tx } from '../../db/database'
import { GatewayError } from '../../gateways/error'
import type { Transferring, Transfers } from '../../gateways/wechatpay'
import type { Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { notifyUrlOf } from '../pay/providers'
import { openidOf } from '../user/wechat-identity'
import { endTransfer } from './end'
import { planRound } from './plan'
import { isOpen, OPEN, type TransferRow, type TransferState } from './states'

const MINUTE_MS = 60_000
const HOURLY = 60
/** About three days of rounds: WeChat Pay ends what nobody confirms after one. */
const TOO_LONG = 78

/** Nobody will have the money under this number. */
class Ended extends Error {
  constructor(
    readonly reason: string,
    readonly needsPerson: boolean,
    /** The states in which that is the last word. */
    readonly from: readonly TransferState[],
  ) {
    super(reason)
  }
}

export async function moveTransfer(
  { merchantId, payload: { transferId, round } }: Job<'moveTransfer'>,
  services: Services,
): Promise<void> {
  const row = await rowOf(services, merchantId, transferId)
  if (!row || !isOpen(row)) return
  const { transaction, clock, log } = services
  try {
    const standing = await standingOf(services, row)
    if (standing) await transaction(tx => note(tx, row, standing, clock.now()))
  } catch (error) {
    if (error instanceof Ended) {
      // Beside a round, whose call may be on its way, no refusal is the last word.
      if (round < 0 && error.from === OPEN) return
      return transaction(tx => fail(tx, row, error, clock.now()))
    }
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error, transfer: transferId }, 'a transfer will be asked for again')
    if (error.code === 'shopBalanceShort' && round % 24 === 0)
      await transaction(tx => callFor(tx, row, '商户号的可用余额不足，请充值，到账后会自动转出', clock.now()))
  }
  const after = await rowOf(services, merchantId, transferId)
  if (round >= 0 && after && isOpen(after)) await transaction(tx => next(tx, after, round + 1, clock.now()))
}

const rowOf = ({ db }: Services, merchantId: number, id: number): Promise<TransferRow | undefined> =>
  db
    .selectFrom('merchant_transfers')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** One minute, two, four … an hour. */
async function next(tx: Tx, row: TransferRow, round: number, now: Date): Promise<void> {
  const minutes = Math.min(2 ** (round - 1), HOURLY)
  await planRound(tx, row, round, new Date(now.getTime() + minutes * MINUTE_MS), now)
  if (round === TOO_LONG) await callFor(tx, row, '三天了还没有结果，请在微信支付商户平台核对', now)
}

const callFor = (tx: Tx, { merchant_id: merchantId, id, bill_no }: TransferRow, what: string, now: Date) =>
  raiseAlarm(tx, { merchantId, key: `transfer:${id}`, text: `转账 ${bill_no}：${what}。用 transfers 查看。` }, now)

/** How it stands at WeChat Pay, after the next step was made there. Undefined when somebody else is at it. */
async function standingOf(services: Services, row: TransferRow): Promise<Transferring | undefined> {
  const { gateways, db, config } = services
  const transfers = gateways.wechatpay?.transfers
  const unsent = ['planned'] as const
  if (row.state === 'planned' && row.is_cancelled) throw new Ended('已撤销', false, unsent)
  if (!transfers) throw new Ended('店铺没有开通商家转账', true, unsent)
  const openid = row.openid ?? (await openidOf(db, row.merchant_id, gateways.appid, row.user_id))?.openid
  if (!openid) throw new Ended('顾客没有在小程序里登录过微信', false, unsent)
  const { merchant_id: merchantId, bill_no: billNo, amount_fen: amountFen, remark } = row
  const order = { billNo, openid, amountFen, remark, notifyUrl: notifyUrlOf(config, 'wechatpay', merchantId) }

  if (row.state === 'planned') return (await markSent(services, row, openid)) ? send(transfers, order) : undefined
  // Unknown there, the call never arrived. It is made again under its number, which WeChat Pay pays once.
  const found = (await transfers.query(order)) ?? (await send(transfers, order))
  if (found.state !== 'WAIT_USER_CONFIRM') return found
  if (row.is_cancelled) {
    await transfers.cancel(billNo)
    return transfers.query(order)
  }
  // The answer with what the receiver opens was lost: the same request brings it again.
  return row.package_info || found.packageInfo ? found : send(transfers, order)
}

/** Committed before the call leaves, with whom it goes to: from now on WeChat Pay is asked first. */
async function markSent({ statement, clock }: Services, row: TransferRow, openid: string): Promise<boolean> {
  const { numUpdatedRows } = await statement(tx =>
    tx
      .updateTable('merchant_transfers')
      .set({ state: 'sent', openid, updated_at: clock.now().getTime() })
      .where('merchant_id', '=', row.merchant_id)
      .where('id', '=', row.id)
      .where('state', '=', 'planned')
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

/** A refusal for good ends it, once WeChat Pay has said that an earlier try did not come through either. */
async function send(transfers: Transfers, order: Parameters<Transfers['send']>[0]): Promise<Transferring> {
  try {
    return await transfers.send(order)
  } catch (error) {
    if (!(error instanceof GatewayError) || error.sent !== 'yes' || error.retry) throw error
    const found = await transfers.query(order)
    if (found) return found
    throw new Ended(`微信支付拒绝了转账（${error.code}）`, true, OPEN)
  }
}

async function note(tx: Tx, row: TransferRow, found: Transferring, now: Date): Promise<unknown> {
  if (found.state === 'SUCCESS') return endTransfer(tx, row, 'paid', '', now)
  if (found.state === 'FAIL' || found.state === 'CANCELLED')
    return endTransfer(tx, row, 'failed', found.failReason ?? '顾客没有确认收款', now)
  if (found.state !== 'WAIT_USER_CONFIRM' || !found.packageInfo) return undefined
  return tx
    .updateTable('merchant_transfers')
    .set({ state: 'waiting', package_info: found.packageInfo, updated_at: now.getTime() })
    .where('merchant_id', '=', row.merchant_id)
    .where('id', '=', row.id)
    .where('state', '=', 'sent')
    .execute()
}

async function fail(tx: Tx, row: TransferRow, { reason, needsPerson, from }: Ended, now: Date): Promise<void> {
  const isEnded = await endTransfer(tx, row, 'failed', reason, now, from)
  if (isEnded && needsPerson) await callFor(tx, row, `${reason}，已退回顾客余额`, now)
}
