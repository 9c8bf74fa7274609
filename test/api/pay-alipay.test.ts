import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { expectBalancedLedger, expectPaymentsBooked } from '../support/ledger'
import { place, statusOf } from '../support/orders'
import { startParties } from '../support/parties'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { signInByPhone } from '../support/phone'
import { agree, ask, newest, refundRow } from '../support/refunds'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, sim } = shop
const ann = await signInByPhone(shop, '13900000001')
const goodsId = await createGoods(shop, { stock: 999 })
const freightId = await createFreight(shop)

const bill = async (goods = goodsId, who: Person = ann, more = {}) => {
  const order = await place(shop, who, goods, more)
  const nextAction = { type: 0, id: String(order.id) }
  return { order, request: { token: who.token, money: order.amountReal, nextAction } }
}
type Request = Awaited<ReturnType<typeof bill>>['request']
const arm = (fault: string, times = 1) => sim('/alipay/faults', { fault, times })
const confirm = (url: string) => sim('/alipay/confirm', { url })

afterEach(async () => {
  await expectBalancedLedger(shop)
  await expectPaymentsBooked(shop)
})

describe('paying with Alipay', () => {
  it.each([
    ['alipayH5', (request: Request) => wxapi.alipayH5(request)],
    ['alipayPC', (request: Request) => wxapi.alipayPC(request)],
  ])('%s leads to a cashier; who confirms there has paid', async (_, pay) => {
    const { order, request } = await bill()
    const { url, outTradeId } = await dataOf(pay(request))
    expect(await codeOf(wxapi.payQuery(ann.token, outTradeId))).toBe(errors.payPending[0])
    expect(await confirm(url)).toEqual({ accepted: true, status: 200 })
    expect(await statusOf(shop, ann, order.id)).toBe(3)
    expect(await dataOf(wxapi.payLogs({ token: ann.token, orderNo: outTradeId }))).toMatchObject([
      { payGate: 'alipay', payGateStr: '支付宝', status: 1, money: 10 },
    ])
  })

  it('alipay answers the bare address, as its clients read it', async () => {
    const { order, request } = await bill()
    expect(await confirm(await dataOf(wxapi.alipay(request)))).toMatchObject({ accepted: true })
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('alipayQrcode answers a code, alipayAPP what the library takes', async () => {
    const { order, request } = await bill()
    const { qrcode } = await dataOf(wxapi.alipayQrcode(request))
    const { qr_code } = JSON.parse(qrcode).alipay_trade_precreate_response
    expect(await confirm(qr_code)).toMatchObject({ accepted: true })
    expect(await statusOf(shop, ann, order.id)).toBe(3)
    const { request: other } = await bill()
    const { orderString, outTradeId } = await dataOf(wxapi.alipayAPP(other))
    const fields = new URLSearchParams(orderString)
    expect(fields.get('method')).toBe('alipay.trade.app.pay')
    expect(JSON.parse(fields.get('biz_content') ?? '')).toMatchObject({
      out_trade_no: outTradeId,
      total_amount: '10.00',
    })
  })

  it('comes back to the shop, and only to the shop', async () => {
    const { request } = await bill()
    expect(await codeOf(wxapi.alipayH5({ ...request, returnUrl: 'https://evil.example/x' }))).toBe(errors.badRequest[0])
    const back = `${shop.origin}/packages/order/paying/index?id=1`
    const { url } = await dataOf(wxapi.alipayH5({ ...request, returnUrl: back }))
    const page = await (await fetch(url)).text()
    const session = /name="session" value="(\w+)"/.exec(page)?.[1] ?? ''
    const body = new URLSearchParams({ session })
    const answer = await fetch(`${shop.origin}/_sim/alipay/cashier/cancel`, {
      method: 'POST',
      body,
      redirect: 'manual',
    })
    expect(answer.headers.get('location')).toBe(back)
    const { orderInfo } = await dataOf(wxapi.orderDetail(ann.token, Number(request.nextAction.id)))
    expect(orderInfo.status).toBe(0)
  })

  it('needs the right price, and somebody who is logged in', async () => {
    const { request } = await bill()
    for (const pay of [wxapi.alipay, wxapi.alipayH5, wxapi.alipayPC, wxapi.alipayAPP, wxapi.alipayQrcode]) {
      expect(await codeOf(pay({ ...request, money: 9 }))).toBe(errors.payAmountWrong[0])
      expect(await codeOf(pay({ ...request, token: 'nobody' }))).toBe(errors.loginRequired[0])
    }
  })
})

describe('a notification of Alipay', () => {
  const opened = async () => {
    const { order, request } = await bill()
    return { order, ...(await dataOf(wxapi.alipayH5(request))) }
  }

  it('in GBK, or signed with its sign_type, or told twice, is booked once', async () => {
    for (const fault of ['gbk', 'signTypeSigned', 'repeatNotification']) {
      const { order, url } = await opened()
      await arm(fault)
      expect(await confirm(url), fault).toMatchObject({ accepted: true })
      expect(await statusOf(shop, ann, order.id), fault).toBe(3)
    }
    expect((await dataOf(wxapi.userAmount(ann.token))).balance).toBe(0)
  })

  it('that is forged is not believed; the money is found by asking', async () => {
    const { order, url, outTradeId } = await opened()
    await arm('badSignature')
    expect(await confirm(url)).toEqual({ accepted: false, status: 401 })
    expect(await statusOf(shop, ann, order.id)).toBe(0)
    expect(await dataOf(wxapi.payQuery(ann.token, outTradeId))).toMatchObject({ status: 1, outcome: 'done' })
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it.each(['wrongAmount', 'otherSeller'])('with %s is set apart, and books nothing', async fault => {
    const { order, url } = await opened()
    await arm(fault)
    expect(await confirm(url)).toMatchObject({ accepted: true })
    expect(await statusOf(shop, ann, order.id)).toBe(0)
  })

  it('that is lost is made up for by a second try, which finds the order paid', async () => {
    const { order, url } = await opened()
    await arm('loseNotification')
    await confirm(url)
    const again = wxapi.alipayH5({ token: ann.token, money: 10, nextAction: { type: 0, id: String(order.id) } })
    expect(await codeOf(again)).toBe(errors.orderNotOpen[0])
    expect(await statusOf(shop, ann, order.id)).toBe(3)
  })

  it('is heard at the third-party address, too, where a browser that comes back grants nothing', async () => {
    const face = `${shop.origin}/${shop.subDomain}/pay/notify`
    const form = new URLSearchParams({ out_trade_no: 'ZF1', sign: 'AAAA', sign_type: 'RSA2' })
    const posted = await fetch(face, { method: 'POST', body: form })
    expect([posted.status, await posted.text()]).toEqual([401, 'failure'])
    const { order, outTradeId } = await opened()
    const back = await fetch(`${face}?out_trade_no=${outTradeId}&trade_status=TRADE_SUCCESS`, { redirect: 'manual' })
    expect(back.status).toBe(303)
    expect(await statusOf(shop, ann, order.id)).toBe(0)
  })

  it('at the address of another party is not believed', async () => {
    const form = new URLSearchParams({ out_trade_no: 'ZF1', sign: 'AAAA', sign_type: 'RSA2' })
    for (const party of ['alipay', 'wechatpay']) {
      const answer = await fetch(`${shop.origin}/notify/${party}/${shop.merchantId}`, { method: 'POST', body: form })
      expect(answer.status).toBe(401)
      if (party === 'alipay') expect(await answer.text()).toBe('failure')
    }
  })
})

describe('a refund of what came by Alipay', () => {
  it('goes back there, in parts, once each', async () => {
    const goods = await createGoods(shop, { freightId, afterSale: '0', stock: 9 })
    const { order, request } = await bill(goods, ann, HANGZHOU)
    const { url, outTradeId } = await dataOf(wxapi.alipayH5(request))
    await confirm(url)
    await arm('loseRefundAnswer')
    const id = await ask(shop, ann, order.id)
    await agree(shop, id, { amountFen: 300 as never })
    await shop.runJobs()
    await shop.advance(5)
    expect(await refundRow(shop, id)).toMatchObject({ money_state: 'done', online_fen: 300 })
    const orders = (await sim('/alipay/orders')) as unknown as { outTradeNo: string; refunds: object[] }[]
    expect(orders.find(({ outTradeNo }) => outTradeNo === outTradeId)?.refunds).toMatchObject([{ amountFen: 300 }])
    expect((await newest(shop, ann, order.id)).baseInfo).toMatchObject({ channel: 'alipay' })
  })
})

describe('a shop without Alipay', async () => {
  const parties = await startParties()
  const plain = await createShop(parties.settings)
  afterAll(() => parties.close())

  it('says so, and hears nothing', async () => {
    const { token } = await signIn(plain, 'ann')
    expect(await codeOf(plain.wxapi.alipayH5({ token, money: 1 }))).toBe(errors.payNotOpen[0])
    const answer = await fetch(`${plain.origin}/notify/alipay/${plain.merchantId}`, { method: 'POST', body: 'a=b' })
    expect(answer.status).toBe(404)
  })
})
