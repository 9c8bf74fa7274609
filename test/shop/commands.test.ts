import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { freshPlace } from '../support/database'
import { refused, told } from '../support/keeper'
import { codeOf, dataOf } from '../support/people'
import { builtPrograms, envOf, run } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
beforeAll(builtPrograms)

const COMMANDS = [
  'create-shop',
  'setting',
  'import-goods',
  'stock',
  'price',
  'orders',
  'order',
  'ship',
  'balance',
  'article',
  'page',
  'notice',
  'feedback',
]

describe('shop help', () => {
  it('lists every command, without a shop, a database or settings', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'xiaopu-nowhere-'))
    const env = envOf({ dataDir: nowhere, databaseUrl: undefined })
    const [asked, unasked] = await Promise.all([run('shop', ['help'], env), run('shop', [], env)])
    expect(asked.code).toBe(0)
    for (const command of COMMANDS) expect(asked.said).toContain(`\n  ${command} `)
    expect(unasked).toEqual(asked)
    rmSync(nowhere, { recursive: true })
  })

  it('is what an unknown command is answered with, and the end is 1', async () => {
    const said = await refused(shop, 'sell-everything')
    expect(said).toContain('no such command: sell-everything')
    expect(said).toContain('import-goods')
  })

  it('of one command comes with arguments that it cannot use', async () => {
    const [missing, many, unknown] = await Promise.all([
      refused(shop, 'ship', 'OD1'),
      refused(shop, 'price', '1', '2', '3'),
      refused(shop, 'orders', '--colour', 'red'),
    ])
    expect(missing).toMatch(/missing: shipper trackingNumber[\s\S]+usage: <订单号 orderNumber>/)
    expect(many).toMatch(/too many: 3[\s\S]+usage: <商品编号 goodsId>/)
    expect(unknown).toMatch(/--colour[\s\S]+usage: \[--status/)
  })
})

describe('shop create-shop', () => {
  it('opens the first shop of an empty database', async () => {
    const home = await freshPlace()
    afterAll(home.remove)
    const env = envOf(home)
    const before = await run('shop', ['orders'], env)
    expect(before).toMatchObject({ code: 1, said: expect.stringContaining('create-shop') })
    const opened = await run('shop', ['create-shop', 'tea-house', '茶馆'], env)
    expect(opened).toEqual({ code: 0, said: '新店已开 / opened: 茶馆（tea-house，商户号 merchant id 1）\n' })
    expect(await run('shop', ['orders'], env)).toEqual({ code: 0, said: '没有订单 / no orders\n' })
  })

  it('opens a further one, which a running server finds when it is asked for', async () => {
    const names = ['Tea', 'common', 'a'.repeat(32)]
    for (const said of await Promise.all(names.map(name => refused(shop, 'create-shop', name, '店'))))
      expect(said).toContain('subDomain 应为')
    expect(await refused(shop, 'create-shop', 'demo', '店')).toContain('demo 已被使用')
    const said = await told(shop, 'create-shop', 'branch', '分店')
    expect(said).toContain('分店（branch')
    const answer = await fetch(`${shop.origin}/branch/shop/goods/category/all`)
    expect(await answer.json()).toMatchObject({ code: errors.noData[0] })
    const [several, wrong] = await Promise.all([refused(shop, 'orders'), refused(shop, 'orders', '--shop', 'nobody')])
    expect(several).toContain('several shops, name one with --shop: demo, branch')
    expect(wrong).toContain('没有店铺 nobody')
    expect(await told(shop, 'orders', '--shop', 'branch')).toContain('没有订单')
  })
})

describe('shop setting', () => {
  const value = async (key: string) => {
    const answer = await wxapi.queryConfigValue(key)
    return answer.code === 0 ? answer.data : answer.code
  }

  it('shows and sets, and a running server says the new value at once', async () => {
    await told(shop, 'setting', 'mallName', '老白茶铺', '--shop', 'demo')
    expect(await dataOf(wxapi.queryConfigValue('mallName'))).toBe('老白茶铺')
    await told(shop, 'setting', 'mallName', '新白茶铺', '--shop=demo')
    expect(await dataOf(wxapi.queryConfigValue('mallName'))).toBe('新白茶铺')
    expect(await told(shop, 'setting', 'mallName', '--shop', 'demo')).toBe('mallName = 新白茶铺\n')
    expect(await refused(shop, 'setting', 'a', 'b', 'c', '--shop', 'demo')).toContain('too many: c')
  })

  it('hides what is private, and keeps it so when the value changes', async () => {
    await told(shop, 'setting', 'order_hx_uids', '1', '--private', '--shop', 'demo')
    expect(await value('order_hx_uids')).toBe(errors.noData[0])
    expect(await told(shop, 'setting', 'order_hx_uids', '1,2', '--shop', 'demo')).toContain('不公开')
    expect(await value('order_hx_uids')).toBe(errors.noData[0])
    expect(await told(shop, 'setting', '--shop', 'demo')).toBe(
      'mallName = 新白茶铺\norder_hx_uids = 1,2（不公开 private）\n',
    )
    await told(shop, 'setting', 'order_hx_uids', '3', '--public', '--shop', 'demo')
    expect(await value('order_hx_uids')).toBe('3')
    expect(await refused(shop, 'setting', 'a', 'b', '--public', '--private', '--shop', 'demo')).toContain('只能用一个')
    expect(await codeOf(wxapi.queryConfigValue('a'))).toBe(errors.noData[0])
  })
})
