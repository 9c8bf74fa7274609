/** Starting a payment. */
import { type Fen, fen, yuanText } from '../../../contract/money'
import { GatewayError } from '../../gateways/error'
import type { SignedIn } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { balanceOf, userAccount } from '../../ledger/ledger'
import { settleOpenPaymentsOf } from './ask'
import { kindOf, type NextAction } from './next-actions'
import { insertPayment, markClosed, type PaymentRow } from './payments'
import type { Channel } from './port'
import { providerOf } from './providers'

export interface PayRequest {
  money: Fen
  payName?: string | undefined
  remark?: string | undefined
  nextAction?: NextAction | undefined
  returnUrl?: string | undefined
}

/**
 * Writes the payment down, then has the gateway prepare it. Refuses before any money can move when what it is for is not
 * served, not to be had, or costs something else.
 */
export async function startPayment<Sheet>(
  { money, payName = '', remark = '', nextAction, returnUrl }: PayRequest,
  { name: channel, provider, open }: Channel<Sheet>,
  context: SignedIn,
): Promise<{ payment: PaymentRow; sheet: Sheet }> {
  const { merchant, user, now, statement, request, log, gateways } = context
  providerOf(gateways, provider)
  if (returnUrl && !isOurs(returnUrl, context)) throw new Refusal('badRequest')
  if (nextAction) {
    await endEarlierTries(context, nextAction)
    await checkAmount(context, money, nextAction)
  }
  const prepare = await open(context)
  const about = { channel, provider, amountFen: money, payName, remark, nextAction }
  const payment = await statement(tx => insertPayment(tx, { merchantId: merchant.id, userId: user.id, ...about }, now))
  const description = payName || remark || `${merchant.name} 订单`
  const notifyUrl = `${request.origin}/notify/${provider}/${merchant.id}`
  try {
    const sheet = await prepare({
      outTradeNo: payment.out_trade_no,
      description,
      amountFen: money,
      notifyUrl,
      expiresAt: new Date(payment.expires_at),
      returnUrl,
    })
    return { payment, sheet }
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.error({ err: error, payment: payment.id }, 'a payment could not be started')
    await statement(tx => markClosed(tx, payment, now))
    throw new Refusal(error.code === 'openidMismatch' ? 'openidRequired' : 'payUnavailable')
  }
}

/**
 * Nobody pays the same thing twice: what was opened for it before is closed first, or settled when it was paid. Refuses
 * `payBusy` while the payer may be paying it at this moment.
 */
async function endEarlierTries(context: SignedIn, action: NextAction): Promise<void> {
  const { merchant, user, log } = context
  try {
    await settleOpenPaymentsOf(context, { merchantId: merchant.id, userId: user.id }, action)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn({ err: error }, 'an earlier payment could not be closed')
    throw new Refusal(error.code === 'userPaying' || error.code === 'tooMany' ? 'payBusy' : 'payUnavailable')
  }
}

/** A cashier sends its payers to our own pages alone. */
const isOurs = (url: string, { request, config }: SignedIn): boolean =>
  [request.origin, config.publicUrl, ...config.corsOrigins].some(origin => origin && url.startsWith(`${origin}/`))

/** With the balance it must cover the price, and it must not be more than the price. */
async function checkAmount({ db, merchant, user, now }: SignedIn, money: Fen, action: NextAction): Promise<void> {
  const price = await kindOf(action).amountOf(db, { merchantId: merchant.id, userId: user.id }, action, now)
  if (money > price) throw new Refusal('payAmountWrong', `应付 ${yuanText(price)} 元`)
  if (money === price) return
  const balance = await balanceOf(db, merchant.id, userAccount(user.id))
  if (money + balance < price) throw new Refusal('payAmountWrong', `应付 ${yuanText(fen(price - balance))} 元`)
}
