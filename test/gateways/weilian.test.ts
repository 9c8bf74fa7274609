import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWeilian, type Purchase, type PurchaseWish } from '../../server/gateways/weilian'
import { probeWeilian } from '../../server/gateways/weilian/probe'
import { weilianToken } from '../../server/gateways/weilian/token'
import { deadAddress, everythingIn, failureOf, keys, type Parties, startParties, startStub, timeoutMs } from './support'

const CARD = 'DdPjV10JJNdXv75n'
const TOP_UP = 'MBaN9RXwRvrnodE0'
const SOLD_OUT = 'Rx9eUo3GpTn6VdJa'

let parties: Parties
beforeEach(async () => {
  parties = await startParties()
})
afterEach(() => parties.close())

const wish: PurchaseWish = { goodsId: CARD, quantity: 2, mobile: '13800138000' }
const buy = (change: Partial<PurchaseWish> = {}) => parties.weilian.buy({ ...wish, ...change })
const arm = (action: string, fault: string, more = {}) =>
  parties.control('/weilian/faults', { action, fault, times: 1, ...more })
const sold = async () => (await parties.control('/weilian/purchases')).json

describe('goods', () => {
  it('lists what the supplier has, in fen', async () => {
    const goods = await parties.weilian.goods()
    expect(goods.find(({ id }) => id === CARD)).toMatchObject({ priceFen: 1280, stock: 200, type: 0, fields: [] })
    expect(goods.find(({ id }) => id === TOP_UP)).toMatchObject({ type: 1, fields: ['充值账号'] })
  })

  it('fetches some by id, in as many calls as it takes, and none in no call', async () => {
    const found = await parties.weilian.goodsById([TOP_UP, CARD, 'unknown'])
    expect(found.map(({ id }) => id)).toEqual([TOP_UP, CARD])
    expect(await parties.weilian.goodsById([...Array(150).fill('unknown'), CARD])).toHaveLength(1)
    expect(await parties.weilian.goodsById([])).toEqual([])
  })

  it('follows price and stock', async () => {
    await parties.control('/weilian/goods', { id: CARD, price: 9.9, stock: 3 })
    expect(await parties.weilian.goodsById([CARD])).toMatchObject([{ priceFen: 990, stock: 3 }])
    await arm('batchselectgoods', 'priceDrift')
    expect((await parties.weilian.goods())[0]?.priceFen).toBe(990)
    expect((await parties.weilian.goods())[0]?.priceFen).toBe(1089)
  })

  it.each(['flat', 'nested', 'strings', 'numbers'])('reads the same from an answer that is %s', async shape => {
    const plain = await parties.weilian.goods()
    await arm('batchselectgoods', shape)
    expect(await parties.weilian.goods()).toEqual(plain)
  })

  it.each([
    ['a list with gaps', { data: { 1: { id: 'A' }, 3: { id: 'B' } } }],
    ['a list beside the code', { goods: [{ id: 'A' }, { id: 'B' }] }],
    ['rows beside the code', { 0: { id: 'A' }, 1: { id: 'B' } }],
    ['a list of another name', { data: { rows: [{ id: 'A' }, { id: 'B' }], total: 2 } }],
  ])('finds the rows in %s', async (_shape, answer) => {
    const weilian = await stub(JSON.stringify({ code: '8888', ...answer }))
    expect((await weilian.goods()).map(({ id }) => id)).toEqual(['A', 'B'])
  })

  it('takes an unknown shape for no answer, never for an empty list', async () => {
    for (const data of [null, '', {}, { id: '' }, ['A'], [{ title: 'no id' }]]) {
      const weilian = await stub(JSON.stringify({ code: 8888, data }))
      expect(await failureOf(weilian.goods())).toMatchObject({ code: 'unreadable', sent: 'maybe', retry: true })
    }
    expect(await (await stub('{"code":8888,"data":[]}')).goods()).toEqual([])
    expect(await (await stub('\u{feff}{"code":8888,"data":[]}')).goods()).toEqual([])
  })
})

describe('buy', () => {
  const isWhole = (purchase: Purchase) => {
    expect(purchase).toMatchObject({ complete: true, orderId: expect.stringMatching(/^\w{16}$/), balanceFen: 97_440 })
    expect(purchase.codes).toHaveLength(2)
  }

  it('gives the codes that were sold, and what is left of our money', async () => {
    const purchase = await buy()
    isWhole(purchase)
    const [record] = await sold()
    expect(record).toMatchObject({
      orderId: purchase.orderId,
      goodsId: CARD,
      quantity: 2,
      priceFen: 2560,
      mobile: wish.mobile,
    })
    expect(purchase.codes).toEqual(
      record.codes.map(({ number, password }: Record<string, string>) => ({ number, secret: password })),
    )
  })

  it.each(['flat', 'nested', 'infoString', 'infoList', 'infoObjects', 'strings', 'numbers'])(
    'reads an answer that is %s',
    async shape => {
      await arm('buygoods', shape)
      isWhole(await buy())
    },
  )

  it('fills in what a top-up asks for, and expects no codes then', async () => {
    const topUp = { goodsId: TOP_UP, quantity: 1, type: 1 } as const
    expect(await failureOf(buy(topUp))).toMatchObject({ code: 'missingParameter', sent: 'yes' })
    const fields = { 充值账号: 'QQ 10001&a=b' }
    expect(await buy({ ...topUp, fields })).toMatchObject({ complete: true, codes: [] })
    expect(await sold()).toMatchObject([{ fields }])
  })

  it.each([
    [{ goodsId: 'unknown' }, 'goodsUnknown'],
    [{ goodsId: SOLD_OUT }, 'outOfStock'],
    [{ mobile: '123' }, 'badMobile'],
    [{ mobile: '' }, 'missingParameter'],
    [{ quantity: 101 }, 'badQuantity'],
    [{ quantity: 90 }, 'balanceShort'],
  ])('is refused with %o: %s', async (change, code) => {
    expect(await failureOf(buy(change))).toMatchObject({ party: 'weilian', code, sent: 'yes', retry: false })
    expect(await sold()).toEqual([])
  })

  it('sends nothing for a quantity or a field that would be misread', async () => {
    for (const quantity of [0, -1, 1.5, Number.NaN])
      expect(await failureOf(buy({ quantity }))).toMatchObject({ code: 'badQuantity', sent: 'no' })
    for (const fields of [{ 'a]b': '1' }, { '': '1' }, { a: '\ud800' }] as Record<string, string>[])
      expect(await failureOf(buy({ fields }))).toMatchObject({ code: 'badField', sent: 'no' })
  })

  it.each([
    ['code40000', 'missingParameter'],
    ['code40001', 'noApiRight'],
    ['code40002', 'credentials'],
    ['code40003', 'frozen'],
    ['code40004', 'badQuantity'],
    ['code40005', 'goodsUnknown'],
    ['code40006', 'badMobile'],
    ['code40007', 'balanceShort'],
    ['code40008', 'outOfStock'],
  ])('reads %s as %s, and is sure that nothing was sold', async (fault, code) => {
    await arm('buygoods', fault)
    if (fault === 'code40003') await arm('buygoods', 'strings')
    expect(await failureOf(buy())).toMatchObject({ code, sent: 'yes', retry: false })
    expect(await sold()).toEqual([])
  })

  it.each([
    ['code40009', 'orderFailed', 0],
    ['code40009Sold', 'orderFailed', 1],
    ['html', 'unreadable', 0],
    ['error500', 'badStatus', 0],
    ['redirect', 'badStatus', 0],
    ['reset', 'broken', 1],
  ])('leaves open whether %s sold anything', async (fault, code, sales) => {
    await arm('buygoods', fault)
    expect(await failureOf(buy())).toMatchObject({ code, sent: 'maybe', retry: false })
    expect(await sold()).toHaveLength(sales)
  })

  it('leaves open what a time-out means: with one delay nothing was sold, with the other it was', async () => {
    await arm('buygoods', 'delayBeforeCommit', { delayMs: 5_000 })
    expect(await failureOf(buy())).toMatchObject({ code: 'timeout', sent: 'maybe', retry: false })
    expect(await sold()).toHaveLength(0)
    await arm('buygoods', 'delayAfterCommit', { delayMs: 5_000 })
    expect(await failureOf(buy())).toMatchObject({ code: 'timeout', sent: 'maybe', retry: false })
    expect(await sold()).toHaveLength(1)
  })

  it('says that nothing was sent when the supplier cannot be reached', async () => {
    const weilian = createWeilian({ baseUrl: await deadAddress(), ...keys.weilian })
    expect(await failureOf(weilian.buy(wish))).toMatchObject({ code: 'unreachable', sent: 'no', retry: true })
  })

  it('buys at the price of that moment', async () => {
    await arm('buygoods', 'priceDrift')
    expect(await buy()).toMatchObject({ balanceFen: 100_000 - 2 * 1408 })
    await arm('buygoods', 'stockDrift')
    expect(await failureOf(buy())).toMatchObject({ code: 'outOfStock', sent: 'yes' })
  })

  it('is not complete when a code is missing or comes twice', async () => {
    await arm('buygoods', 'shortGoodsInfo')
    expect(await buy()).toMatchObject({ complete: false, codes: [expect.anything()] })
    await arm('buygoods', 'duplicateCode')
    expect((await buy()).complete).toBe(true)
    const codes = (await sold()).flatMap((sale: { codes: { number: string }[] }) =>
      sale.codes.map(({ number }) => number),
    )
    expect(new Set(codes).size).toBe(codes.length - 1)
  })

  it.each([
    ['no order number', { goods_info: ['A', 'B'], money: '1' }, { codes: 2, orderId: undefined }],
    ['no codes', { orderid: 77 }, { codes: 0, orderId: '77' }],
    ['too many codes', { orderid: '77', goods_info: 'A\nB\nC' }, { codes: 3, orderId: '77' }],
    ['the same code twice', { orderid: '77', goods_info: ['A', 'A'] }, { codes: 2, orderId: '77' }],
    ['an unknown object', { orderid: '77', goods_info: [{ x: 'A' }, { x: 'B' }] }, { codes: 2, orderId: '77' }],
  ])('hands over what there is of an answer with %s', async (_what, answer, { codes, orderId }) => {
    const purchase = await (await stub(JSON.stringify({ code: 1, ...answer }))).buy(wish)
    expect(purchase).toMatchObject({ complete: false, orderId })
    expect(purchase.codes).toHaveLength(codes)
  })

  it.each([
    ['a refusal that names an order', '{"code":40008,"orderid":"77","goods_info":["A","B"]}'],
    ['the code of another call', '{"code":8888}'],
    ['a code that nobody announced', '{"code":50000}'],
    ['no code', '{"orderid":"77"}'],
    ['a code of words', '{"code":"ok"}'],
  ])('takes %s for neither yes nor no', async (_what, body) => {
    expect(await failureOf((await stub(body)).buy(wish))).toMatchObject({ code: 'unknownCode', sent: 'maybe' })
  })

  it('takes a refusal for certain only with HTTP 200', async () => {
    const weilian = await stub('{"code":40007}', 400)
    expect(await failureOf(weilian.buy(wish))).toMatchObject({ code: 'badStatus', sent: 'maybe' })
  })

  it('keeps digits of codes that no number can hold', async () => {
    const body = '{"code":1,"orderid":6759035436129910828,"goods_info":[6759035436129910999,"0012"],"money":3.5}'
    const { orderId, codes } = await (await stub(body)).buy(wish)
    expect(orderId).toBe('6759035436129910828')
    expect(codes).toEqual([{ secret: '6759035436129910999' }, { secret: '0012' }])
  })

  it('never shows a code, an appkey or a token in an error', async () => {
    const token = weilianToken(keys.weilian)
    for (const body of [
      '{"code":1,"goods_info":["hush"]',
      '<b>hush</b>{"code":1}',
      '{"code":"hush"}',
      '{"code":40009,"msg":"hush"}',
    ]) {
      const shown = everythingIn(await failureOf((await stub(body)).buy({ ...wish, fields: { a: 'hush' } })))
      for (const secret of ['hush', token, keys.weilian.appkey]) expect(shown).not.toContain(secret)
    }
  })
})

describe('orders', () => {
  it('shows what was bought, with the fields by which it can be recognised', async () => {
    const { orderId } = await buy()
    const [order] = await parties.weilian.orders()
    expect(order).toMatchObject({
      id: orderId,
      type: 0,
      priceFen: 2560,
      quantity: 2,
      status: 3,
      mobile: wish.mobile,
      fields: {},
    })
    expect(Math.abs((order?.createdAt?.getTime() ?? 0) - Date.now())).toBeLessThan(2_000)
    await arm('mallorder', 'strings')
    await arm('mallorder', 'nested')
    expect(await parties.weilian.mallOrders()).toMatchObject([{ id: orderId, quantity: 2, createdAt: undefined }])
  })

  it('may miss orders', async () => {
    await buy()
    await arm('getorder', 'hiddenOrders')
    expect(await parties.weilian.orders()).toEqual([])
    await arm('getorder', 'lag', { times: 2 })
    expect(await parties.weilian.orders()).toEqual([])
    parties.clock.advance(60)
    expect(await parties.weilian.orders()).toHaveLength(1)
  })

  it('may be asked for again after any failure', async () => {
    await arm('getorder', 'error500')
    expect(await failureOf(parties.weilian.orders())).toMatchObject({ code: 'badStatus', sent: 'maybe', retry: true })
  })
})

describe('deliver', () => {
  it('reports an order as sent, whichever code the supplier has for that', async () => {
    const { orderId = '' } = await buy()
    await parties.weilian.deliver(orderId)
    await (await stub('{"code":1}')).deliver(orderId)
  })

  it('hears that there is no such order, and leaves open what a time-out means', async () => {
    expect(await failureOf(parties.weilian.deliver('nobody'))).toMatchObject({ sent: 'yes', code: 'goodsUnknown' })
    const { orderId = '' } = await buy()
    await arm('delivergoods', 'delayAfterCommit', { delayMs: 2_000 })
    expect(await failureOf(parties.weilian.deliver(orderId))).toMatchObject({ sent: 'maybe', retry: false })
  })
})

describe('probeWeilian', () => {
  it('finds the label by reading alone', async () => {
    const settings = { baseUrl: `${parties.base}/weilian/api`, ...keys.weilian, timeoutMs }
    expect(await probeWeilian({ ...settings, tokenTimeLabel: 'ctime' })).toEqual([
      { label: 'creation_time', outcome: 'right', goods: 5 },
      { label: 'ctime', outcome: 'credentials' },
    ])
    expect(await sold()).toEqual([])
  })

  it('says what else is in the way', async () => {
    const account = { ...keys.weilian, baseUrl: await deadAddress(), timeoutMs }
    expect((await probeWeilian(account)).map(({ outcome }) => outcome)).toEqual(['unreachable', 'unreachable'])
  })
})

describe('the supplier', () => {
  const post = async (body: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(`${parties.base}/weilian/api/`, { method: 'POST', headers, body })
    return (await answer.json()).code
  }
  const { appid, user, appkey } = keys.weilian
  const identity = `appid=${appid}&user=${user}&appkey=${appkey}&token=${weilianToken(keys.weilian)}`

  it('takes its own spelling only, in lower case', async () => {
    expect(await post(`${identity}&do=batchselectgoods`)).toBe(8888)
    expect(await post(`${identity}&Do=batchselectgoods`)).toBe(40000)
    expect(await post(`${identity}`)).toBe(40000)
    expect(await post(`${identity.replace('appkey', 'Appkey')}&do=batchselectgoods`)).toBe(40000)
    expect(await post(`${identity}&do=buygoods&goods_id=${CARD}&goods_num=1&goods_mobile=13800138000`)).toBe(40000)
    expect(await post(`${identity}&do=buygoods&goods_id=${CARD}&goods_num=1&goods_moblie=13800138000`)).toBe(1)
    expect(await post(`${identity}&do=getmultiplegoods`)).toBe(40000)
  })

  it('knows one label for the time in the token', async () => {
    const weilian = createWeilian({ baseUrl: `${parties.base}/weilian/api`, ...keys.weilian, tokenTimeLabel: 'ctime' })
    expect(await failureOf(weilian.goods())).toMatchObject({ code: 'credentials', sent: 'yes' })
    await weilian.end()
  })

  it('lets its balance be changed', async () => {
    expect((await parties.control('/weilian/balance', { balance: 12.8 })).json).toEqual({ balance: 12.8 })
    expect(await failureOf(buy())).toMatchObject({ code: 'balanceShort' })
    expect(await buy({ quantity: 1 })).toMatchObject({ balanceFen: 0 })
    expect((await parties.control('/weilian/balance', { balance: 1.005 })).status).toBe(400)
  })
})

async function stub(body: string, status = 200) {
  const baseUrl = await startStub((_request, response) => response.writeHead(status).end(body))
  return createWeilian({ baseUrl, ...keys.weilian, timeoutMs })
}
