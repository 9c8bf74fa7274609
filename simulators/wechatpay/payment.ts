import { formatTime } from '../../contract/time'
import type { Order, Orders } from './orders'

const tradeStateTexts = { SUCCESS: '支付成功', CLOSED: '订单已关闭', NOTPAY: '订单未支付' } as const

/** An order as a query and a notification describe it. */
export function transactionOf(order: Order, state: ReturnType<Orders['stateOf']>, mchid: string) {
  const { outTradeNo, amountFen: total, attach = '', tradeType, appid, paid } = order
  const known = { appid, mchid, out_trade_no: outTradeNo, trade_state: state, trade_state_desc: tradeStateTexts[state] }
  if (!paid) return { ...known, attach, amount: { total, currency: 'CNY' } }
  return {
    ...known,
    transaction_id: paid.transactionId,
    trade_type: tradeType,
    bank_type: 'OTHERS',
    attach,
    success_time: `${formatTime(paid.at).replace(' ', 'T')}+08:00`,
    payer: { openid: paid.openid },
    amount: { total, payer_total: total, currency: 'CNY', payer_currency: 'CNY' },
  }
}
