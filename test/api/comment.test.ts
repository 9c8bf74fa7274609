import { describe, expect, it } from 'vitest'
import { answerComment } from '../../server/domains/comment/store'
import { codeOf, dataOf, signIn } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock, db } = shop.app.services
const file = fileFolder()
const [ann, bob] = [await signIn(shop, 'ann'), await signIn(shop, 'bob')]

describe('addComment', () => {
  it('keeps words, kind, pictures and how to reach the writer, for the writer alone', async () => {
    const { url } = await dataOf(wxapi.uploadFile(ann.token, file('a.png', await picture())))
    const { id } = await dataOf(
      wxapi.addComment({
        token: ann.token,
        type: 1,
        content: '希望有大包装',
        extJsonStr: { kind: 'idea' },
        mobile: '13800138000',
        pics: `${url},https://elsewhere.example/a.png`,
      }),
    )
    const [row] = await dataOf(wxapi.commentList({ token: ann.token, type: 1 }))
    expect(row).toMatchObject({
      id,
      uid: ann.uid,
      content: '希望有大包装',
      extJson: { kind: 'idea' },
      mobile: '13800138000',
      pics: [url],
      status: 0,
      isReply: false,
    })
    expect(await codeOf(wxapi.commentList({ token: bob.token, type: 1 }))).toBe(700)
    expect(await codeOf(wxapi.commentList({ type: 1, uid: ann.uid }))).toBe(700)
  })

  it('takes what is written without an account, and a void token for none', async () => {
    const { id } = await dataOf(wxapi.addComment({ content: '路过' }))
    await dataOf(wxapi.addComment({ token: 'nobody', content: '路过' }))
    const row = await db
      .selectFrom('comments')
      .select(['user_id', 'content'])
      .where('merchant_id', '=', merchantId)
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row).toEqual({ user_id: null, content: '路过' })
  })

  it('refuses what says nothing, and more than thirty a day', async () => {
    expect(await codeOf(wxapi.addComment({ token: bob.token, content: '' }))).toBe(400)
    for (let i = 0; i < 30; i++) await dataOf(wxapi.addComment({ token: bob.token, content: `第 ${i} 句` }))
    expect(await codeOf(wxapi.addComment({ token: bob.token, content: '还有' }))).toBe(17501)
    await shop.advance(86_401)
    await dataOf(wxapi.addComment({ token: bob.token, content: '第二天' }))
  })
})

describe('commentListV2', () => {
  it('answers the newest first, page by page, with what else they said by id', async () => {
    const { result, totalRow, totalPage, extJsonMap } = await dataOf(
      wxapi.commentListV2({ token: bob.token, page: 2, pageSize: 20 }),
    )
    expect([result.length, totalRow, totalPage]).toEqual([11, 31, 2])
    expect(result[0]?.content).toBe('第 10 句')
    expect(extJsonMap[String(result[0]?.id)]).toEqual({})
  })

  it('shows the answer of the shop', async () => {
    const [row] = await dataOf(wxapi.commentList({ token: ann.token }))
    await transaction(tx => answerComment(tx, merchantId, row?.id ?? 0, '下周就有', clock.now()))
    const { result } = await dataOf(wxapi.commentListV2({ token: ann.token, isReply: true }))
    expect(result).toMatchObject([{ reply: '下周就有', isReply: true, dateReply: expect.any(String) }])
    expect(await codeOf(wxapi.commentList({ token: ann.token, isReply: false }))).toBe(700)
  })

  it('shows others only what the shop shows, without how to reach them', async () => {
    const [row] = await dataOf(wxapi.commentList({ token: ann.token }))
    await transaction(tx =>
      tx
        .updateTable('comments')
        .set({ status: 1 })
        .where('merchant_id', '=', merchantId)
        .where('id', '=', row?.id ?? 0)
        .execute(),
    )
    const [seen] = await dataOf(wxapi.commentList({ type: 1 }))
    expect(seen).toMatchObject({ content: '希望有大包装', commentUserInfo: { id: ann.uid } })
    expect(seen).not.toHaveProperty('mobile')
  })
})

describe('delComment', () => {
  it('deletes what one has written oneself, once', async () => {
    const [row] = await dataOf(wxapi.commentList({ token: ann.token }))
    const id = row?.id ?? 0
    expect(await codeOf(wxapi.delComment({ token: bob.token, id }))).toBe(700)
    await dataOf(wxapi.delComment({ token: ann.token, id }))
    expect(await codeOf(wxapi.delComment({ token: ann.token, id }))).toBe(700)
    expect(await codeOf(wxapi.commentList({ token: ann.token }))).toBe(700)
  })
})
