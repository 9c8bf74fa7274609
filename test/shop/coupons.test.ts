import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { draftFrom } from '../../scripts/shop/coupon-draft'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { codeOf, dataOf, signIn } from '../support/people'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const folder = mkdtempSync(join(tmpdir(), 'xiaopu-coupons-'))
beforeAll(builtPrograms)
afterAll(() => rmSync(folder, { recursive: true }))

const idIn = (said: string) => Number(/(?:created: |规则 )(\d+)/.exec(said)?.[1])
const create = async (name: string, ...options: string[]) =>
  idIn(await told(shop, 'coupon', 'create', name, ...options))

describe('shop coupon', () => {
  it('makes coupons of every kind, and lists them', async () => {
    expect(await told(shop, 'coupon')).toContain('还没有优惠券')
    const tea = await createGoods(shop)
    const plain = await create('满百减十', '--yuan', '10', '--from', '100', '--number', '50', '--until', '2099-12-31')
    const random = await create('手气券', '--yuan', '1-20', '--days', '3', '--each', '0', '--chance', '30')
    const percent = await create('茶九折', '--percent', '10', '--goods', String(tea), '--days', '7', '--word', '好茶')
    expect(await told(shop, 'coupon', 'list')).toMatch(
      /满百减十 {2}¥10\.00 {2}满 ¥100\.00 {2}剩 50\/50 {2}至 2100-01-01[\s\S]*手气券 {2}¥1\.00–¥20\.00[\s\S]*茶九折 {2}10%/,
    )
    const all = await dataOf(wxapi.coupons())
    expect(all.map(({ id }) => id)).toEqual([percent, random, plain])
    expect(all).toMatchObject([
      { moneyType: 1, moneyMax: 10, scope: 'goods', pwd: '1', dateEndDays: 7, numberPersonMax: 1 },
      { moneyMin: 1, moneyMax: 20, numberPersonMax: 0, dateEndType: 1, numberLeft: 1000 },
      { moneyHreshold: 100, numberLeft: 50, dateEndType: 0, dateEnd: '2100-01-01 00:00:00' },
    ])
  }, 60_000)

  it('stops and resumes, hands out, and refuses what is wrong', async () => {
    const ann = await signIn(shop, 'ann')
    const id = String(await create('会员券', '--yuan', '5', '--days', '30', '--hidden', '--givable', '--number', '3'))
    await told(shop, 'coupon', 'give', id, String(ann.uid), '--number', '2')
    expect(await dataOf(wxapi.myCoupons({ token: ann.token }))).toMatchObject([
      { name: '会员券', canSend: true },
      { name: '会员券' },
    ])
    expect(await refused(shop, 'coupon', 'give', id, String(ann.uid), '--number', '2')).toContain('领完')
    expect(await refused(shop, 'coupon', 'give', '999', String(ann.uid))).toContain('优惠券不存在')
    expect(await refused(shop, 'coupon', 'give', id, '999')).toContain('没有顾客')
    const open = String(await create('开业', '--yuan', '5', '--days', '30'))
    await told(shop, 'coupon', 'stop', open)
    expect(await codeOf(wxapi.fetchCoupons({ token: ann.token, id: Number(open) }))).toBe(errors.couponStopped[0])
    await told(shop, 'coupon', 'resume', open)
    await dataOf(wxapi.fetchCoupons({ token: ann.token, id: Number(open) }))
  }, 60_000)

  it('says what is wrong with a kind of coupon before it is written down', () => {
    const wrong = (values: Record<string, string>) => {
      try {
        return draftFrom('错', values)
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(wrong({ yuan: '5' })).toContain('有效期')
    expect(wrong({ days: '5' })).toContain('--yuan')
    expect(wrong({ percent: '101', days: '5' })).toContain('面值')
    expect(wrong({ yuan: '9-1', days: '5' })).toContain('面值')
    expect(wrong({ yuan: '5', until: '明天' })).toContain('日期')
    expect(wrong({ yuan: '5', days: '5', goods: '茶' })).toContain('编号')
    expect(wrong({ yuan: '5', days: '5', goods: '1', category: '1' })).toContain('只能写一个')
    expect(wrong({ yuan: '5', days: '5' })).toMatchObject({ value_min: 500, days: 5, person_max: 1, is_public: 1 })
  })

  it('imports numbers from a file, once, and makes merges', async () => {
    const ann = await signIn(shop, 'ann')
    const card = await create('礼品卡', '--yuan', '50', '--days', '90', '--hidden', '--number', '100')
    const file = join(folder, 'numbers.csv')
    writeFileSync(file, '号码,密码\nXP-0001,k3n9\nxp-0002,88ws\n')
    expect(await told(shop, 'coupon', 'numbers', String(card), file)).toContain('导入 2 个')
    expect(await told(shop, 'coupon', 'numbers', String(card), file)).toMatch(/导入 0 个[\s\S]*XP-0001/)
    expect((await dataOf(wxapi.couponDetail(card))).numberLeft).toBe(98)
    expect(await dataOf(wxapi.exchangeCoupons(ann.token, 'xp-0001', 'k3n9'))).toMatchObject({ pid: card, money: 50 })
    writeFileSync(file, 'a,b\n')
    expect(await refused(shop, 'coupon', 'numbers', String(card), file)).toContain('号码')
    expect(await refused(shop, 'coupon', 'numbers', String(card), join(folder, 'none.csv'))).toContain('文件不存在')
    const merge = idIn(await told(shop, 'coupon', 'merge', '二合一', '--in', `${card}x2`, '--out', `${card}x1`))
    expect(await dataOf(wxapi.mergeCouponsRules())).toMatchObject([{ id: merge, name: '二合一' }])
    expect(await refused(shop, 'coupon', 'merge', '错', '--in', '1', '--out', '2x1')).toContain('--in')
  }, 60_000)
})
