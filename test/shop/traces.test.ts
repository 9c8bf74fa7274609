import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFreight, createGoods, HANGZHOU } from '../support/goods'
import { refused, told } from '../support/keeper'
import { payOnline, place } from '../support/orders'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const ann = await signIn(shop, 'ann')
const tea = await createGoods(shop, { freightId: await createFreight(shop), stock: 99 })
const folder = mkdtempSync(join(tmpdir(), 'xiaopu-traces-'))
beforeAll(builtPrograms)
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string): string {
  const path = join(folder, `${Math.random()}.csv`)
  writeFileSync(path, content)
  return path
}

async function shipped(...numbers: string[]) {
  const order = await place(shop, ann, tea, HANGZHOU)
  await payOnline(shop, ann, order)
  for (const number of numbers) await told(shop, 'ship', order.orderNumber ?? '', '顺丰速运', number)
  return order
}

const detailOf = (id: number) => dataOf(wxapi.orderDetail(ann.token, id))
const stepsOf = async (id: number) =>
  ((await detailOf(id)).orderLogisticsShippers ?? []).map(({ trackingNumber, tracesArray = [] }) => [
    trackingNumber,
    ...tracesArray.map(({ AcceptTime, AcceptStation }) => `${AcceptTime.slice(5, 16)} ${AcceptStation}`),
  ])

describe('shop ship', () => {
  it('writes a parcel down once, however often it is told of it', async () => {
    const { id } = await shipped('SF1001', 'SF1001', 'SF1002')
    expect(await stepsOf(id)).toEqual([['SF1001'], ['SF1002']])
  })
})

describe('shop traces', () => {
  it('adds a step to a parcel, once, in the order of time', async () => {
    const { id } = await shipped('SF2001')
    expect(await told(shop, 'traces', 'SF2001')).toContain('还没有轨迹')
    await told(shop, 'traces', 'SF2001', '2026-01-03 09:00', '【上海】已到达')
    await told(shop, 'traces', 'SF2001', '2026/1/2 8:05', '【杭州】已揽收')
    expect(await told(shop, 'traces', 'SF2001', '2026-01-02 08:05:00', '【杭州】已揽收')).toContain('已经有这一条')
    expect(await stepsOf(id)).toEqual([['SF2001', '01-02 08:05 【杭州】已揽收', '01-03 09:00 【上海】已到达']])
    const { logisticsTraces, orderLogisticsShippers } = await detailOf(id)
    expect(logisticsTraces).toHaveLength(2)
    expect(JSON.parse(orderLogisticsShippers?.[0]?.traces ?? '')).toEqual(logisticsTraces)
    expect(await told(shop, 'traces', 'SF2001')).toMatch(/SF2001\n {2}2026-01-02 08:05:00 {2}【杭州】已揽收\n/)
  })

  it('imports the parcels of several orders, and the same file again adds nothing', async () => {
    const [one, two] = [await shipped('SF3001', 'SF3002'), await shipped('SF3003')]
    const both = await shipped('SF3003')
    const path = file(
      '运单号,时间,说明\nSF3001,2026-01-02 08:00:00,已揽收\nSF3002,2026-01-02 09:00:00,已揽收\nSF3003,2026-01-02 10:00:00,"【杭州】已揽收，等待运输"\n',
    )
    expect(await told(shop, 'traces', 'import', path)).toContain('4 个包裹 / parcels，新增 4 条')
    expect(await told(shop, 'traces', 'import', path)).toContain('新增 0 条')
    expect(await stepsOf(one.id)).toEqual([
      ['SF3001', '01-02 08:00 已揽收'],
      ['SF3002', '01-02 09:00 已揽收'],
    ])
    expect(await stepsOf(two.id)).toEqual([['SF3003', '01-02 10:00 【杭州】已揽收，等待运输']])
    expect(await stepsOf(both.id), 'goods of two orders may travel in one parcel').toEqual(await stepsOf(two.id))
  })

  it('imports nothing while anything is wrong, and says what', async () => {
    const { id } = await shipped('SF4001')
    const bad = file('运单号,时间,说明\nSF4001,2026-01-02 08:00:00,已揽收\n,2026-02-30 08:00:00,\n')
    const said = await refused(shop, 'traces', 'import', bad)
    for (const words of ['有 3 处问题', '第 3 行', '缺少运单号', '时间应如', '说明应有']) expect(said).toContain(words)
    const unknown = file('trackingNumber,time,text\nSF4001,2026-01-02 08:00:00,x\nNONE1,2026-01-02 08:00:00,x\n')
    expect(await refused(shop, 'traces', 'import', unknown)).toContain('没有运单号 NONE1')
    expect(await stepsOf(id)).toEqual([['SF4001']])
    expect(await refused(shop, 'traces', 'SF4001', '2099-01-01 08:00:00', '来自未来')).toContain('未来')
    expect(await refused(shop, 'traces', 'NONE2')).toContain('没有运单号')
    expect(await refused(shop, 'traces', 'import', file('名称\n茶\n'))).toContain('缺少「运单号」列')
  })

  it('keeps what two imports at once bring', async () => {
    const { id } = await shipped('SF5001')
    const line = (i: number) => `SF5001,2026-01-02 08:0${i}:00,第 ${i} 站\n`
    const paths = [0, 1, 2, 3].map(i => file(`运单号,时间,说明\n${line(i)}`))
    await Promise.all(paths.map(path => told(shop, 'traces', 'import', path)))
    expect((await stepsOf(id))[0]).toHaveLength(5)
  })

  it('knows the parcels of its own shop alone', async () => {
    const { id } = await shipped('SF6001')
    await shop.anotherShop('traces-other')
    const elsewhere = ['--shop', 'traces-other']
    expect(await refused(shop, 'traces', 'SF6001', '2026-01-02 08:00:00', 'x', ...elsewhere)).toContain('没有运单号')
    expect(await stepsOf(id)).toEqual([['SF6001']])
  })
})
