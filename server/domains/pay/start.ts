/** Starting a payment. */
import { type Fen, fen, yuanText } from '../../../contract/money'
import { GatewayError } from '../../gateways/error'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { balanceOf, userAccount } from '../../ledger/ledger'
import { type NextAction, nextActions } from './next-actions'
import { insertPayment, markClosed, type PayChannel, type PaymentRow } from './payments'

export interface PayRequest {
  money: Fen
  payName?: string | undefined
  remark?: string | undefined
  nextAction?: NextAction | undefined
}

/** What the gateway needs to prepare a payment. */
export interface Prepared {
  outTradeNo: string
  description: string
  amountFen: number
  notifyUrl: string
  expiresAt: Date
}

/**
 * Writes the payment down, then has the gateway prepare it. Refuses before any money can move when what it is for is not
 * served, not to be had, or costs something else.
 */
export async function startPayment<Sheet>(
  { money, payName = '', remark = '', nextAction }: PayRequest,
  channel: PayChannel,
  context: SignedIn,
  prepare: (prepared: Prepared) => Promise<Sheet>,
): Promise<{ payment: PaymentRow; sheet: Sheet }> {
  const { merchant, user, now, statement, request, log } = context
  if (nextAction) await checkAmount(context, money, nextAction)
  const payment = await statement(tx =>
    insertPayment(
      tx,
      { merchantId: merchant.id, userId: user.id, channel, amountFen: money, payName, remark, nextAction },
      now,
    ),
  )
  const description = payName || remark || `${merchant.name} 订单`
  const notifyUrl = `${request.origin}/notify/wechatpay/${merchant.id}`
  try {
    const sheet = await prepare({
      outTradeNo: payment.out_trade_no,
      description,
      amountFen: money,
      notifyUrl,
      expiresAt: new Date(payment.expires_at),
    })
    return { payment, sheet }
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.error({ err: error, payment: payment.id }, 'a payment could not be started')
    await statement(tx => markClosed(tx, payment, now))
    throw new Refusal(error.code === 'openidMismatch' ? 'openidRequired' : 'payUnavailable')
  }
}

/** With the balance it must cover the price, and it must not be more than the price. */
async function checkAmount({ db, merchant, user }: SignedIn, money: Fen, action: NextAction): Promise<void> {
  const kind = nextActions[action.type]
  if (!kind) throw new Refusal('nextActionUnknown')
  const price = await kind.amountOf(db, { merchantId: merchant.id, userId: user.id }, action)
  if (money > price) throw new Refusal('payAmountWrong', `应付 ${yuanText(price)} 元`)
  if (money === price) return
  const balance = await balanceOf(db, merchant.id, userAccount(user.id))
  if (money + balance < price) throw new Refusal('payAmountWrong', `应付 ${yuanText(fen(price - balance))} 元`)
}
