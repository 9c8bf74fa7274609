import { expect, it } from 'vitest'
import { fen } from '../../../contract/money'
import type { Call } from './call'
import { createXpay, hmacHex } from './xpay'

const LIVE = 'prodKey0123456789abcdefABCDEF'
const SESSION_KEY = 'c2Vzc2lvbi1rZXktZGVtbw=='

const calls: Call[] = []
const caller = {
  raw: () => Promise.reject(new Error('not asked')),
  json: async (call: Call) => {
    calls.push(call)
    return {}
  },
}
const xpay = createXpay(caller, { offerId: '1450000001', appKey: LIVE, env: 0 })

it('signs as the official examples do', () => {
  const body = '{"openid": "xxx", "user_ip": "127.0.0.1", "env": 0}'
  expect(hmacHex('12345', `/xpay/query_user_balance&${body}`)).toBe(
    'c37809f27c6d7fd1837ad2500a04512b66b34fd793a39a385fade56dca89a4b5',
  )
  expect(hmacHex('9hAb/NEYUlkaMBEsmFgzig==', body)).toBe(
    '089d9e8dc5d308977360c4b79ec600a93d736802802a807d634192328032f6c7',
  )
})

it('makes a sheet for an item, its session key as text', () => {
  const order = { outTradeNo: 'VP202601010001', itemId: 'card_100', itemFen: fen(1000), unitFen: fen(1000) }
  expect(xpay.sheet({ ...order, quantity: 1, attach: 'o=42' }, SESSION_KEY)).toEqual({
    mode: 'short_series_goods',
    signData:
      '{"offerId":"1450000001","buyQuantity":1,"env":0,"currencyType":"CNY","productId":"card_100","goodsPrice":1000,"outTradeNo":"VP202601010001","attach":"o=42"}',
    paySig: 'd8ae1b8a0555161f82da1148ec2b03e2d7475ad256a62c1c52b633a8222da08d',
    signature: '9f41fdfb0e5e5c0d2cfb7f83da61bf028e31b819caca868c966010bb04a08b41',
  })
})

it('names the reduced price beside the published one, and leaves Chinese as it is', () => {
  const order = { outTradeNo: 'VP202601010002', itemId: 'card_100', itemFen: fen(1000), unitFen: fen(900) }
  expect(xpay.sheet({ ...order, quantity: 2, attach: '订单<&>42' }, SESSION_KEY)).toMatchObject({
    paySig: '4ddf9ddfa18d95631b20b19279fa8850b2dae5d67a21cb9f3366a506ba93f985',
    signature: 'a8c225a57d718effd87f4779e28d9373c017146385b0a4ba814c0c0ec5190ead',
  })
})

it('signs calls over the path and the very body', async () => {
  await xpay.noteDelivered('VP202601010001')
  expect(calls.at(-1)).toMatchObject({
    path: '/xpay/notify_provide_goods',
    query: { pay_sig: '32c6dd675fe339914830aa5de8330d2789dc8296e398827bfe720a09c5da61e8' },
    body: { order_id: 'VP202601010001', env: 0 },
  })
  await xpay.publishItem('card_100')
  expect(calls.at(-1)?.query?.pay_sig).toBe('cf356dcf24ad2d6fcff84ca4827b7bd1371a6251dbecaa9e29d4906e627abaa3')
  await xpay.refund({
    openid: 'oDEMO0001',
    outTradeNo: 'VP202601010001',
    refundNo: 'RF202601010001',
    leftFen: fen(1000),
    amountFen: fen(1000),
  })
  expect(calls.at(-1)).toMatchObject({ path: '/xpay/refund_order', body: { refund_fee: 1000, req_from: '2', env: 0 } })
})
