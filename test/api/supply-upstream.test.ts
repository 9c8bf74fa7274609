/** The card-code proxy beside a hosted service; a second server of ours is the hosted service. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { giveUnasked } from '../../server/domains/refund/keeper'
import { stopSale } from '../../server/domains/supply/breaker'
import { enterParcel } from '../../server/domains/supply/parcels'
import { findPurchase } from '../../server/domains/supply/purchases'
import { createFreight, createGoods, createShirt, HANGZHOU } from '../support/goods'
import { expectBalancedLedger } from '../support/ledger'
import { giveLevel, payOnline, place } from '../support/orders'
import { dataOf, type Person, signIn } from '../support/people'
import { set } from '../support/settings'
import { createShop } from '../support/shop'
import { arm, purchases, resume, supplierGoods } from '../support/supply'
import { createBeside, fieldsOf, link, supplyOf } from '../support/upstream'

const { hosted, proxy } = await createBeside({ UPSTREAM_TIMEOUT_MS: '1000' })
const { services } = proxy.app
const [ann, ben] = [await signIn(hosted, 'ann'), await signIn(hosted, 'ben')]

async function card(priceFen = 1000): Promise<number> {
  const goodsId = await createGoods(hosted, { priceFen, stock: 1000, afterSale: '0' })
  await link(proxy, goodsId, await supplierGoods(proxy))
  return goodsId
}

async function paid(who: Person, goodsId: number, more: Parameters<typeof place>[3] = {}): Promise<number> {
  const order = await place(hosted, who, goodsId, more)
  await payOnline(hosted, who, order)
  return order.id
}

const refusal = async (who: Pick<Person, 'token'>, orderId: number) => (await supplyOf(proxy, who, orderId)).code
const soldBy = async (work: () => Promise<unknown>) => {
  const before = (await purchases(proxy)).length
  await work()
  await proxy.runJobs()
  return (await purchases(proxy)).length - before
}
async function giveBackAtHosted(orderId: number): Promise<void> {
  const wish = { merchantId: hosted.merchantId, orderId, reason: '测试' }
  await hosted.app.services.transaction(tx => giveUnasked(tx, wish, hosted.now()))
  await hosted.runJobs()
}
const rows = (orderId: number) =>
  services.db
    .selectFrom('upstream_orders as mirror')
    .innerJoin('supply_purchases as purchase', join =>
      join.onRef('purchase.merchant_id', '=', 'mirror.merchant_id').onRef('purchase.order_id', '=', 'mirror.order_id'),
    )
    .select(['purchase.id', 'purchase.state', 'purchase.price_limit_fen', 'purchase.fields_json', 'purchase.note'])
    .where('mirror.merchant_id', '=', proxy.merchantId)
    .where('mirror.upstream_id', '=', String(orderId))
    .orderBy('purchase.id')
    .execute()

describe('an order is bought for once', () => {
  it('however many ask at the same moment, and however often', async () => {
    const ids = [await paid(ann, await card()), await paid(ann, await card()), await paid(ann, await card())]
    const sold = await soldBy(async () => {
      await Promise.all(Array.from({ length: 20 }, (_, i) => supplyOf(proxy, ann, ids[i % 3] ?? 0)))
      const running = proxy.runJobs()
      await Promise.all(Array.from({ length: 20 }, (_, i) => supplyOf(proxy, ann, ids[i % 3] ?? 0)))
      await running
    })
    expect(sold).toBe(3)
    const answers = await Promise.all(Array.from({ length: 20 }, () => supplyOf(proxy, ann, ids[0] ?? 0)))
    expect(new Set(answers.map(({ data }) => data?.goodsCoupons[0]?.coupon)).size).toBe(1)
    for (const id of ids) expect(await rows(id)).toHaveLength(1)
  })

  it('and a line that the shop keeper links later is bought then', async () => {
    const [first, second] = [await card(), await createGoods(hosted, { stock: 100 })]
    const lines = [first, second].map(goodsId => ({ goodsId, number: 1 }))
    const order = await place(hosted, ann, lines)
    await payOnline(hosted, ann, order)
    expect(await soldBy(() => supplyOf(proxy, ann, order.id))).toBe(1)
    await link(proxy, second, await supplierGoods(proxy))
    expect(await soldBy(() => supplyOf(proxy, ann, order.id))).toBe(1)
    const { data } = await supplyOf(proxy, ann, order.id)
    const { goods } = await dataOf(hosted.wxapi.orderDetail(ann.token, order.id))
    expect(data?.goodsCoupons.map(({ orderGoodsId }) => orderGoodsId)).toEqual(goods.map(({ id }) => id))
  })
})

describe('nothing is bought, and it is said why,', () => {
  it('for a forged token, and for somebody else’s order', async () => {
    const orderId = await paid(ann, await card())
    expect(
      await soldBy(async () => {
        expect(await refusal({ token: 'forged' }, orderId)).toBe(errors.loginRequired[0])
        expect(await refusal(ben, orderId)).toBe(errors.orderUnknown[0])
        expect(await refusal(ann, 999_999)).toBe(errors.orderUnknown[0])
      }),
    ).toBe(0)
    await supplyOf(proxy, ann, orderId)
    await proxy.runJobs()
    expect(await refusal(ben, orderId)).toBe(errors.orderUnknown[0])
    expect(await refusal({ token: 'forged' }, orderId)).toBe(errors.loginRequired[0])
  })

  it('for an order that is not paid, closed, or asked back', async () => {
    const goodsId = await card()
    const unpaid = await place(hosted, ann, goodsId)
    const closed = await place(hosted, ann, goodsId)
    await dataOf(hosted.wxapi.orderClose(ann.token, closed.id))
    const refunded = await paid(ann, goodsId)
    await giveBackAtHosted(refunded)
    expect(
      await soldBy(async () => {
        expect(await refusal(ann, unpaid.id)).toBe(errors.supplyUnpaid[0])
        expect(await refusal(ann, closed.id)).toBe(errors.supplyClosed[0])
        expect(await refusal(ann, refunded)).toBe(errors.supplyRefunded[0])
      }),
    ).toBe(0)
  })

  it('for goods that no supplier delivers', async () => {
    const orderId = await paid(ann, await createGoods(hosted))
    expect(
      await soldBy(async () => {
        const nothing = { supplyState: 0, goods: [], goodsCoupons: [], parcels: [] }
        expect(await supplyOf(proxy, ann, orderId)).toMatchObject({ code: 0, data: nothing })
      }),
    ).toBe(0)
  })

  it('for another choice than those that are linked', async () => {
    const shirt = await createShirt(hosted)
    await link(proxy, shirt, await supplierGoods(proxy), { choice: '1:1,2:3' })
    const of = (propertyChildIds: string) => [{ goodsId: shirt, number: 1, propertyChildIds }]
    const buy = async (pairs: string) => {
      const order = await place(hosted, ann, of(pairs))
      await payOnline(hosted, ann, order)
      return supplyOf(proxy, ann, order.id)
    }
    expect(await soldBy(async () => expect((await buy('1:2,2:4')).data?.supplyState).toBe(0))).toBe(0)
    expect(await soldBy(() => buy('1:1,2:3'))).toBe(1)
  })

  it('when the buyer paid less than it costs, discounts counted', async () => {
    const member = await signIn(hosted, 'member')
    await giveLevel(hosted, member, 7900)
    const orderId = await paid(member, await card())
    expect(await soldBy(() => supplyOf(proxy, member, orderId))).toBe(0)
    expect(await rows(orderId)).toMatchObject([{ state: 'rejected', price_limit_fen: 790 }])
    expect((await supplyOf(proxy, member, orderId)).data).toMatchObject({ supplyState: 3, goodsCoupons: [] })
  })
})

describe('money that is asked back', () => {
  it('before anything was bought calls a person, and the page says so', async () => {
    const orderId = await paid(ann, await card())
    await services.transaction(tx => stopSale(tx, 'weilian', 'keeper', services.clock.now()))
    await supplyOf(proxy, ann, orderId)
    const { goods } = await dataOf(hosted.wxapi.orderDetail(ann.token, orderId))
    const ask = { token: ann.token, orderId, orderGoodsId: String(goods[0]?.id), type: 0 as const, reason: '不想要了' }
    await dataOf(hosted.wxapi.refundApply(ask))
    expect((await supplyOf(proxy, ann, orderId)).data).toMatchObject({ supplyState: 3, goodsCoupons: [] })
    const before = (await purchases(proxy)).length
    await resume(proxy)
    await proxy.runJobs()
    expect(await purchases(proxy)).toHaveLength(before)
    expect(proxy.logLines().join('\n')).toContain('没有买到')
  })
})

describe('money that the hosted service gives back', () => {
  const whileStopped = async (work: (orderId: number) => Promise<unknown>) => {
    const orderId = await paid(ann, await card())
    await services.transaction(tx => stopSale(tx, 'weilian', 'keeper', services.clock.now()))
    await supplyOf(proxy, ann, orderId)
    await proxy.runJobs()
    await work(orderId)
    await resume(proxy)
    await proxy.runJobs()
    return orderId
  }

  it('stops a purchase that has not left', async () => {
    const before = (await purchases(proxy)).length
    const orderId = await whileStopped(async id => {
      await giveBackAtHosted(id)
      expect((await supplyOf(proxy, ann, id)).data).toMatchObject({ supplyState: 4, goodsCoupons: [] })
    })
    expect(await rows(orderId)).toMatchObject([{ state: 'refunded' }])
    expect(await purchases(proxy)).toHaveLength(before)
  })

  it('stops it also when nobody has looked since: old word buys nothing', async () => {
    const before = (await purchases(proxy)).length
    const orderId = await whileStopped(async id => {
      await giveBackAtHosted(id)
      await proxy.advance(11 * 60)
    })
    expect(await purchases(proxy)).toHaveLength(before)
    expect((await supplyOf(proxy, ann, orderId)).data?.supplyState).toBe(4)
  })

  it('is not there: the buyer’s next look lets the purchase go on, once', async () => {
    const before = (await purchases(proxy)).length
    const orderId = await whileStopped(() => proxy.advance(11 * 60))
    expect(await purchases(proxy)).toHaveLength(before)
    await Promise.all(Array.from({ length: 5 }, () => supplyOf(proxy, ann, orderId)))
    await proxy.runJobs()
    expect(await purchases(proxy)).toHaveLength(before + 1)
    expect((await supplyOf(proxy, ann, orderId)).data).toMatchObject({ supplyState: 2, goodsCoupons: [{}] })
  })

  it('does not take codes away that were bought', async () => {
    const orderId = await paid(ann, await card())
    await supplyOf(proxy, ann, orderId)
    await proxy.runJobs()
    await giveBackAtHosted(orderId)
    expect((await supplyOf(proxy, ann, orderId)).data).toMatchObject({ supplyState: 2, goodsCoupons: [{}] })
  })
})

describe('a refused purchase', () => {
  it('waits for the shop keeper, because the money is not here, whatever the setting says', async () => {
    await set(proxy, 'supply_rejected', 'refund')
    await arm(proxy, 'buygoods', 'code40008')
    const orderId = await paid(ann, await card())
    expect(await soldBy(() => supplyOf(proxy, ann, orderId))).toBe(0)
    await proxy.runJobs()
    const [purchase] = await rows(orderId)
    expect(purchase?.state).toBe('rejected')
    expect(proxy.logLines().join('\n')).toContain(`再运行 weilian refunded ${purchase?.id}`)
    expect((await supplyOf(proxy, ann, orderId)).data?.supplyState).toBe(3)
    const ours = await services.db
      .selectFrom('upstream_orders')
      .select('order_id')
      .where('merchant_id', '=', proxy.merchantId)
      .where('upstream_id', '=', String(orderId))
      .executeTakeFirstOrThrow()
    const give = services.transaction(tx =>
      giveUnasked(tx, { merchantId: proxy.merchantId, orderId: ours.order_id, reason: '' }, proxy.now()),
    )
    await expect(give).rejects.toThrow('托管服务')
    await expectBalancedLedger(proxy)
  })
})

describe('what the buyer told', () => {
  it('reaches the supplier: the account of a top-up, by its name', async () => {
    const goodsId = await createGoods(hosted)
    await link(proxy, goodsId, 'MBaN9RXwRvrnodE0', { kind: 1, fields: ['充值账号'] })
    const told = await paid(ann, goodsId, { extJsonStr: { 充值账号: 'ann@qq 号&=', 别的: '不说' } })
    expect(await soldBy(() => supplyOf(proxy, ann, told))).toBe(1)
    expect((await purchases(proxy)).at(-1)?.fields).toEqual({ 充值账号: 'ann@qq 号&=' })
    expect((await supplyOf(proxy, ann, told)).data?.goods).toMatchObject([
      { fields: [{ key: '充值账号', value: 'ann@qq 号&=' }] },
    ])
    const silent = await paid(ann, goodsId)
    expect(await soldBy(() => supplyOf(proxy, ann, silent))).toBe(0)
    expect(await rows(silent)).toMatchObject([{ state: 'rejected', note: '没有填写：充值账号' }])
  })

  it('is asked for first, once for each name, by goods that need it', async () => {
    const [topUp, other, sent] = [await createGoods(hosted), await createGoods(hosted), await createGoods(hosted)]
    await link(proxy, topUp, 'MBaN9RXwRvrnodE0', { kind: 1, choice: '面值:50元', fields: ['充值账号'] })
    await link(proxy, topUp, 'MBaN9RXwRvrnodE0', { kind: 1, choice: '面值:100元', fields: ['充值账号', '大区'] })
    await link(proxy, other, 'MBaN9RXwRvrnodE0', { kind: 1, fields: ['大区'] })
    await link(proxy, sent, 'Zt4mWq8LsYc2KfHb', { kind: 2, fields: ['收货地址'] })
    const field = (key: string) => ({ key, label: key, placeholder: '', required: true })
    expect(await fieldsOf(proxy, topUp, other, sent)).toMatchObject({ data: [field('充值账号'), field('大区')] })
    expect(await fieldsOf(proxy, await card(), sent, 999_999)).toMatchObject({ code: 0, data: [] })
    expect((await fieldsOf(proxy)).code).toBe(errors.badRequest[0])
    expect((await fieldsOf(hosted, topUp)).code).not.toBe(0)
  })

  it('is the address too, for goods that are sent', async () => {
    const goodsId = await createGoods(hosted, { freightId: await createFreight(hosted) })
    await link(proxy, goodsId, 'Zt4mWq8LsYc2KfHb', { kind: 2 })
    const orderId = await paid(ann, goodsId, HANGZHOU)
    expect(await soldBy(() => supplyOf(proxy, ann, orderId))).toBe(1)
    expect((await purchases(proxy)).at(-1)?.fields).toEqual({
      收货地址: expect.stringMatching(/^浙江省杭州市.*文三路 1 号$/),
    })
    expect((await supplyOf(proxy, ann, orderId)).data).toMatchObject({ supplyState: 2, parcels: [] })
    const [row] = await rows(orderId)
    const purchase = await findPurchase(services.db, proxy.merchantId, row?.id ?? 0)
    if (!purchase) throw new Error('nothing was bought')
    const parcel = { shipper: '顺丰速运', trackingNumber: 'SF900200' }
    await services.transaction(tx => enterParcel(tx, purchase, parcel, proxy.now()))
    const parcels = [{ shipperName: '顺丰速运', trackingNumber: 'SF900200' }]
    expect((await supplyOf(proxy, ann, orderId)).data?.parcels).toEqual(parcels)
  })
})

describe('a hosted service that is no help', () => {
  it('is told apart: nobody there, no answer in time, nonsense; and no token stands in the log', async () => {
    const answers: Record<string, RequestListener> = {
      silent: () => {},
      broken: (_, response) => response.destroy(),
      nonsense: (_, response) => void response.end('<html>'),
    }
    let how = ''
    const server = createServer((...call) => answers[how]?.(...call))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const own = await createShop({ UPSTREAM_WXAPI: `http://127.0.0.1:${port}/demo`, UPSTREAM_TIMEOUT_MS: '200' })
    const heard: Record<string, number> = {}
    for (how of ['silent', 'broken', 'nonsense', 'nobody']) {
      if (how === 'nobody') {
        server.closeAllConnections()
        server.close()
      }
      heard[how] = (await supplyOf(own, { token: 'a-very-secret-token' }, 1)).code
    }
    expect(own.logLines().join('\n')).not.toContain('a-very-secret-token')
    const [away] = errors.upstreamAway
    expect(heard).toEqual({
      silent: errors.upstreamSlow[0],
      broken: away,
      nonsense: errors.upstreamOdd[0],
      nobody: away,
    })
  })
})

describe('the proxy', () => {
  it('serves nothing else: nobody logs in, pays or looks around here', async () => {
    for (const path of [
      '/demo/order/list',
      '/demo/user/wxapp/authorize',
      '/notify/wechatpay/1',
      '/demo/shop/goods/list',
    ])
      expect((await fetch(`${proxy.origin}${path}`, { method: 'POST' })).status, path).toBe(404)
  })

  it('does not exist on a server that takes orders itself', async () => {
    expect((await supplyOf(hosted, ann, 1).catch(() => ({ code: 404 }))).code).toBe(404)
  })

  it('writes down each look at codes, with the buyer of the hosted service', async () => {
    const orderId = await paid(ben, await card())
    await supplyOf(proxy, ben, orderId)
    await proxy.runJobs()
    await supplyOf(proxy, ben, orderId)
    const looks = await services.db
      .selectFrom('card_reveals')
      .innerJoin('user_identities as who', join =>
        join
          .onRef('who.merchant_id', '=', 'card_reveals.merchant_id')
          .onRef('who.user_id', '=', 'card_reveals.user_id'),
      )
      .select(['who.subject', 'card_reveals.codes'])
      .where('card_reveals.merchant_id', '=', proxy.merchantId)
      .orderBy('card_reveals.id', 'desc')
      .execute()
    expect(looks[0]).toEqual({ subject: `uid:${ben.uid}`, codes: 1 })
  })
})
