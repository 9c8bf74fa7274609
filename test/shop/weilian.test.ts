import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { refused, told } from '../support/keeper'
import { expectBalancedLedger } from '../support/ledger'
import { stockOf } from '../support/orders'
import { signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'
import { arm, buyCards, clearUp, createCard, purchases, seenBy } from '../support/supply'

// Each command is a process of its own, and a story has many.
vi.setConfig({ testTimeout: 60_000 })

const shop = await createShop()
const ann = await signIn(shop, 'ann')
beforeAll(builtPrograms)
afterEach(() => clearUp(shop))

it('the keeper finds out which label the token wants, and nothing is bought by it', async () => {
  const said = await told(shop, 'weilian', 'probe')
  expect(said).toMatch(/creation_time\s+通过/)
  expect(said).toMatch(/ctime\s+账号、密钥/)
  expect(said).toContain('现在的设置就是对的')
  await shop.sim('/weilian/faults', { action: 'batchselectgoods', fault: 'code40003', times: 2 })
  expect(await refused(shop, 'weilian', 'probe')).toMatch(/冻结[\s\S]*两种写法都没有通过/)
  expect(await purchases(shop)).toEqual([])
})

it('the keeper sees what the supplier sells, all of it or by a word', async () => {
  const all = await told(shop, 'weilian', 'goods')
  expect(all).toContain('DdPjV10JJNdXv75n')
  const some = await told(shop, 'weilian', 'goods', '--name', '直充')
  expect(some).toMatch(/MBaN9RXwRvrnodE0\s+¥9\.50\s+库存 500\s+直充.*充值账号/)
  expect(some).not.toContain('DdPjV10JJNdXv75n')
})

it('the keeper hears in words what is wrong with the supplier', async () => {
  await shop.sim('/weilian/faults', { action: 'batchselectgoods', fault: 'error500' })
  expect(await refused(shop, 'weilian', 'goods')).toContain('供货商的服务器出错')
  expect(await refused(shop, 'weilian', 'dance')).toContain('没有这个动作')
})

describe('a purchase that no program can decide', () => {
  const withCodes = (...codes: string[]) => {
    const path = join(shop.app.services.config.dataDir, 'codes.txt')
    writeFileSync(path, codes.join('\n'))
    return path
  }
  /** The file with somebody's own key. */
  const keyOf = async (name: string) => {
    const path = join(shop.app.services.config.dataDir, `${name}.key`)
    if (!existsSync(path))
      writeFileSync(path, (await told(shop, 'people', 'add', name)).trim().split('\n').at(-1) ?? '')
    return path
  }
  const newest = async () => /^#(\d+)/m.exec(await told(shop, 'weilian', 'purchases'))?.[1] ?? ''
  const numberIn = (said: string) => /编号 (\d+)/.exec(said)?.[1] ?? ''

  it('is settled by one person with the codes, and another who confirms it; the buyer has them at once', async () => {
    await arm(shop, 'buygoods', 'code40009Sold')
    const order = await buyCards(shop, ann, [{ goodsId: await createCard(shop), number: 2 }])
    const [zhang, li] = [await keyOf('张三'), await keyOf('李四')]
    const id = await newest()
    expect(await told(shop, 'weilian', 'purchases', '--state', '结果不明')).toContain(`#${id}`)
    const [file, tooFew] = [withCodes('N-1----P-0001', 'N-2 P-0002'), join(shop.app.services.config.dataDir, 'one.txt')]
    writeFileSync(tooFew, 'N-9 P-0009')
    expect(await refused(shop, 'weilian', 'resolve', id, 'bought', '--codes', file)).toContain('--key')
    const short = numberIn(await told(shop, 'weilian', 'resolve', id, 'bought', '--codes', tooFew, '--key', zhang))
    expect(await refused(shop, 'weilian', 'confirm', short, '--key', li)).toContain('应有 2 个卡密')
    const number = numberIn(await told(shop, 'weilian', 'resolve', id, 'bought', '--codes', file, '--key', zhang))
    expect(await refused(shop, 'weilian', 'confirm', number, '--key', zhang)).toContain('另一个人')
    expect(await refused(shop, 'people', 'add', '张 三'), 'nobody has two keys').toContain('已经有')
    const late = await keyOf('王五')
    expect(await refused(shop, 'weilian', 'confirm', number, '--key', late)).toContain('提出之前就在名单上')
    writeFileSync(`${late}.wrong`, 'a guess')
    expect(await refused(shop, 'weilian', 'confirm', number, '--key', `${late}.wrong`)).toContain('钥匙不对')
    expect((await seenBy(shop, ann, order)).codes).toEqual([])
    await told(shop, 'weilian', 'confirm', number, '--key', li)
    expect(await seenBy(shop, ann, order)).toMatchObject({
      status: 3,
      supplyState: 2,
      codes: [
        { number: 'N-1', coupon: 'P-0001' },
        { number: 'N-2', coupon: 'P-0002' },
      ],
    })
    expect(await refused(shop, 'weilian', 'confirm', number, '--key', li)).toContain('已经确认过')
    const shown = await told(shop, 'weilian', 'show', id)
    expect(shown).toMatch(/张三 说买到了，李四 已确认/)
    expect(shown).not.toContain('P-0001')
  })

  it('that was not bought is refunded, or bought again, once two persons say so', async () => {
    const goodsId = await createCard(shop)
    await arm(shop, 'buygoods', 'code40009', { times: 2 })
    const orders = [await buyCards(shop, ann, goodsId), await buyCards(shop, ann, goodsId)]
    const [zhang, li] = [await keyOf('张三'), await keyOf('李四')]
    const last = Number(await newest())
    const before = (await purchases(shop)).length
    const steps = [
      [last - 1, 'refund'],
      [last, 'again'],
    ] as const
    for (const [id, next] of steps) {
      const said = await told(shop, 'weilian', 'resolve', String(id), 'not-bought', '--next', next, '--key', zhang)
      await told(shop, 'weilian', 'confirm', numberIn(said), '--key', li)
    }
    await shop.runJobs()
    expect(await purchases(shop)).toHaveLength(before + 1)
    expect(await seenBy(shop, ann, orders[0] ?? 0)).toMatchObject({ status: -1, supplyState: 4, codes: [] })
    expect(await seenBy(shop, ann, orders[1] ?? 0)).toMatchObject({ status: 3, supplyState: 2, codes: [{}] })
    await expectBalancedLedger(shop)
  })

  it('that was refused can be tried again', async () => {
    await arm(shop, 'buygoods', 'code40008')
    const order = await buyCards(shop, ann, await createCard(shop))
    const id = await newest()
    expect(await refused(shop, 'weilian', 'resolve', id, 'bought', '--key', await keyOf('张三'))).toContain(
      '不需要了结',
    )
    await told(shop, 'weilian', 'retry', id)
    await shop.runJobs()
    expect(await seenBy(shop, ann, order)).toMatchObject({ status: 3, codes: [{}] })
    expect(await refused(shop, 'weilian', 'retry', id)).toContain('状态')
  })
})

it('the keeper sees our money there, says that it was topped up, and stops and resumes sale', async () => {
  const goodsId = await createCard(shop)
  await buyCards(shop, ann, goodsId)
  expect(await told(shop, 'weilian', 'balance', '--topped-up', '50')).toMatch(/记下充值 ¥50\.00[\s\S]*充值\s+\+¥50\.00/)
  await told(shop, 'weilian', 'stop')
  expect(await stockOf(shop, goodsId)).toBe(0)
  expect(await told(shop, 'weilian', 'balance')).toContain('店主暂停')
  await told(shop, 'weilian', 'resume')
  expect(await stockOf(shop, goodsId)).toBe(9)
  expect(await refused(shop, 'weilian', 'resume')).toContain('没有停售')
})

it('the key is exchanged while the server runs: codes open as before, and a code sold twice is still found out', async () => {
  const order = await buyCards(shop, ann, await createCard(shop))
  const { codes } = await seenBy(shop, ann, order)
  const sealed = async () => {
    const rows = await shop.app.services.db
      .selectFrom('card_codes')
      .select('sealed')
      .where('merchant_id', '=', shop.merchantId)
      .execute()
    return new Set(rows.map(row => row.sealed.split('.')[1]))
  }
  const [before] = await sealed()
  expect(await told(shop, 'weilian', 'rotate-key')).toMatch(/重新加密 \d+ 个卡密/)
  const [after, ...others] = await sealed()
  expect(others).toEqual([])
  expect(after).not.toBe(before)
  expect((await seenBy(shop, ann, order)).codes).toEqual(codes)
  await arm(shop, 'buygoods', 'duplicateCode')
  const twin = await buyCards(shop, ann, await createCard(shop))
  expect(await seenBy(shop, ann, twin)).toMatchObject({ supplyState: 3, codes: [] })
  const later = await buyCards(shop, ann, await createCard(shop))
  expect((await seenBy(shop, ann, later)).codes).toHaveLength(1)
  expect((await sealed()).size).toBe(1)
})
