/** What others say and do: reviews, the latest deals. */
import { describe, expect, it } from 'vitest'
import { createGoods, createShirt } from '../support/goods'
import { place } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { buy, buyAndReview } from '../support/purchases'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const PICTURE = `${shop.origin}/files/1/202601/abcdefghij0123456789.jpg`
const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]
await dataOf(wxapi.modifyUserInfo({ token: ann.token, nick: '安妮', city: '杭州', avatarUrl: PICTURE }))
await dataOf(wxapi.modifyUserInfo({ token: bob.token, nick: '😀笑笑' }))

describe('goodsReputation', () => {
  it('answers 700 while nobody has said anything', async () => {
    const goodsId = await createGoods(shop)
    expect(await codeOf(wxapi.goodsReputation({ goodsId }))).toBe(700)
    expect(await codeOf(wxapi.goodsReputationV2({ goodsId }))).toBe(700)
    expect(await codeOf(wxapi.goodsReputation({ goodsId: 99_999 }))).toBe(700)
  })

  it('answers reviews with who wrote them and what they bought', async () => {
    const goodsId = await createShirt(shop)
    const orderId = await buy(shop, ann, [{ goodsId, number: 2, propertyChildIds: '1:1,2:3' }])
    const { goods } = await dataOf(wxapi.orderDetail(ann.token, orderId))
    const id = goods[0]?.id ?? 0
    const reputations = [{ id, reputation: 1 as const, remark: '还行', pics: [PICTURE, 'https://x.example.com/b.jpg'] }]
    await dataOf(wxapi.orderReputation({ token: ann.token, postJsonString: { orderId, reputations } }))
    expect(await dataOf(wxapi.goodsReputation({ goodsId }))).toMatchObject([
      {
        goods: {
          id,
          goodsId,
          goodsName: '棉布衬衫',
          property: '颜色：红 尺码：小',
          number: 2,
          amount: 198,
          goodReputation: 1,
          goodReputationStr: '中评',
          goodReputationNumber: 3,
          goodReputationRemark: '还行',
          uid: ann.uid,
          userId: merchantId,
        },
        user: { id: ann.uid, nick: '安妮', city: '杭州', avatarUrl: PICTURE },
        reputationPics: [{ pic: PICTURE }, { pic: 'https://x.example.com/b.jpg' }],
      },
    ])
  })

  it('is newest first, by rating or with pictures when asked, and pages; the second form has totals', async () => {
    const goodsId = await createGoods(shop, { stock: 50 })
    await buyAndReview(shop, ann, goodsId, { reputation: 2, remark: '一' })
    await buyAndReview(shop, bob, goodsId, { reputation: 0, remark: '二', pics: [PICTURE] })
    await shop.advance(60)
    await buyAndReview(shop, ann, goodsId, { reputation: 2, remark: '三', pics: [PICTURE] })
    const remarks = async (filter: object = {}) => {
      const reply = await wxapi.goodsReputation({ goodsId, ...filter })
      const second = await wxapi.goodsReputationV2({ goodsId, ...filter })
      if (reply.code !== 0 || second.code !== 0) return [reply.code, second.code]
      expect(second.data.result).toEqual(reply.data)
      return reply.data.map(({ goods }) => goods.goodReputationRemark)
    }
    expect(await remarks()).toEqual(['三', '二', '一'])
    expect(await remarks({ goodReputation: 2 })).toEqual(['三', '一'])
    expect(await remarks({ goodReputation: 0 })).toEqual(['二'])
    expect(await remarks({ goodReputation: 1 })).toEqual([700, 700])
    expect(await remarks({ hasPic: true })).toEqual(['三', '二'])
    expect(await remarks({ hasPic: true, goodReputation: 2 })).toEqual(['三'])
    expect(await remarks({ hasPic: false })).toHaveLength(3)
    expect(await remarks({ page: 2, pageSize: 2 })).toEqual(['一'])
    expect(await remarks({ page: 3, pageSize: 2 })).toEqual([700, 700])
    const page = await dataOf(wxapi.goodsReputationV2({ goodsId, pageSize: 2 }))
    expect(page).toMatchObject({ totalRow: 3, totalPage: 2 })
    const { basicInfo } = await dataOf(wxapi.goodsDetail(goodsId))
    expect(basicInfo).toMatchObject({ numberReputation: 3, numberGoodReputation: 2 })
  })

  it('shows what the shop keeper replied', async () => {
    const goodsId = await createGoods(shop)
    await buyAndReview(shop, ann, goodsId, { reputation: 0, remark: '碎了' })
    expect((await dataOf(wxapi.goodsReputation({ goodsId })))[0]?.goods).not.toHaveProperty('goodReputationReply')
    await shop.app.services.transaction(tx =>
      tx
        .updateTable('reviews')
        .set({ reply: '马上补发' })
        .where('merchant_id', '=', merchantId)
        .where('goods_id', '=', goodsId)
        .execute(),
    )
    expect((await dataOf(wxapi.goodsReputation({ goodsId })))[0]?.goods.goodReputationReply).toBe('马上补发')
  })
})

describe('goodsDynamic', async () => {
  const quiet = await createShop()

  it('answers 700 while nobody has bought anything', async () => {
    expect(await codeOf(quiet.wxapi.goodsDynamic())).toBe(700)
    expect(await codeOf(quiet.wxapi.goodsDynamicV2({ type: 1 }))).toBe(700)
  })

  it('tells what was ordered or paid lately, names shortened, closed orders left out', async () => {
    const { wxapi: api } = quiet
    const [cat, dan] = [await signIn(quiet, 'cat'), await signIn(quiet, 'dan')]
    await dataOf(api.modifyUserInfo({ token: cat.token, nick: '陈小姐' }))
    await dataOf(api.modifyUserInfo({ token: dan.token, nick: '😀笑笑' }))
    const [tea, cup] = [await createGoods(quiet, { name: '茶' }), await createGoods(quiet, { name: '杯' })]
    await buy(quiet, cat, tea)
    await place(quiet, dan, cup)
    const closed = await place(quiet, cat, cup)
    await dataOf(api.orderClose(cat.token, closed.id))

    const ordered = await dataOf(api.goodsDynamic())
    expect(ordered).toMatchObject([
      { goodsId: cup, goodsName: '杯', nick: '😀**' },
      { goodsId: tea, goodsName: '茶', nick: '陈**' },
    ])
    expect(JSON.stringify(ordered)).not.toContain('陈小姐')
    expect(await dataOf(api.goodsDynamic(0))).toEqual(ordered)
    expect((await dataOf(api.goodsDynamic(1))).map(({ goodsId }) => goodsId)).toEqual([tea])

    const all = await dataOf(api.goodsDynamicV2())
    expect(all).toEqual({ result: ordered, totalRow: 2, totalPage: 1 })
    expect((await dataOf(api.goodsDynamicV2({ goodsId: cup }))).result).toEqual(ordered.slice(0, 1))
    expect((await dataOf(api.goodsDynamicV2({ page: 2, pageSize: 1 }))).result).toEqual(ordered.slice(1))
    expect(await codeOf(api.goodsDynamicV2({ page: 3, pageSize: 1 }))).toBe(700)
    expect(await codeOf(api.goodsDynamicV2({ goodsId: cup, type: 1 }))).toBe(700)
  })
})
