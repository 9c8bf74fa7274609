import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refused, told } from '../support/keeper'
import { expectBalancedLedger } from '../support/ledger'
import { dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const folder = mkdtempSync(join(tmpdir(), 'xiaopu-score-'))
beforeAll(builtPrograms)
afterAll(() => rmSync(folder, { recursive: true }))

describe('shop score', () => {
  it('says what brings score and what it is worth, and changes it', async () => {
    expect(await told(shop, 'score')).toContain('还没有积分规则')
    await told(shop, 'score', 'gift', 'consume', '1', '--per', '10')
    await told(shop, 'score', 'sign', '7', '20')
    await told(shop, 'score', 'growth', '3', '1')
    expect(await told(shop, 'score', 'worth', '100', '1.50')).toMatch(
      /购物（consume）每满 ¥10\.00 送 1[\s\S]*连续第 7 天起每天 20[\s\S]*100 积分抵 ¥1\.50，可累加[\s\S]*3 积分换 1 成长值/,
    )
    expect(await dataOf(wxapi.scoreDeductionRules())).toEqual([{ score: 100, money: 1.5, loop: true }])
    expect(await dataOf(wxapi.scoreRules({ code: 'consume' }))).toMatchObject([{ score: 1, money: 10 }])
    expect(await told(shop, 'score', 'gift', 'consume', '0')).not.toContain('consume')
    expect(await refused(shop, 'score', 'gift', 'birthday', '5')).toContain('consume')
  }, 60_000)

  it('adds vouchers and corrects what a shopper has, once for each key', async () => {
    const ann = await signIn(shop, 'ann')
    const file = join(folder, 'vouchers.csv')
    writeFileSync(file, '券号,积分\njf-0001,30\n')
    expect(await told(shop, 'score', 'vouchers', file)).toContain('导入 1 张')
    await dataOf(wxapi.scoreExchange(ann.token, 'JF-0001'))
    const uid = String(ann.uid)
    expect(await told(shop, 'score', 'adjust', uid, '50', '周年', '--key', 'a1')).toContain('80 积分')
    expect(await told(shop, 'score', 'adjust', uid, '50', '周年', '--key', 'a1')).toContain('没有变化')
    expect(await told(shop, 'score', 'adjust', uid, '-10', '更正')).toContain('70 积分')
    expect(await refused(shop, 'score', 'adjust', uid, '-999', '更正')).toContain('不够扣')
    await expectBalancedLedger(shop)
  }, 60_000)
})
