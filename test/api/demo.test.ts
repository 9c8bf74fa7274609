import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../scripts/demo/catalog'
import { problemsOf } from '../../scripts/demo/check'
import { createClock } from '../../server/clock'
import { type Database, openDatabase } from '../../server/db/database'
import { loadKeys } from '../../server/keys'
import { freshPlace, type Place } from '../support/database'
import { expectBalancedLedger } from '../support/ledger'
import { builtPrograms, type Ended, envOf, run } from '../support/programs'
import type { Shop } from '../support/shop'

describe('the demo catalogue', () => {
  it('has no problems', () => {
    expect(problemsOf(catalog)).toEqual([])
  })

  it('finds the problems that there could be', () => {
    const [first] = catalog.goods
    if (!first) throw new Error('the catalogue is empty')
    const broken = { ...catalog, goods: [...catalog.goods, { ...first, picture: 'nowhere' }] }
    expect(problemsOf(broken)).toEqual(
      expect.arrayContaining([`goods key ${first.key} twice`, 'no picture nowhere', expect.stringContaining('ground')]),
    )
  })

  it('sells no supplied goods below what the supplier asks, to members neither', () => {
    const lowest = Math.min(...catalog.levels.map(({ rebate }) => rebate))
    expect(lowest).toBeGreaterThanOrEqual(9)
  })
})

describe('the demo shop', () => {
  let home: Place
  let database: Database
  let first: Ended

  beforeAll(async () => {
    await builtPrograms()
    home = await freshPlace()
    first = await run('demo', [], envOf(home, { SIMULATORS: 'on' }))
    database = openDatabase(home)
  })
  afterAll(async () => {
    await database.close()
    await home.remove()
  })

  it('fills an empty database with goods, in one go', async () => {
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('件商品') })
    const { db } = database
    const goods = await db.selectFrom('goods').select(['category_id', 'pic', 'status']).execute()
    expect(goods.length).toBeGreaterThanOrEqual(40)
    expect(new Set(goods.map(({ category_id }) => category_id)).size).toBeGreaterThanOrEqual(8)
    expect(goods.filter(({ pic, status }) => pic === '' || status !== 0)).toEqual([])
    const stray = await db
      .selectFrom('goods')
      .leftJoin('categories', 'categories.id', 'goods.category_id')
      .select('goods.name')
      .where('categories.id', 'is', null)
      .execute()
    expect(stray).toEqual([])
  })

  it('has small pictures, and a film that is not large either', () => {
    const folder = join(home.dataDir, 'files')
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    const sizeOf = (entry: (typeof files)[number]) => statSync(join(entry.parentPath, entry.name)).size
    const films = files.filter(({ name }) => name.endsWith('.mp4'))
    expect(films.map(sizeOf).every(size => size < 200_000)).toBe(true)
    const sizes = files.filter(file => !films.includes(file)).map(sizeOf)
    expect(sizes.length).toBeGreaterThan(100)
    expect(Math.max(...sizes)).toBeLessThan(60_000)
  })

  it('has balanced books behind its reviews', async () => {
    const services = { db: database.db, clock: createClock() }
    await expectBalancedLedger({ app: { services } as unknown as Shop['app'], merchantId: 1 })
    const { orders } = await database.db
      .selectFrom('orders')
      .select(({ fn }) => fn.countAll<number>().as('orders'))
      .executeTakeFirstOrThrow()
    expect(orders).toBeGreaterThan(50)
  })

  it('tells the simulated supplier what it sells', async () => {
    const { simulators } = loadKeys(home.dataDir, { simulators: true })
    const supplied = catalog.goods.flatMap(({ supply }) => supply?.goodsId ?? [])
    expect(simulators?.weilian.goods?.map(({ id }) => id)).toEqual(supplied)
    const rows = await database.db
      .selectFrom('goods')
      .select('supply_goods_id')
      .where('supply_type', '=', 'weilian')
      .execute()
    expect(rows.map(row => row.supply_goods_id).sort()).toEqual([...supplied].sort())
  })

  it('is left alone once it is there, and never enters a database of others', async () => {
    const again = await run('demo', [], envOf(home, { SIMULATORS: 'on' }))
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('已是最新') })
    const shops = await database.db.selectFrom('merchants').select('sub_domain').execute()
    expect(shops).toEqual([{ sub_domain: 'demo' }])
  })
})
