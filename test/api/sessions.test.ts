import { describe, expect, it } from 'vitest'
import { sha256 } from '../../server/secrets'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { call } from '../support/wire'

const DAY = 86_400
const shop = await createShop()
const { wxapi } = shop

describe('a token', () => {
  it('stands in the database as its hash alone', async () => {
    const { token } = await signIn(shop, 'ann')
    expect(token).toMatch(/^[\w-]{43}$/)
    const rows = JSON.stringify(await rowsOf(shop))
    expect(rows).not.toContain(token)
    expect(rows).toContain(sha256(token))
  })

  it('is another one at each login, and all of them are good', async () => {
    const first = await signIn(shop, 'bob')
    const second = await signIn(shop, 'bob')
    expect(second.token).not.toBe(first.token)
    expect(second.uid).toBe(first.uid)
    expect(await codeOf(wxapi.checkToken(first.token))).toBe(0)
    expect(await codeOf(wxapi.checkToken(second.token))).toBe(0)
  })

  it('is refused with 2000 when nobody was given it', async () => {
    for (const token of ['x', 'null ', sha256('x'), 'A'.repeat(43), '🔑'])
      expect(await codeOf(wxapi.checkToken(token)), token).toBe(2000)
    expect((await call(shop, '/demo/user/check-token')).code).toBe(2000)
  })

  it('does not open with its hash', async () => {
    const { token } = await signIn(shop, 'ann')
    expect(await codeOf(wxapi.checkToken(sha256(token)))).toBe(2000)
  })

  it('lives for thirty days from its last use', async () => {
    const { token } = await signIn(shop, 'cat')
    for (let i = 0; i < 3; i++) {
      await shop.advance(29 * DAY)
      expect(await codeOf(wxapi.checkToken(token))).toBe(0)
    }
    await shop.advance(30 * DAY + 1)
    expect(await codeOf(wxapi.checkToken(token))).toBe(2000)
    expect(JSON.stringify(await rowsOf(shop)), 'it is cleared away').not.toContain(sha256(token))
  })

  it('is written to once a day at most', async () => {
    const { token } = await signIn(shop, 'dan')
    await dataOf(wxapi.checkToken(token))
    expect(await shop.statementsOf(() => wxapi.checkToken(token))).toHaveLength(1)
    await shop.advance(2 * DAY)
    expect(await shop.statementsOf(() => wxapi.checkToken(token))).toHaveLength(2)
    expect(await shop.statementsOf(() => wxapi.checkToken(token))).toHaveLength(1)
  })

  it('is void at once when its user logs out, and only that one', async () => {
    const [phone, pad] = [await signIn(shop, 'eve'), await signIn(shop, 'eve')]
    await dataOf(wxapi.loginout(phone.token))
    expect(await codeOf(wxapi.checkToken(phone.token))).toBe(2000)
    expect(await codeOf(wxapi.loginout(phone.token))).toBe(2000)
    expect(await codeOf(wxapi.checkToken(pad.token))).toBe(0)
  })

  it('makes nobody of a guest where it may be left out', async () => {
    expect(await codeOf(wxapi.uploadFileList('', 'void'))).toBe(2000)
    expect(await codeOf(wxapi.goods({ token: 'void' }))).toBe(700)
  })
})
