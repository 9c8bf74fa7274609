import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { signatureHeaders } from '../../simulators/wechatpay/signature'
import { control, failureOf, keys, payKeys, startParties, startWechatPay } from './support'

const { parties, shop, order, confirm, arm } = await startWechatPay()

describe('a notification', () => {
  const place = async () => {
    const wanted = order()
    return { ...wanted, ...(await parties.wechatpay.jsapi(wanted)) }
  }

  it('tells of the payment that the payer confirmed', async () => {
    const { outTradeNo, prepayId, openid } = await place()
    expect((await confirm(prepayId)).json).toEqual({ accepted: true, status: 204 })
    expect(shop.notifications).toEqual([
      {
        id: expect.any(String),
        eventType: 'TRANSACTION.SUCCESS',
        payment: {
          outTradeNo,
          state: 'SUCCESS',
          amountFen: 1280,
          currency: 'CNY',
          transactionId: expect.any(String),
          payerOpenid: openid,
          successTime: expect.any(Date),
          mchid: payKeys.mchid,
          appid: payKeys.appid,
        },
      },
    ])
    expect((await confirm(prepayId)).status).toBe(409)
  })

  it('comes twice with the same id', async () => {
    await arm('repeatNotification')
    await confirm((await place()).prepayId)
    const [first, second] = shop.notifications
    expect(first).toEqual(second)
    expect(shop.notifications).toHaveLength(2)
  })

  it.each([
    ['badSignature', 'signature'],
    ['staleTimestamp', 'stale'],
  ])('is refused under %s', async (fault, code) => {
    await arm(fault)
    expect((await confirm((await place()).prepayId)).json).toEqual({ accepted: false, status: 401 })
    expect(shop.errors).toEqual([expect.objectContaining({ code, sent: 'no' })])
  })

  it('shows a wrong amount as it is, for the shop to see', async () => {
    await arm('wrongAmount')
    const { prepayId, outTradeNo } = await place()
    await confirm(prepayId)
    expect(shop.notifications[0]?.payment?.amountFen).toBe(1281)
    expect(await parties.wechatpay.query(outTradeNo)).toMatchObject({ amountFen: 1280 })
  })

  it('may be lost, and then a query still tells of the payment', async () => {
    await arm('loseNotification')
    const { prepayId, outTradeNo } = await place()
    expect((await confirm(prepayId)).json).toEqual({ accepted: false, status: 0 })
    expect(shop.notifications).toEqual([])
    expect(await parties.wechatpay.query(outTradeNo)).toMatchObject({ state: 'SUCCESS' })
  })

  it('comes again with the same id until the shop takes it, and not after that', async () => {
    const retrySeconds = [0.05, 0.05, 0.05]
    const impatient = await startParties({ clock: parties.clock, wechatpay: { ...keys.wechatpay, retrySeconds } })
    shop.reply = reply => reply.code(shop.notifications.length < 3 ? 500 : 200).send({ code: 'FAIL' })
    const { prepayId } = await impatient.wechatpay.jsapi(order())
    const { json } = await impatient.control('/wechatpay/confirm', { package: `prepay_id=${prepayId}` })
    expect(json).toEqual({ accepted: false, status: 500 })
    await vi.waitFor(() => expect(shop.notifications).toHaveLength(3))
    await setTimeout(150)
    expect(shop.notifications).toHaveLength(3)
    expect(new Set(shop.notifications.map(({ id }) => id)).size).toBe(1)
    await impatient.close()
  })

  it('is refused when its body was changed on the way, or belongs to nobody we know', async () => {
    const body = JSON.stringify({ id: '1', event_type: 'TRANSACTION.SUCCESS', resource: {} })
    const headers = signatureHeaders(body, new Date(), keys.wechatpay)
    const read = (rawBody: string, change = {}, now = new Date()) =>
      failureOf(() =>
        parties.wechatpay.readNotification({ headers: { ...headers, ...change }, rawBody: Buffer.from(rawBody), now }),
      )
    expect(await read(`${body} `)).toMatchObject({ code: 'signature', sent: 'no' })
    expect(await read(body, { 'wechatpay-serial': '5157F09EFDC096DE15EBE81A47057A72' })).toMatchObject({
      code: 'unknownSerial',
    })
    expect(await read(body, {}, new Date(Date.now() + 302_000))).toMatchObject({ code: 'stale' })
    expect(await read(body)).toMatchObject({ code: 'unreadable' })
  })
})

describe('the payment sheet', () => {
  it('is checked by the payer when it is shown whole', async () => {
    const { prepayId } = await parties.wechatpay.jsapi(order())
    const sheet = parties.wechatpay.sheet(prepayId, parties.clock.now())
    expect((await parties.control('/wechatpay/confirm', { ...sheet, timeStamp: '1' })).status).toBe(400)
    expect((await parties.control('/wechatpay/confirm', { ...sheet, signType: 'MD5' })).status).toBe(400)
    expect((await parties.control('/wechatpay/cancel', sheet)).json).toEqual({ cancelled: true })
    expect((await parties.control('/wechatpay/confirm', sheet)).json).toMatchObject({ accepted: true })
  })
})

describe('h5', () => {
  const place = async (change = {}) => parties.wechatpay.h5({ ...order(), payerIp: '203.0.113.7', ...change })

  it('leads to a cashier that shows what is paid and goes back to the shop', async () => {
    const { url } = await place({ description: '<script>alert(1)</script>', outTradeNo: 'H5-ORDER-1' })
    const page = await fetch(`${url}&redirect_url=${encodeURIComponent('http://shop.example.com/#/paid?a=1&b="2"')}`)
    const html = await page.text()
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(html).toContain('12.80')
    expect(html).not.toContain('<script>')
    expect(html).toContain('a=1&#38;b=&#34;2&#34;')
    const press = (button: string) =>
      fetch(`${parties.base}/wechatpay/cashier/${button}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({
          prepay_id: new URL(url).searchParams.get('prepay_id') ?? '',
          redirect_url: 'http://shop.example.com/#/paid',
        }),
      })
    expect((await press('cancel')).headers.get('location')).toBe('http://shop.example.com/#/paid')
    expect(shop.notifications).toEqual([])
    for (const _twice of [1, 2]) expect((await press('confirm')).status).toBe(303)
    expect(shop.notifications).toHaveLength(1)
    expect(await (await fetch(url)).text()).toContain('支付成功')
  })

  it('never leads back to anything but a page of the web', async () => {
    const { url } = await place()
    const html = await (await fetch(`${url}&redirect_url=${encodeURIComponent('javascript:alert(1)')}`)).text()
    expect(html).not.toContain('javascript:')
  })

  it('needs the address of the payer', async () => {
    expect(await failureOf(place({ payerIp: 'nowhere' }))).toMatchObject({ code: 'badRequest', sent: 'yes' })
  })
})

describe('the controls', () => {
  it('refuse what they do not know', async () => {
    const { base } = parties
    expect((await control(`${base}/wechatpay/confirm`, { package: 'prepay_id=wx0' })).status).toBe(404)
    expect((await control(`${base}/wechatpay/faults`, { fault: 'earthquake' })).status).toBe(400)
    expect((await control(`${base}/clock`, { advanceSeconds: -1 })).status).toBe(400)
  })
})
