import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fen } from '../../contract/money'
import { type Database, openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { insertGoods } from '../../server/domains/goods/save'
import { createMerchant } from '../../server/domains/site/settings'
import { makeKeys } from '../../simulators/keys'
import { clientOf } from '../support/client'
import { freshPlace } from '../support/database'
import { place } from '../support/orders'
import { settingsFor, startParties } from '../support/parties'
import { dataOf, signIn } from '../support/people'
import { builtPrograms, envOf, type Running, start } from '../support/programs'
import { freePort } from '../support/shop'

beforeAll(builtPrograms)

const OPEN = 'the shop is open'

/** A shop with one card code in it, before any server has run, and how to start a server for it. */
async function prepared(settings: (origin: string) => Record<string, string>) {
  const home = await freshPlace()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const database = openDatabase(home)
  await migrate(database)
  const now = new Date()
  const merchantId = await database.transaction(tx => createMerchant(tx, 'demo', '小铺', now))
  const supply = { type: 'weilian', goodsId: 'DdPjV10JJNdXv75n', kind: 0, fields: [] }
  const draft = { name: '视频会员月卡', skus: [{ values: [], priceFen: fen(1500), stock: 100 }], supply }
  const goodsId = await database.transaction(tx => insertGoods(tx, merchantId, draft, now))
  const env = envOf(home, { ...settings(origin), PORT: String(port) })
  afterAll(async () => {
    await database.close()
    await home.remove()
  })
  return {
    origin,
    goodsId,
    database,
    merchantId,
    env,
    wxapi: clientOf(origin, 'demo', String(merchantId)),
    open: () => start('server', env, OPEN),
  }
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isSo()) return
    await wait(25)
  }
  throw new Error(`waited in vain: ${what}`)
}

const readiness = async (origin: string) => (await fetch(`${origin}/readyz`)).status

describe('a server that is told to stop', () => {
  it('says so, finishes the request in flight, and ends with 0, however often it is told', async () => {
    const parties = await startParties()
    const shop = await prepared(parties.settings)
    const server = await shop.open()
    const ann = await signIn(shop, 'ann')
    expect(await readiness(shop.origin)).toBe(200)
    const { reached, release } = parties.hold('/transactions/jsapi')
    const sheet = dataOf(shop.wxapi.wxpay({ token: ann.token, money: 1 }))
    await reached
    server.kill('SIGTERM')
    await until(async () => (await readiness(shop.origin)) === 503, 'readyz to say no')
    expect((await fetch(`${shop.origin}/healthz`)).status).toBe(200)
    server.kill('SIGTERM')
    await wait(1200)
    release()
    expect(await sheet).toMatchObject({ outTradeId: expect.stringMatching(/^ZF/) })
    expect((await server.ended).code).toBe(0)
    await expect(fetch(`${shop.origin}/healthz`)).rejects.toThrow()
    await parties.close()
  })
})

describe('a server that starts again on the same data', () => {
  it('knows its orders, its shoppers and its keys', async () => {
    const shop = await prepared(() => ({ SIMULATORS: 'on' }))
    const first = await shop.open()
    const ann = await signIn(shop, 'ann')
    const order = await place(shop, ann, shop.goodsId)
    const sheet = await dataOf(
      shop.wxapi.wxpay({ token: ann.token, money: 15, nextAction: { type: 0, id: String(order.id) } }),
    )
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } }
    await fetch(`${shop.origin}/_sim/wechatpay/confirm`, { ...post, body: JSON.stringify({ package: sheet.package }) })
    const seen = async () => (await dataOf(shop.wxapi.orderDetail(ann.token, order.id))).goodsCoupons
    await until(async () => (await seen()) !== undefined, 'the codes')
    const codes = await seen()
    first.kill('SIGINT')
    expect((await first.ended).code).toBe(0)
    const second = await shop.open()
    expect(await seen()).toEqual(codes)
    second.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
  })
})

describe('a server that is killed', () => {
  let shop: Awaited<ReturnType<typeof prepared>>
  let simulators: Running
  let base: string
  let server: Running

  beforeAll(async () => {
    const keys = makeKeys()
    const port = await freePort()
    base = `http://127.0.0.1:${port}/_sim`
    shop = await prepared(origin => settingsFor(keys, base, origin))
    const file = join(shop.env.DATA_DIR ?? '', 'simulator-keys.json')
    writeFileSync(file, JSON.stringify(keys))
    simulators = await start('simulators', { ...shop.env, PORT: String(port), SIMULATOR_KEYS: file }, '/_sim')
    server = await shop.open()
  }, 30_000)

  afterAll(async () => {
    for (const program of [server, simulators]) {
      program.kill('SIGTERM')
      await program.ended
    }
  })

  const sim = async (path: string, body?: object) => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return (await fetch(`${base}${path}`, body && post)).json() as Promise<Record<string, unknown>>
  }
  const sold = async () => ((await sim('/weilian/purchases')) as unknown as unknown[]).length

  /** Pays a card code while the supplier holds back its answer to `action`; kills the server once the call is out. */
  async function killedDuring(action: string, isOut: (database: Database) => Promise<boolean>) {
    const ann = await signIn(shop, `ann ${action}`)
    const order = await place(shop, ann, shop.goodsId)
    await sim('/weilian/faults', { action, fault: 'delayAfterCommit', delayMs: 3_000 })
    const nextAction = { type: 0, id: String(order.id) }
    const sheet = await dataOf(shop.wxapi.wxpay({ token: ann.token, money: 15, nextAction }))
    expect(await sim('/wechatpay/confirm', { package: sheet.package })).toMatchObject({ accepted: true })
    await until(() => isOut(shop.database), `${action} to be under way`)
    server.kill('SIGKILL')
    await server.ended
    await leaseRunsOut()
    server = await shop.open()
    return async () => {
      const { orderInfo, goodsCoupons = [] } = await dataOf(shop.wxapi.orderDetail(ann.token, order.id))
      return { status: orderInfo.status, supplyState: orderInfo.supplyState, codes: goodsCoupons.length }
    }
  }

  /** A minute passes, as far as the jobs of the dead server are concerned. */
  const leaseRunsOut = () =>
    shop.database.transaction(tx =>
      tx.updateTable('jobs').set({ lease_until: 0 }).where('state', '=', 'running').execute(),
    )

  const purchaseStates = async ({ db }: Database) => {
    const rows = await db
      .selectFrom('supply_purchases')
      .select('state')
      .where('merchant_id', '=', shop.merchantId)
      .execute()
    return rows.map(({ state }) => state)
  }

  it('between payment and delivery delivers after it is started again, once', async () => {
    const isLooking = async ({ db }: Database) => {
      const running = db.selectFrom('jobs').select('id').where('kind', '=', 'buySupply').where('state', '=', 'running')
      return (await running.execute()).length === 1
    }
    const seen = await killedDuring('getmultiplegoods', isLooking)
    await until(async () => (await seen()).status === 3, 'the codes')
    expect(await seen()).toEqual({ status: 3, supplyState: 2, codes: 1 })
    expect(await sold()).toBe(1)
  })

  it('while the supplier sells never buys again, and calls a person', async () => {
    const isSending = async (database: Database) =>
      (await purchaseStates(database)).includes('sending') && (await sold()) === 2
    const seen = await killedDuring('buygoods', isSending)
    await until(async () => (await seen()).supplyState === 3, 'a person to be called')
    server.kill('SIGKILL')
    await server.ended
    await leaseRunsOut()
    server = await shop.open()
    await wait(1500)
    expect(await seen()).toEqual({ status: 1, supplyState: 3, codes: 0 })
    expect(await purchaseStates(shop.database)).toEqual(['bought', 'unknown'])
    expect(await sold()).toBe(2)
  })
})
