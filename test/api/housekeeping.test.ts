import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { planRounds } from '../../server/housekeeping'
import { loadKeys, saveKeys } from '../../server/keys'
import { freshPlace } from '../support/database'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { app, advance } = shop

const waiting = async (kind: string) => {
  const rows = await app.services.db.selectFrom('jobs').select(['state', 'run_at']).where('kind', '=', kind).execute()
  return rows.map(({ state, run_at }) => [state, run_at > shop.now().getTime()])
}

describe('what comes round by itself', () => {
  it('waits once, however often servers start, and queues itself again', async () => {
    for (let start = 0; start < 3; start++) await app.services.transaction(tx => planRounds(tx, shop.now()))
    await shop.runJobs()
    for (let day = 0; day < 3; day++) {
      expect(await waiting('cleanUp')).toEqual([['waiting', true]])
      expect(await waiting('settleStalePayments')).toEqual([['waiting', true]])
      await advance(86_400)
    }
  })

  it('forgets sessions that are over, and no others', async () => {
    const sessions = async () =>
      (
        await app.services.db
          .selectFrom('sessions')
          .select('user_id')
          .where('merchant_id', '=', shop.merchantId)
          .execute()
      ).length
    const ann = await signIn(shop, 'ann')
    await advance(29 * 86_400)
    const ben = await signIn(shop, 'ben')
    expect(await sessions()).toBe(2)
    await advance(3 * 86_400)
    expect(await sessions()).toBe(1)
    expect(await codeOf(shop.wxapi.userAmount(ann.token))).toBe(errors.loginRequired[0])
    expect(await dataOf(shop.wxapi.userAmount(ben.token))).toMatchObject({ balance: 0 })
  })
})

describe('keys', () => {
  it('are made at first start, kept for the owner alone, and stay the same', async () => {
    const home = await freshPlace()
    afterAll(home.remove)
    const made = loadKeys(home.dataDir, { simulators: true })
    const path = join(home.dataDir, 'keys.json')
    expect(made.secretKey).toMatch(/^[0-9a-f]{64}$/)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(loadKeys(home.dataDir, { simulators: true })).toEqual(made)
    expect(loadKeys(home.dataDir, { simulators: false }).secretKey).toBe(made.secretKey)
    const setting = 'a'.repeat(64)
    expect(loadKeys(home.dataDir, { secretKey: setting, simulators: false }).secretKey).toBe(setting)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(made)
    saveKeys(home.dataDir, { secretKey: setting })
    expect(loadKeys(home.dataDir, { simulators: false })).toEqual({ secretKey: setting })
    expect(existsSync(`${path}.part`)).toBe(false)
  })
})
