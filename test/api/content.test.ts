/** What people publish is shown to WeChat first, where the shop keeper wants that. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setSetting } from '../../server/domains/site/settings'
import { createBargainSet } from '../support/bargains'
import { createGoods } from '../support/goods'
import { refused, told } from '../support/keeper'
import { codeOf, dataOf, type Person, signIn } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { builtPrograms } from '../support/programs'
import { buy } from '../support/purchases'
import { createShop } from '../support/shop'
import { codeSentTo } from '../support/sms'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const file = fileFolder()
const RISKY = 11031

const switchTo = (value: string) =>
  transaction(tx => setSetting(tx, merchantId, { key: 'content_check', value }, clock.now(), false))
const fault = (errcode: number) => shop.sim('/wechat/content-fault', { errcode })
const picturesAre = async (suggest: string, times = 1) => {
  const { pictures } = (await shop.sim('/wechat/media-results', { suggest, times })) as unknown as {
    pictures: string[]
  }
  await shop.runJobs()
  return pictures
}
const checkedTexts = async () => ((await shop.sim('/wechat/checked-texts')) as unknown as { texts: string[] }).texts
const baseOf = async ({ token }: Person) => (await dataOf(wxapi.userDetail(token))).base
const nickOf = async (person: Person) => (await baseOf(person)).nick
const rename = (person: Person, nick: string) => wxapi.modifyUserInfo({ token: person.token, nick })
const upload = async (person: Person) =>
  (await dataOf(wxapi.uploadFile(person.token, file('p.png', await picture())))).url
let visits = 0
/** WeChat judges people who were here in the last two hours. */
const visitor = () => signIn(shop, `writer-${++visits}`)

async function review(person: Person, remark: string, pics: string[] = []) {
  const goodsId = await createGoods(shop, {})
  const orderId = await buy(shop, person, goodsId)
  const [line] = (await dataOf(wxapi.orderDetail(person.token, orderId))).goods
  const reputations = [{ id: line?.id ?? 0, reputation: 2 as const, remark, pics }]
  const code = await codeOf(wxapi.orderReputation({ token: person.token, postJsonString: { orderId, reputations } }))
  return { code, goodsId, orderId }
}
const seenBy = async (goodsId: number) => {
  const { code, data } = await wxapi.goodsReputation({ goodsId })
  return code === 700
    ? []
    : (data as { goods: { goodReputationRemark: string } }[]).map(one => one.goods.goodReputationRemark)
}
const goodOnes = async (goodsId: number) =>
  (await dataOf(wxapi.goodsDetail(goodsId))).basicInfo.numberGoodReputation ?? 0

beforeAll(builtPrograms, 60_000)
beforeEach(async () => {
  await switchTo('on')
  await fault(0)
})

describe('without the check', () => {
  it('everything is published as it is, and WeChat is not asked', async () => {
    await switchTo('off')
    const ann = await visitor()
    await dataOf(rename(ann, '违规的名字'))
    expect(await nickOf(ann)).toBe('违规的名字')
    const { code, goodsId } = await review(ann, '违规', [await upload(ann)])
    expect(code).toBe(0)
    expect(await seenBy(goodsId)).toEqual(['违规'])
    expect(await checkedTexts()).toEqual([])
  })
})

describe('a name', () => {
  it('that passes is there at once', async () => {
    const ann = await visitor()
    await dataOf(rename(ann, '小满'))
    expect(await nickOf(ann)).toBe('小满')
    expect(await checkedTexts()).toContain('小满')
  })

  it('that is risky is refused, and nothing changes', async () => {
    const ann = await visitor()
    const before = await rowsOf(shop)
    expect(await codeOf(rename(ann, '违规的名字'))).toBe(RISKY)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('that WeChat is not sure of waits for the shop keeper', async () => {
    const ann = await visitor()
    await dataOf(rename(ann, '存疑的名字'))
    await shop.runJobs()
    expect(await nickOf(ann)).toBe('微信用户')
    expect(shop.logLines().join('')).toContain('等你审核')
  })

  it('comes later while WeChat is down, and not after a newer one', async () => {
    const [ann, bob] = [await visitor(), await visitor()]
    await fault(-1)
    await dataOf(rename(ann, '晚到的名字'))
    await dataOf(rename(bob, '旧名字'))
    await shop.runJobs()
    expect(await nickOf(ann)).toBe('微信用户')
    await fault(0)
    await dataOf(rename(bob, '新名字'))
    await shop.advance(600)
    expect(await nickOf(ann)).toBe('晚到的名字')
    expect(await nickOf(bob)).toBe('新名字')
  })

  it('that turns out risky when WeChat is back stays unseen', async () => {
    const ann = await visitor()
    await fault(-1)
    await dataOf(rename(ann, '违规的名字'))
    await fault(0)
    await shop.advance(600)
    expect(await nickOf(ann)).toBe('微信用户')
  })

  it('of who is nobody of the mini-program, or was not here for two hours, waits', async () => {
    const ann = await visitor()
    await shop.advance(7201)
    await dataOf(rename(ann, '很久没来'))
    expect(await nickOf(ann)).toBe('微信用户')
    const mobile = '13800138111'
    const code = await codeSentTo(shop, mobile)
    const login = await dataOf(wxapi.register_mobile({ mobile, code, nick: '我的名字', autoLogin: true }))
    expect((await dataOf(wxapi.userDetail(login?.token ?? ''))).base.nick).toBe('用户8111')
    await dataOf(wxapi.register_username({ username: 'ann-by-name', pwd: 'a password' }))
    const named = await dataOf(wxapi.login_username({ username: 'ann-by-name', pwd: 'a password' }))
    expect((await dataOf(wxapi.userDetail(named.token))).base.nick).toBe('新用户')
  })
})

describe('a picture of a person', () => {
  it('is there when WeChat has looked at it, however often it says so', async () => {
    const ann = await visitor()
    const url = await upload(ann)
    await dataOf(wxapi.modifyUserInfo({ token: ann.token, avatarUrl: url, city: '杭州' }))
    await shop.runJobs()
    expect(await baseOf(ann)).toMatchObject({ avatarUrl: '', city: '杭州' })
    expect(await picturesAre('pass', 2)).toEqual([url])
    expect((await baseOf(ann)).avatarUrl).toBe(url)
  })

  it('is not there when it is risky', async () => {
    const ann = await visitor()
    await dataOf(wxapi.modifyUserInfo({ token: ann.token, avatarUrl: await upload(ann) }))
    await shop.runJobs()
    await picturesAre('risky')
    expect((await baseOf(ann)).avatarUrl).toBe('')
  })
})

describe('a review', () => {
  it('that passes counts at once; one with a picture when that has passed too', async () => {
    const ann = await visitor()
    const plain = await review(ann, '好喝')
    expect([await seenBy(plain.goodsId), await goodOnes(plain.goodsId)]).toEqual([['好喝'], 1])
    const shown = await review(ann, '有图', [await upload(ann), await upload(ann)])
    await shop.runJobs()
    expect([await seenBy(shown.goodsId), await goodOnes(shown.goodsId)]).toEqual([[], 0])
    await picturesAre('pass')
    expect([await seenBy(shown.goodsId), await goodOnes(shown.goodsId)]).toEqual([['有图'], 1])
  })

  it('that is risky is refused and may be written anew', async () => {
    const ann = await visitor()
    const { code, goodsId, orderId } = await review(ann, '违规')
    expect(code).toBe(RISKY)
    const [line] = (await dataOf(wxapi.orderDetail(ann.token, orderId))).goods
    const reputations = [{ id: line?.id ?? 0, reputation: 2 as const, remark: '好喝' }]
    await dataOf(wxapi.orderReputation({ token: ann.token, postJsonString: { orderId, reputations } }))
    expect(await seenBy(goodsId)).toEqual(['好喝'])
  })

  it('whose pictures WeChat never judges waits for the shop keeper, its writer’s order being done', async () => {
    const ann = await visitor()
    const { code, goodsId, orderId } = await review(ann, '没回音', [await upload(ann)])
    expect(code).toBe(0)
    expect((await dataOf(wxapi.orderDetail(ann.token, orderId))).orderInfo.status).toBe(4)
    await shop.runJobs()
    await shop.advance(2 * 3600 + 1)
    expect(await told(shop, 'contents', 'list')).toMatch(/评价 review.*请你判断[\s\S]*没回音[\s\S]*\/files\//)
    expect(await picturesAre('pass')).toHaveLength(1)
    expect(await seenBy(goodsId), 'a person decides by now').toEqual([])
  })
})

describe('feedback', () => {
  it('that is risky is refused; what is held its writer sees alone', async () => {
    const [ann, bob] = [await visitor(), await visitor()]
    expect(await codeOf(wxapi.addComment({ token: ann.token, type: 2, content: '违规' }))).toBe(RISKY)
    const { id } = await dataOf(wxapi.addComment({ token: ann.token, type: 2, content: '存疑的话' }))
    await transaction(tx =>
      tx
        .updateTable('comments')
        .set({ status: 1 })
        .where('merchant_id', '=', merchantId)
        .where('id', '=', id)
        .execute(),
    )
    expect(await dataOf(wxapi.commentList({ token: ann.token, type: 2 }))).toMatchObject([{ id }])
    expect(await codeOf(wxapi.commentList({ token: bob.token, type: 2 }))).toBe(700)
    await dataOf(wxapi.addComment({ content: '没有登录也能写' }))
  })
})

describe('words beside a cut of a bargain', () => {
  it('are refused when they are risky, and left out when nobody can judge them; the cut is made', async () => {
    const [ann, ben, cat] = [await visitor(), await visitor(), await visitor()]
    const kjid = await createBargainSet(shop, await createGoods(shop, {}))
    await dataOf(wxapi.kanjiaJoin(ann.token, kjid))
    expect(await codeOf(wxapi.kanjiaHelp(ben.token, kjid, ann.uid, '违规'))).toBe(RISKY)
    expect((await dataOf(wxapi.kanjiaHelp(ben.token, kjid, ann.uid, '存疑'))).remark).toBe('')
    expect((await dataOf(wxapi.kanjiaHelp(cat.token, kjid, ann.uid, '加油'))).remark).toBe('加油')
  })
})

describe('shop contents', () => {
  it('shows what is held and why, releases it once, or leaves it unseen', async () => {
    const [ann, bob] = [await visitor(), await visitor()]
    await dataOf(rename(ann, '存疑甲'))
    await dataOf(rename(bob, '存疑乙'))
    await shop.runJobs()
    const list = await told(shop, 'contents', 'list')
    const numberOf = (words: string) =>
      new RegExp(`(\\d+)  [^\\n]*昵称 name[^\\n]*请你判断[^\\n]*\\n    ${words}`).exec(list)?.[1] ?? ''
    expect(await told(shop, 'contents', 'release', numberOf('存疑甲'))).toContain('已放行')
    expect(await nickOf(ann)).toBe('存疑甲')
    expect(await refused(shop, 'contents', 'release', numberOf('存疑甲'))).toContain('没有等待审核的内容')
    expect(await told(shop, 'contents', 'refuse', numberOf('存疑乙'))).toContain('不放行')
    expect(await nickOf(bob)).toBe('微信用户')
    expect(await told(shop, 'contents', 'list')).not.toMatch(/存疑[甲乙]/)
    expect(await refused(shop, 'contents', 'burn', '1')).toContain('用法')
  }, 60_000)

  it('holds nothing of who has gone', async () => {
    const ann = await visitor()
    await dataOf(rename(ann, '存疑走人'))
    await dataOf(wxapi.userDelete(ann.token))
    await shop.runJobs()
    expect(JSON.stringify(await rowsOf(shop))).not.toContain('存疑走人')
  })
})
