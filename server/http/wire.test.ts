import Type from 'typebox'
import { describe, expect, it } from 'vitest'
import { ExtJson, FileUrl, Flag, Html, Id, optional, Quantity, Text, Time, Yuan } from '../../contract/fields'
import { reader, WireError, writer } from './wire'

describe('reader', () => {
  const read = reader(
    Type.Object({
      id: Id,
      price: optional(Yuan),
      since: optional(Time),
      isDefault: optional(Flag),
      ext: optional(ExtJson),
      lines: optional(Type.Array(Type.Object({ number: Quantity, price: optional(Yuan) }), { maxItems: 2 })),
      note: optional(Text),
    }),
  )
  const refusal = (fields: Record<string, unknown>) => {
    try {
      read(fields)
    } catch (error) {
      if (error instanceof WireError) return error.message
      throw error
    }
    throw new Error('was read')
  }

  it('makes our own values of text', () => {
    expect(read({ id: '7', price: '9.9', since: '2026-01-31 08:00:00', isDefault: 'true' })).toEqual({
      id: 7,
      price: 990,
      since: new Date('2026-01-31T00:00:00Z'),
      isDefault: true,
    })
    expect(read({ id: 7, isDefault: false, lines: '[{"number":"2","price":0.5}]' })).toEqual({
      id: 7,
      isDefault: false,
      lines: [{ number: 2, price: 50 }],
    })
  })

  it('lets only declared fields in, at every level', () => {
    const fields = { id: '7', isAdmin: 'true', lines: '[{"number":1,"price":1,"isFree":true}]' }
    expect(read(fields)).toEqual({ id: 7, lines: [{ number: 1, price: 100 }] })
  })

  it('does not change what it was given', () => {
    const fields = { id: '7', ext: { a: '1' }, lines: '[{"number":"2"}]' }
    read(fields)
    expect(fields).toEqual({ id: '7', ext: { a: '1' }, lines: '[{"number":"2"}]' })
  })

  it('leaves own fields what they are', () => {
    const ext = { text: '1', number: 1, flag: true, nothing: null }
    expect(read({ id: 7, ext: JSON.stringify(ext) }).ext).toEqual(ext)
    expect(read({ id: 7, ext }).ext).toEqual(ext)
  })

  it('reads only own properties of what it was given', () => {
    expect(refusal(Object.create({ id: 7 }))).toBe('缺少参数 id')
    expect(read(Object.assign(Object.create({ note: 'inherited' }), { id: 7 }))).toEqual({ id: 7 })
  })

  it.each<[Record<string, unknown>, string]>([
    [{}, '缺少参数 id'],
    [{ id: 'x' }, '参数 id 应为整数'],
    [{ id: 0 }, '参数 id 不能小于 1'],
    [{ id: '7', price: '1.234' }, '参数 price 不正确：1.234 不是以元为单位、最多两位小数的金额'],
    [{ id: '7', since: 'now' }, '参数 since 不正确：now 不是 2026-01-31 08:00:00 这样的时间'],
    [{ id: '7', isDefault: 'maybe' }, '参数 isDefault 应为 true 或 false'],
    [{ id: '7', lines: '[{}]' }, '数量应为 1 到 99999 的整数'],
    [{ id: '7', lines: '[{"number":1},{"number":1},{"number":1}]' }, '参数 lines 不能超过 2 项'],
    [{ id: '7', lines: '[{"number":1,"price":0.001}]' }, '参数 lines 不正确：0.001 不是'],
    [{ id: '7', lines: 'x' }, '参数 lines 应为 JSON'],
    [{ id: '7', ext: '{"a":{}}' }, '参数 ext.a 应为文字、数字、true 或 false'],
    [{ id: '7', note: 'a\0' }, '参数 note 含有不允许的字符'],
  ])('says what is wrong with %j', (fields, text) => expect(refusal(fields)).toContain(text))
})

describe('writer', () => {
  const write = writer(
    Type.Object({
      price: Yuan,
      at: optional(Time),
      pic: optional(FileUrl),
      content: optional(Html),
      rows: optional(Type.Array(Type.Object({ price: Yuan, pic: FileUrl }))),
      byId: optional(Type.Record(Type.String(), Type.Array(Type.Object({ price: Yuan })))),
    }),
  )
  const HERE = 'https://shop.example.com'

  it('lets only declared fields out, at every level', () => {
    const row = { price: 1, pic: '', secret: 'x' }
    const data = { price: 990, secret: 'x', rows: [row], byId: { 7: [row] } }
    expect(write(data, HERE)).toEqual({ price: 9.9, rows: [{ price: 0.01, pic: '' }], byId: { 7: [{ price: 0.01 }] } })
  })

  it('leaves out what is not there', () => {
    expect(write({ price: 0, at: undefined, pic: null }, HERE)).toEqual({ price: 0 })
  })

  it('puts the shop’s address before its own files alone', () => {
    const pics = ['/files/a.png', 'https://x.example.com/b.png', '']
    expect(write({ price: 0, rows: pics.map(pic => ({ price: 0, pic })) }, HERE)).toMatchObject({
      rows: [{ pic: `${HERE}/files/a.png` }, { pic: 'https://x.example.com/b.png' }, { pic: '' }],
    })
    const content = '<img src="/files/a.png"><img src="https://x.example.com/b.png">'
    expect(write({ price: 0, content }, HERE)).toMatchObject({
      content: `<img src="${HERE}/files/a.png"><img src="https://x.example.com/b.png">`,
    })
  })
})
