/** What is wrong with a request is said in words that name the field, and nothing happens. */
import { connect } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createGoods } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { call, type RawRequest } from '../support/wire'

const shop = await createShop()
const goodsId = String(await createGoods(shop))
const { token } = await signIn(shop, 'ann')
await dataOf(shop.wxapi.modifyUserInfo({ token, extJsonStr: { 学校: '一中' } }))
const before = await rowsOf(shop)

afterAll(async () => {
  expect(await rowsOf(shop), 'a refused request changes nothing').toEqual(before)
})

const LIST = '/demo/shop/goods/list'
const ADD = '/demo/shopping-cart/add'
const MODIFY = '/demo/user/modify'
const ADDRESS = '/demo/user/shipping-address/add'
const ORDER = '/demo/order/create'
const HOME = { linkMan: '林小满', mobile: '13800138000', address: '文三路 1 号' }
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
const manyFields = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, i]))

async function refused(path: string, request: RawRequest): Promise<string> {
  const answer = await call(shop, path, request)
  expect(answer).toMatchObject({ status: 200, code: 400 })
  expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|node_modules|Error/)
  return answer.msg
}

describe('a field', () => {
  it.each<[string, string, RawRequest, string]>([
    ['of the wrong type', LIST, { form: { categoryId: 'tea' } }, '参数 categoryId 应为整数'],
    ['with a fraction', '/demo/shop/goods/detail', { query: { id: '1.5' } }, '参数 id 应为整数'],
    ['that is no flag', LIST, { form: { kanjia: 'yes' } }, '参数 kanjia 应为 true 或 false'],
    ['that is no number', LIST, { form: { priceMin: 'ten' } }, '参数 priceMin 应为数字'],
    ['that is infinite', LIST, { form: { priceMin: 'Infinity' } }, '参数 priceMin 含有不允许的字符或数字'],
    ['finer than a fen', LIST, { form: { priceMax: '0.001' } }, '参数 priceMax 不正确：0.001 不是'],
    ['that is missing', '/demo/shop/goods/detail', {}, '缺少参数 id'],
    ['missing inside JSON', ORDER, { form: { token, goodsJsonStr: '[{"number":1}]' } }, 'goodsJsonStr.0.goodsId'],
    ['too long', LIST, { form: { k: '茶'.repeat(51) } }, '参数 k 不能超过 50 个字符'],
    ['too long in the query', LIST, { query: { nameLike: 'x'.repeat(201) } }, '参数 nameLike 不能超过 200 个字符'],
    ['with a NUL', LIST, { form: { k: 'a\0b' } }, '参数 k 含有不允许的字符'],
    ['with a NUL in JSON text', MODIFY, { form: { token, extJsonStr: '{"a":"\\u0000"}' } }, '参数 extJsonStr 含有'],
    ['with a NUL in a name', MODIFY, { form: { token, extJsonStr: '{"a\\u0000":"b"}' } }, '参数 extJsonStr 含有'],
    ['with a NUL in a JSON body', MODIFY, { json: { token, extJsonStr: { a: 'b\0' } } }, '参数 extJsonStr 含有'],
    ['of broken JSON', ORDER, { form: { token, goodsJsonStr: '[{' } }, '参数 goodsJsonStr 应为 JSON'],
    ['of the wrong JSON', ORDER, { form: { token, goodsJsonStr: '{}' } }, '参数 goodsJsonStr 应为 JSON 数组'],
    ['of deep JSON', ORDER, { form: { token, goodsJsonStr: deep } }, '参数 goodsJsonStr.0 应为 JSON 对象'],
    ['of deep own fields', MODIFY, { form: { token, extJsonStr: `{"a":${deep}}` } }, '参数 extJsonStr.a 应为'],
    ['with too many own fields', MODIFY, { json: { token, extJsonStr: manyFields } }, '参数 extJsonStr 不能超过 50 项'],
    [
      'with a long own name',
      MODIFY,
      { json: { token, extJsonStr: { ['k'.repeat(51)]: 1 } } },
      '参数 extJsonStr 不能超',
    ],
    ['beyond its range', ADDRESS, { form: { token, ...HOME, latitude: '181' } }, '参数 latitude 不能大于 180'],
    ['below its range', LIST, { form: { page: '0' } }, '参数 page 不能小于 1'],
    ['above its range', '/demo/shop/goods/detail', { query: { id: '9007199254740993' } }, '参数 id 不能大于'],
    ['that is a huge number', '/demo/order/list', { form: { token, type: '1e300' } }, '参数 type 含有不允许的'],
    ['with a huge number in a list', LIST, { form: { gids: '1,99999999999999999999' } }, '参数 gids 不正确：9999'],
    ['of an absurd page size', LIST, { form: { pageSize: '1000001' } }, '参数 pageSize 不能大于 1000000'],
    ['of an absurd page', LIST, { form: { page: '10001' } }, '参数 page 不能大于 10000'],
    ['that is none of the words', LIST, { form: { orderBy: 'priceSideways' } }, '参数 orderBy 不正确'],
    ['that is none of the numbers', LIST, { form: { status: '7' } }, '参数 status 不正确'],
    ['of pieces', ADD, { form: { token, goodsId, number: '0' } }, '数量应为 1 到 99999 的整数'],
    ['of negative pieces', ADD, { form: { token, goodsId, number: '-3' } }, '数量应为 1 到 99999 的整数'],
    ['of a phone', '/demo/verification/sms/get', { query: { mobile: '12345' } }, '请输入正确的手机号'],
    ['of a day', MODIFY, { form: { token, birthday: '31.01.2000' } }, '日期应如 2026-01-31'],
    ['of no day', MODIFY, { form: { token, birthday: '2026-02-30' } }, '日期应如 2026-01-31'],
    [
      'of no time',
      '/demo/user/cashLog/v2',
      { form: { token, dateAddBegin: '2026-13-01' } },
      '参数 dateAddBegin 不正确：',
    ],
    ['that is an object', '/demo/shop/goods/detail', { json: { id: { $gt: 0 } } }, '参数 id 应为整数'],
    ['that is a list', LIST, { json: { k: ['a', 'b'] } }, '参数 k 应为文字'],
  ])('%s is named', async (_, path, request, text) => {
    expect(await refused(path, request)).toContain(text)
  })

  it('asks for the token before it looks at anything else', async () => {
    const answer = await call(shop, ADD, { form: { goodsId: 'x', number: 'x' } })
    expect(answer).toMatchObject({ status: 200, code: 2000, msg: '请先登录' })
  })
})

describe('a name of the prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty'])('%s is a name like any other', async name => {
    expect(await call(shop, LIST, { query: { [name]: 'x' }, form: { [name]: 'x' } })).toMatchObject({ code: 0 })
  })

  it('does not reach the prototype from JSON', async () => {
    expect(
      await refused(LIST, { body: '{"__proto__":{"k":"x"}}', headers: { 'content-type': 'application/json' } }),
    ).toBe('请求内容不是有效的 JSON')
    const extJsonStr = '{"__proto__":{"isAdmin":true}}'
    expect(await refused(MODIFY, { form: { token, extJsonStr } })).toContain('extJsonStr.__proto__')
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  it('does not reach what a method was not given', async () => {
    expect(await refused('/demo/shop/goods/detail', { body: '{"__proto__":{"id":1}}' })).toMatch(/请求|参数/)
  })
})

describe('a body', () => {
  const JSON_TYPE = { 'content-type': 'application/json' }

  it.each<[string, RawRequest, string]>([
    ['of more than 1 MiB', { form: { k: 'x'.repeat(1024 * 1024) } }, '请求内容太大'],
    ['that is broken JSON', { body: '{"k":', headers: JSON_TYPE }, '请求内容不是有效的 JSON'],
    ['that is empty JSON', { body: '', method: 'POST', headers: JSON_TYPE }, '请求内容为空'],
    ['that is a list', { json: ['k'] }, '请求内容应为表单或 JSON 对象'],
    ['that is a number', { json: 1 }, '请求内容应为表单或 JSON 对象'],
    ['of plain text', { body: 'k=x', headers: { 'content-type': 'text/plain' } }, '请求内容应为表单或 JSON'],
    ['of XML', { body: '<k/>', headers: { 'content-type': 'text/xml' } }, '请求内容应为表单或 JSON'],
    ['in parts', { body: new FormData() }, '请求内容应为表单或 JSON'],
  ])('%s is refused in words', async (_, request, text) => {
    expect(await refused(LIST, request)).toContain(text)
  })

  it('may be as deep as it likes', async () => {
    expect(await refused(LIST, { body: `{"k":${deep}}`, headers: JSON_TYPE })).toBe('参数 k 应为文字')
  })

  it('may break off without harm', async () => {
    const socket = connect(Number(new URL(shop.origin).port), '127.0.0.1')
    await new Promise<void>(done => {
      socket.on('close', () => done()).on('error', () => done())
      socket.write(
        `POST ${LIST} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"k"`,
      )
      setTimeout(() => socket.destroy(), 50)
    })
    expect(await call(shop, LIST)).toMatchObject({ code: 0 })
  })

  it('holds characters of every kind', async () => {
    for (const k of ['%', '_', '\\', "'; drop table goods; --", '😀', '\ud800', '\u202e', '<script>', '$1', '\r\n']) {
      expect((await call(shop, LIST, { json: { k } })).code, JSON.stringify(k)).toBe(k.trim() === '' ? 0 : 700)
    }
  })
})

it('keeps faults to itself', () => {
  expect(shop.logLines().filter(line => line.includes('"fault"'))).toEqual([])
})
