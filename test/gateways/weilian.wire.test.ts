import { describe, expect, it } from 'vitest'
import { parseExactly } from '../../server/gateways/json'
import { readCodes } from '../../server/gateways/weilian/codes'
import { phpForm } from '../../server/gateways/weilian/form'
import { readGoods, readOrder, readYuan } from '../../server/gateways/weilian/rows'
import { weilianToken } from '../../server/gateways/weilian/token'
import { mapIn, readPhpForm, textIn } from '../../simulators/weilian/form'
import vectors from './vectors.json'

const { account, buyBody, listBody, emptyListBody, creation_time: byCreationTime, ctime: byCtime } = vectors.weilian

describe('weilianToken', () => {
  it('agrees with the known tokens under both labels', () => {
    expect(weilianToken({ ...account, tokenTimeLabel: 'creation_time' })).toBe(byCreationTime)
    expect(weilianToken({ ...account, tokenTimeLabel: 'ctime' })).toBe(byCtime)
  })
})

describe('phpForm', () => {
  it('writes a purchase and a list as PHP does', () => {
    const { appid, user, appkey } = account
    const purchase = {
      goods_id: 'DdPjV10JJNdXv75n',
      goods_num: 1,
      goods_moblie: '13800138000',
      goods_field: { 充值账号: 'QQ账号' },
      do: 'buygoods',
    }
    expect(phpForm({ appid, user, appkey, token: byCtime, ...purchase })).toBe(buyBody)
    const list = { do: 'getmultiplegoods', goods_number: ['QkBjAvLJqOX7EZVG', 'MBaN9RXwRvrnodE0'] }
    expect(phpForm(list)).toBe(listBody)
    expect(phpForm({ ...list, goods_number: [] })).toBe(emptyListBody)
  })

  it('encodes what JavaScript would leave, and drops null', () => {
    expect(phpForm({ a: "x y~!*'()-_.", b: null, c: undefined, d: true, e: false, f: 1.5 })).toBe(
      'a=x+y%7E%21%2A%27%28%29-_.&d=1&e=0&f=1.5',
    )
    expect(phpForm({ a: { 'b&c': '=&+%' } })).toBe('a%5Bb%26c%5D=%3D%26%2B%25')
  })

  it('is read back by the other side', () => {
    const field = { 充值账号: 'a=b&c+d %2B', 区服: '"一"' }
    const form = readPhpForm(phpForm({ goods_field: field, list: ['x', 'y'], text: '小 铺' }))
    expect(form && Object.fromEntries(mapIn(form, 'goods_field'))).toEqual(field)
    expect(form && [...mapIn(form, 'list').values()]).toEqual(['x', 'y'])
    expect(form && textIn(form, 'text')).toBe('小 铺')
  })
})

describe('readPhpForm', () => {
  it('takes 200 keys and one level of brackets, and nothing for a prototype', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `k${i}=1`).join('&')
    expect(readPhpForm(many(200))?.size).toBe(200)
    expect(readPhpForm(many(201))).toBeUndefined()
    expect(readPhpForm('a[b][c]=1')).toBeUndefined()
    const form = readPhpForm('__proto__[x]=1&a[]=1&a[]=2&b.c=3&d=%zz&=4&e')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(form && [...mapIn(form, 'a')]).toEqual([
      ['0', '1'],
      ['1', '2'],
    ])
    expect(form && [textIn(form, 'b_c'), textIn(form, 'd'), textIn(form, 'e')]).toEqual(['3', '%zz', ''])
  })
})

describe('parseExactly', () => {
  it('keeps long integers, leaves everything else, and is quick with long texts', () => {
    const json =
      '{"a":6759035436129910828,"b":-6759035436129910828,"c":"6759035436129910828","d":[1.5,2e3,999999999999999]}'
    expect(parseExactly(json)).toEqual({
      a: '6759035436129910828',
      b: '-6759035436129910828',
      c: '6759035436129910828',
      d: [1.5, 2000, 999_999_999_999_999],
    })
    expect(parseExactly('{"a":"say \\"1234567890123456789\\" \\\\"}')).toEqual({ a: 'say "1234567890123456789" \\' })
    const long = 'x\\"1234567890123456789'.repeat(40_000)
    expect(parseExactly(`"${long}"`)).toHaveLength(21 * 40_000)
    expect(parseExactly(`"${long}`)).toBeUndefined()
    expect(parseExactly(Buffer.from([0x22, 0xc3, 0x22]))).toBeUndefined()
  })
})

describe('readCodes', () => {
  const secrets = (info: unknown) => readCodes(info).codes.map(({ secret }) => secret)

  it.each([
    ['lines', 'AAA----1\r\nBBB----2\n\n', ['AAA----1', 'BBB----2']],
    ['lines for a web page', 'AAA<br>BBB<br/>CCC', ['AAA', 'BBB', 'CCC']],
    ['a list', ['AAA ', 'BBB'], ['AAA', 'BBB']],
    ['numbers', [12345, '6759035436129910828'], ['12345', '6759035436129910828']],
    ['JSON in a text', '["AAA",6759035436129910828]', ['AAA', '6759035436129910828']],
    ['a list with gaps', { 0: 'AAA', 2: 'BBB' }, ['AAA', 'BBB']],
    ['one object', { number: 'N', password: 'P' }, ['P']],
    ['a text that only begins like JSON', '[x] code', ['[x] code']],
    ['nothing', undefined, []],
    ['no text', '', []],
    ['an empty list', [], []],
  ])('reads %s', (_shape, info, expected) => {
    expect(secrets(info)).toEqual(expected)
    expect(readCodes(info).isClear).toBe(true)
  })

  it('keeps number and password apart, and a lone number as the code', () => {
    expect(readCodes([{ number: 123, password: 'P' }, { card_no: 'N', pwd: 'Q' }, { Number: 'L' }]).codes).toEqual([
      { number: '123', secret: 'P' },
      { number: 'N', secret: 'Q' },
      { secret: 'L' },
    ])
  })

  it('loses nothing of an object that it does not know, and says so', () => {
    expect(readCodes([{ kahao: 'N', mima: 'P' }])).toEqual({ codes: [{ secret: 'N P' }], isClear: false })
  })
})

describe('rows', () => {
  it('reads numbers and texts alike', () => {
    const row = { id: 'G', title: 'T', thumb: 'http://x/t.png' }
    const asText = { ...row, price: '12.80', stock: '5', type: '1', field: '充值账号，区服' }
    const asNumber = { ...row, price: 12.8, stock: 5, type: 1, field: [{ name: '充值账号' }, '区服'] }
    const goods = { ...row, priceFen: 1280, stock: 5, type: 1, fields: ['充值账号', '区服'] }
    expect(readGoods(asText)).toEqual(goods)
    expect(readGoods(asNumber)).toEqual(goods)
    expect(readGoods({ ...row, field: '["充值账号"]' }).fields).toEqual(['充值账号'])
    expect(readGoods({ ...row, field: { 充值账号: 'text', 区服: '' } }).fields).toEqual(['充值账号', '区服'])
  })

  it('leaves out a price or a stock that is none', () => {
    const bad = { id: 'G', price: '1.285', stock: -1, type: 3, field: null }
    expect(readGoods(bad)).toEqual({ id: 'G', title: '', thumb: '', fields: [] })
    expect(readGoods({ id: 'G', price: '-1' }).priceFen).toBeUndefined()
    expect(['12.80', '0', '-3.5', 9.9, '1e3', '', '1,000', null, {}, Number.NaN].map(readYuan)).toEqual([
      1280,
      0,
      -350,
      990,
      ...Array(6).fill(undefined),
    ])
  })

  it('reads times as seconds or as Beijing text', () => {
    const at = new Date('2026-01-31T00:00:00Z')
    expect(
      readOrder({ id: '1', ctime: at.getTime() / 1000, utime: '2026-01-31 08:00:00', sendtime: 0, finishtime: '' }),
    ).toMatchObject({
      createdAt: at,
      updatedAt: at,
      shippedAt: undefined,
      finishedAt: undefined,
    })
    expect(readOrder({ id: '1', goods_field: '{"充值账号":10001}' }).fields).toEqual({ 充值账号: '10001' })
  })
})
