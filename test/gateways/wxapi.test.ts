/** The hosted service as a stranger: slow, broken, lying. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { GatewayError } from '../../server/gateways/error'
import { createUpstream } from '../../server/gateways/wxapi'

const timeoutMs = 300

async function upstreamThat(answers: RequestListener) {
  const server = createServer(answers)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const upstream = createUpstream({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/myshop/`,
    timeoutMs,
  })
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await upstream.end()
  })
  return upstream
}

const answering = (value: unknown) =>
  upstreamThat((_, response) => void response.end(typeof value === 'string' ? value : JSON.stringify(value)))

const troubleOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    error => (error instanceof GatewayError ? `${error.code} ${error.sent} ${error.retry}` : String(error)),
  )

const info = { id: 7, uid: 3, status: 1, isPay: true, amountReal: 10, amountLogistics: 0, orderNumber: 'A7' }
const line = { id: 70, goodsId: 5, goodsName: '卡', number: 1, amount: 10, amountSingle: 10, property: '' }
const whole = { code: 0, data: { orderInfo: info, goods: [line] } }
const withInfo = (more: object) => ({ code: 0, data: { orderInfo: { ...info, ...more }, goods: [line] } })
const withLine = (more: object) => ({ code: 0, data: { orderInfo: info, goods: [{ ...line, ...more }] } })

describe('orderDetail', () => {
  it('is asked as the SDK asks, below the shop’s name', async () => {
    let asked = ''
    const upstream = await upstreamThat(({ method, url }, response) => {
      asked = `${method} ${url}`
      response.end(JSON.stringify(whole))
    })
    const order = await upstream.orderDetail('a token&', 7)
    expect(asked).toBe('GET /myshop/order/detail?id=7&token=a+token%26')
    expect(order).toMatchObject({ id: '7', uid: '3', status: 1, realFen: 1000, isRefunded: false })
    expect(order.lines).toMatchObject([{ id: '70', goodsId: '5', number: 1, amountFen: 1000 }])
  })

  it('is read whether numbers come as text or as numbers', async () => {
    const texts = {
      orderInfo: { ...info, id: '7', status: '1', amountReal: '10.00' },
      goods: [{ ...line, amount: '10.00', number: '1' }],
    }
    expect(await (await answering({ code: 0, data: texts })).orderDetail('t', 7)).toMatchObject({ realFen: 1000 })
  })

  it.each([
    ['a token that is void', { code: 2000, msg: '' }, 'loginRequired yes false'],
    ['an order of somebody else', { code: 404, msg: '' }, 'orderUnknown yes false'],
    ['too many questions', { code: 429, msg: '' }, 'busy maybe true'],
  ])('tells %s', async (_, answer, trouble) => {
    expect(await troubleOf((await answering(answer)).orderDetail('t', 7))).toBe(trouble)
  })

  it.each<[string, unknown]>([
    ['text', 'hello'],
    ['HTML', '<html></html>'],
    ['no envelope', { data: whole.data }],
    ['nothing', { code: 0 }],
    ['no lines', { code: 0, data: { orderInfo: info, goods: [] } }],
    ['another order', withInfo({ id: 8 })],
    ['a status that does not exist', withInfo({ status: 99 })],
    ['paid and not paid', withInfo({ isPay: false })],
    ['a negative amount', withInfo({ amountReal: -1 })],
    ['an amount that is none', withInfo({ amountReal: '1e9' })],
    ['a negative freight', withInfo({ amountLogistics: -500 })],
    ['no pieces', withLine({ number: 0 })],
    ['pieces without end', withLine({ number: 1e9 })],
    ['half a piece', withLine({ number: 0.5 })],
    ['a negative line', withLine({ amount: -10 })],
    ['goods without a number', withLine({ goodsId: undefined })],
    ['the same line twice', { code: 0, data: { orderInfo: info, goods: [line, line] } }],
  ])('takes %s for no order', async (_, answer) => {
    expect(await troubleOf((await answering(answer)).orderDetail('t', 7))).toBe('unreadable maybe true')
  })

  it.each([
    ['a redirect', 302],
    ['a fault', 500],
  ])('follows no %s', async (_, status) => {
    const upstream = await upstreamThat((_, response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end()
    })
    expect(await troubleOf(upstream.orderDetail('t', 7))).toBe('badStatus maybe true')
  })

  it('says whether it was never asked, or did not answer in time, or broke off', async () => {
    const nobody = createUpstream({ baseUrl: 'http://127.0.0.1:1/myshop', timeoutMs })
    expect(await troubleOf(nobody.orderDetail('t', 7))).toBe('unreachable no true')
    const silent = await upstreamThat(() => {})
    expect(await troubleOf(silent.orderDetail('t', 7))).toBe('timeout maybe true')
    const broken = await upstreamThat((_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await troubleOf(broken.orderDetail('t', 7))).toBe('broken maybe true')
  })

  it.each([{ hasRefund: true }, { refundStatus: 1 }, { refundStatus: '1' }])('is wary of %j', async more => {
    expect((await (await answering(withInfo(more))).orderDetail('t', 7)).isRefunded).toBe(true)
  })
})
