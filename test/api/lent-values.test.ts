/** WeChat's tokens are one for all servers of a shop, and nobody asks for more of them than needed. */
import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { Database } from '../../server/db/database'
import { createWechat } from '../../server/gateways/wechat'
import { createOfficialAccount } from '../../server/gateways/wechat/official'
import { lentValues } from '../../server/lent-values'
import { createSecrets } from '../../server/secrets'
import { keys, type Parties, startParties } from '../gateways/support'
import { freshDatabase } from '../support/fresh'

const { database, another } = await freshDatabase()
const parties: Parties = await startParties()
const secrets = createSecrets(randomBytes(32).toString('hex'))
const second = await another()
afterAll(() => parties.close())

/** What one server has: its own memory over the shared database. */
function serverOn(shared: Database) {
  const lent = lentValues(shared, parties.clock, secrets)
  const baseUrl = `${parties.base}/wechat`
  const wechat = createWechat({ baseUrl, ...keys.wechat }, lent)
  const official = createOfficialAccount({ baseUrl, pagesUrl: baseUrl, ...keys.official }, lent)
  afterAll(() => Promise.all([wechat.end(), official.end()]))
  return { lent, wechat, official }
}

const one = serverOn(database)
const two = serverOn(second)
const lentSoFar = async () => (await parties.control('/wechat/lent')).json as { tokens: number; tickets: number }
const codeFrom = ({ wechat }: typeof one) => wechat.miniCode({ scene: randomBytes(4).toString('hex') })
const rows = () => database.db.selectFrom('lent_values').selectAll().where('merchant_id', '=', 0).execute()

describe('a token', () => {
  it('is fetched once, by whichever server needs it first', async () => {
    const pictures = await Promise.all([one, two, one, two, one, two].map(codeFrom))
    expect(pictures.every(({ length }) => length > 100)).toBe(true)
    expect((await lentSoFar()).tokens).toBe(1)
  })

  it('stands in the database sealed', async () => {
    const [row] = await rows()
    expect(row?.sealed).toMatch(/^v1\./)
    const token = secrets.open(row?.sealed ?? '', row?.name ?? '')
    expect(token.length).toBeGreaterThan(100)
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('is fetched anew by one of them when it was superseded, each call once more and no further', async () => {
    const before = (await lentSoFar()).tokens
    await parties.control('/wechat/void-token', {})
    await Promise.all([one, two, one, two].map(codeFrom))
    expect((await lentSoFar()).tokens).toBe(before + 1)
  })

  it('is renewed before it ends', async () => {
    const before = (await lentSoFar()).tokens
    parties.clock.advance(7200 - 301)
    await codeFrom(one)
    expect((await lentSoFar()).tokens).toBe(before)
    parties.clock.advance(40)
    await Promise.all([one, two, one, two].map(codeFrom))
    expect((await lentSoFar()).tokens).toBe(before + 1)
  })

  it('of an hour ago is exchanged', async () => {
    const before = (await lentSoFar()).tokens
    parties.clock.advance(3 * 3600)
    await codeFrom(two)
    await codeFrom(one)
    expect((await lentSoFar()).tokens).toBe(before + 1)
  })

  it('is dropped only as the value that was refused', async () => {
    const [row] = await rows()
    await one.lent.drop(row?.name ?? '', 'an older one')
    expect((await rows())[0]).toEqual(row)
  })
})

describe('a fetch', () => {
  const never = () => Promise.reject(new Error('must not be fetched'))

  it('that failed is tried by the next caller', async () => {
    const away = () => Promise.reject(new Error('away'))
    await expect(one.lent.current('flaky', away)).rejects.toThrow('away')
    expect(await two.lent.current('flaky', async () => ({ value: 'v', seconds: 7200 }))).toBe('v')
    expect(await one.lent.current('flaky', never)).toBe('v')
  })

  it('that fails near the end leaves the old value, which is still good', async () => {
    await one.lent.current('old', async () => ({ value: 'first', seconds: 7200 }))
    parties.clock.advance(7200 - 200)
    expect(await one.lent.current('old', () => Promise.reject(new Error('away')))).toBe('first')
    expect(await two.lent.current('old', async () => ({ value: 'second', seconds: 7200 }))).toBe('second')
  })

  it('of a server that died is done by another when its lease has run out', async () => {
    let release = () => {}
    const stuck = one.lent.current(
      'dead',
      () => new Promise<never>((_, reject) => (release = () => reject(new Error('killed')))),
    )
    const waiting = expect(stuck).rejects.toThrow('killed')
    await expect.poll(async () => (await rows()).some(({ name }) => name === 'dead')).toBe(true)
    parties.clock.advance(31)
    expect(await two.lent.current('dead', async () => ({ value: 'alive', seconds: 7200 }))).toBe('alive')
    release()
    await waiting
    expect(await two.lent.current('dead', never)).toBe('alive')
  })
})

describe('a ticket', () => {
  it('is fetched once for all servers', async () => {
    const tickets = await Promise.all([one, two, one, two].map(({ official }) => official.jsTicket()))
    expect(new Set(tickets).size).toBe(1)
    expect((await lentSoFar()).tickets).toBe(1)
  })
})
