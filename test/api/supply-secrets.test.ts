import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errors } from '../../contract/errors'
import { loadKeys } from '../../server/keys'
import { projectRoot } from '../../server/project-root'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { arm, buyCards, clearUp, createCard, purchases, seenBy } from '../support/supply'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi, app, merchantId } = shop
const { weilian } = loadKeys(app.services.config.dataDir, app.services.config).simulators ?? {}
if (!weilian) throw new Error('the supplier is not simulated')
const [ann, ben] = [await signIn(shop, 'ann'), await signIn(shop, 'ben')]

describe('what nobody may read', () => {
  it('stands in no log, no job, no table and no answer but the one to the buyer, whatever goes wrong', async () => {
    const goodsId = await createCard(shop)
    const id = await buyCards(shop, ann, [{ goodsId, number: 2 }])
    for (const fault of ['shortGoodsInfo', 'duplicateCode', 'reset', 'code40009Sold', 'html', 'code40002']) {
      await arm(shop, 'buygoods', fault)
      await buyCards(shop, ann, goodsId)
      await clearUp(shop)
    }
    await shop.advance(40)
    const mine = await seenBy(shop, ann, id)
    expect(mine.codes).toHaveLength(2)
    const sold = (await purchases(shop)).flatMap(({ codes }) =>
      codes.flatMap(({ number, password }) => [number, password]),
    )
    expect(sold.length).toBeGreaterThan(8)
    const answers = [
      wxapi.orderDetail(ben.token, id),
      wxapi.orderList({ token: ann.token, pageSize: 100 }),
      wxapi.orderList({ token: ben.token, pageSize: 100 }),
      wxapi.goodsDetail(goodsId),
      wxapi.goods({ pageSize: 100 }),
      wxapi.cashLogsV2({ token: ann.token, pageSize: 100 }),
      wxapi.userDetail(ann.token),
    ]
    const said = JSON.stringify(await Promise.all(answers))
    const places = { log: shop.logLines().join('\n'), tables: JSON.stringify(await rowsOf(shop)), answers: said }
    for (const [place, text] of Object.entries(places)) {
      const leaked = [weilian.appkey, weilian.user, weilian.appid, ...sold].filter(secret => text.includes(secret))
      expect(leaked, place).toEqual([])
    }
    const buyers = JSON.stringify(await dataOf(wxapi.orderDetail(ann.token, id)))
    expect([weilian.appkey, weilian.user].filter(secret => buyers.includes(secret))).toEqual([])
  })

  it.each(['dist/h5', 'dist/weapp'])('has no place in %s: no credential is even asked for there', folder => {
    const path = join(projectRoot, folder)
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(js|json|html)$/.test(name),
    )
    expect(files.length).toBeGreaterThan(0)
    const telling = files.filter(name => /appkey|WEILIAN_|weilian\.xin/i.test(readFileSync(join(path, name), 'utf8')))
    expect(telling).toEqual([])
  })
})

describe('a look at codes', () => {
  it('is written down with who, when and from where, and is kept by nobody on the way', async () => {
    const id = await buyCards(shop, ann, [{ goodsId: await createCard(shop), number: 3 }])
    const answer = await fetch(`${shop.origin}/demo/order/detail?token=${ann.token}&id=${id}`, {
      headers: { 'user-agent': 'a phone' },
    })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    await answer.arrayBuffer()
    await wxapi.orderDetail(ben.token, id)
    const rows = await app.services.db
      .selectFrom('card_reveals')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .where('order_id', '=', id)
      .execute()
    expect(rows).toMatchObject([{ user_id: ann.uid, codes: 3, agent: 'a phone', ip: '127.0.0.1' }])
  })

  it('is no longer served to a program that looks without end, and is served again later', async () => {
    const id = await buyCards(shop, ben, await createCard(shop))
    for (let i = 0; i < 60; i++) await dataOf(wxapi.orderDetail(ben.token, id))
    expect(await codeOf(wxapi.orderDetail(ben.token, id))).toBe(errors.tooMany[0])
    await shop.advance(601)
    expect((await seenBy(shop, ben, id)).codes).toHaveLength(1)
  })
})
