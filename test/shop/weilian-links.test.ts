import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it, vi } from 'vitest'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { payOnline, place } from '../support/orders'
import { signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { arm, purchases, supplierGoods } from '../support/supply'
import { createBeside, supplyOf } from '../support/upstream'

// Each command is a process of its own, and a story has many.
vi.setConfig({ testTimeout: 60_000 })

const { hosted, proxy } = await createBeside()
const ann = await signIn(hosted, 'ann')
const supplied = await supplierGoods(proxy)
beforeAll(builtPrograms)

const fileOf = (...lines: string[]) => {
  const path = join(proxy.app.services.config.dataDir, 'links.csv')
  writeFileSync(path, lines.join('\n'))
  return path
}

/** An order of the hosted service that was paid there, and looked at here. */
async function paid(goodsId: number): Promise<number> {
  const order = await place(hosted, ann, goodsId)
  await payOnline(hosted, ann, order)
  await supplyOf(proxy, ann, order.id)
  return order.id
}

const stateOf = async (orderId: number) => (await supplyOf(proxy, ann, orderId)).data?.supplyState

it('the keeper links goods of the hosted service, and an order for them is bought', async () => {
  expect(await told(proxy, 'weilian', 'links')).toContain('还没有关联商品')
  const goodsId = await createGoods(hosted)
  expect(await told(proxy, 'weilian', 'link', String(goodsId), supplied)).toMatch(
    new RegExp(`商品 ${goodsId} → ${supplied} 兑换码，供货价 ¥8\\.00`),
  )
  const orderId = await paid(goodsId)
  await proxy.runJobs()
  expect((await supplyOf(proxy, ann, orderId)).data).toMatchObject({ supplyState: 2, goodsCoupons: [{}] })

  expect(await told(proxy, 'weilian', 'unlink', String(goodsId))).toContain('已取消关联')
  expect(await stateOf(await paid(goodsId))).toBe(0)
  expect(await refused(proxy, 'weilian', 'unlink', String(goodsId))).toContain('没有这个关联')
})

it('a file links many goods, or none when a row is wrong', async () => {
  const wrong = fileOf('商品号,规格,供货商商品号', `71,,${supplied}`, '72,,nothing-sold', `zero,,${supplied}`)
  expect(await refused(proxy, 'weilian', 'link-file', wrong)).toMatch(
    /第 3 行：供货商没有商品 nothing-sold[\s\S]*第 4 行：商品号应为/,
  )
  expect(await told(proxy, 'weilian', 'links')).toContain('还没有关联商品')
  await told(
    proxy,
    'weilian',
    'link-file',
    fileOf('商品号,规格,供货商商品号', `71,,${supplied}`, `73,面值:50,${supplied}`),
  )
  const listed = await told(proxy, 'weilian', 'links')
  expect(listed).toContain(`商品 71 → ${supplied}`)
  expect(listed).toContain(`商品 73（面值:50） → ${supplied}`)
})

it('what the supplier refused is noted as refunded once the hosted service gave the money back', async () => {
  const goodsId = await createGoods(hosted)
  await told(proxy, 'weilian', 'link', String(goodsId), supplied)
  const before = (await purchases(proxy)).length
  await arm(proxy, 'buygoods', 'code40006')
  const orderId = await paid(goodsId)
  await proxy.runJobs()
  expect(await stateOf(orderId)).toBe(3)
  const purchase = /^#(\d+)/m.exec(await told(proxy, 'weilian', 'purchases'))?.[1] ?? ''
  expect(await told(proxy, 'weilian', 'refunded', purchase)).toContain('记为已退款')
  expect(await stateOf(orderId)).toBe(4)
  expect((await purchases(proxy)).length).toBe(before)
  await refused(proxy, 'weilian', 'refunded', purchase)
  await refused(proxy, 'weilian', 'retry', purchase)
})
