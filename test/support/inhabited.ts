/** A shop with one of everything in it, all of whose words carry a mark that no other shop has. */
import { fen } from '../../contract/money'
import { touch } from '../../server/cache'
import { insertArticle, savePage } from '../../server/domains/cms/save'
import { createMerge, importNumbers } from '../../server/domains/coupon/keeper'
import { setSetting } from '../../server/domains/site/settings'
import { createBargainSet } from './bargains'
import { openDays } from './bookings'
import { createCategory } from './catalogue'
import { createCoupon, handCoupon } from './coupons'
import { createFreight, createGoods, HANGZHOU } from './goods'
import { createGroupTerms, openTeam } from './groups'
import { createLevel } from './levels'
import { place } from './orders'
import { dataOf, giveBalance, type Person, signIn } from './people'
import { buy } from './purchases'
import { ask } from './refunds'
import type { Shop } from './shop'

export interface Inhabited {
  shop: Shop
  mark: string
  ann: Person
  /** Whatever names a row of this shop from outside, by what it is. */
  ids: Record<
    | 'goods'
    | 'category'
    | 'freight'
    | 'address'
    | 'favourite'
    | 'notice'
    | 'open'
    | 'done'
    | 'line'
    | 'article'
    | 'asked'
    | 'refund'
    | 'kanjia'
    | 'couponRule'
    | 'coupon'
    | 'merge'
    | 'team'
    | 'level'
    | 'levelPrice'
    | 'room'
    | 'court',
    number
  > & {
    cartKey: string
    outTradeId: string
    orderNumber: string
    hxNumber: string
    fileKey: string
    shareToken: string
    cardNumber: string
  }
}

/** `picture`: the path of a picture to upload. */
export async function inhabit(shop: Shop, mark: string, picture: string): Promise<Inhabited> {
  const { wxapi } = shop
  const ann = await signIn(shop, `ann of ${shop.subDomain}`)
  const { token } = ann
  await dataOf(wxapi.modifyUserInfo({ token, nick: `${mark}安`, extJsonStr: { note: mark } }))
  const category = await createCategory(shop, { name: `${mark}类` })
  const freight = await createFreight(shop)
  const goods = await createGoods(shop, {
    name: `${mark}茶`,
    categoryId: category,
    content: mark,
    tags: mark,
    stock: 50,
    afterSale: '0',
  })
  const { notice, article } = await decorate(shop, mark)
  const address = (await dataOf(wxapi.addAddress({ token, ...HANGZHOU, linkMan: `${mark}收` }))).id
  await dataOf(wxapi.goodsFavPut(token, goods))
  const [favourite] = await dataOf(wxapi.goodsFavList({ token }))
  const file = await dataOf(wxapi.uploadFile(token, picture))

  await giveBalance(shop, ann, 10_000)
  const open = await place(shop, ann, goods, { isCanHx: true, remark: mark })
  const done = await buy(shop, ann, goods)
  const reviewed = await buy(shop, ann, goods)
  const line = (await dataOf(wxapi.orderDetail(token, done))).goods[0]?.id ?? 0
  const other = (await dataOf(wxapi.orderDetail(token, reviewed))).goods[0]?.id ?? 0
  const reputations = [{ id: other, reputation: 2 as const, remark: mark }]
  await dataOf(wxapi.orderReputation({ token, postJsonString: { orderId: reviewed, reputations } }))
  const asked = await buy(shop, ann, goods)
  const refund = await ask(shop, ann, asked, { reason: mark })
  const kanjia = await createBargainSet(shop, goods)
  await dataOf(wxapi.kanjiaJoin(token, kanjia))
  await createGroupTerms(shop, goods)
  const team = await openTeam(shop, ann, goods)
  const sheet = await dataOf(
    wxapi.wxpay({ token, money: open.amountReal, nextAction: { type: 0, id: String(open.id) } }),
  )
  await dataOf(wxapi.shippingCarInfoAddItem(token, goods, 1))
  const [cartLine] = (await dataOf(wxapi.shippingCarInfo(token))).items
  const booked = await bookedGoods(shop, ann, mark)
  const coupons = await couponsOf(shop, ann, mark)
  const price = { duration: 1, unit: 1, priceFen: 1 }
  const level = await createLevel(shop, { name: `${mark}卡`, rank: 1, rebate_bp: 10_000 }, [price])
  const [levelPrice] = await dataOf(wxapi.userLevelPrices(level))
  await dataOf(wxapi.userLevelBuy(token, levelPrice?.id ?? 0))
  return {
    shop,
    mark,
    ann,
    ids: {
      ...coupons,
      ...booked,
      ...{
        goods,
        category,
        freight,
        address,
        notice,
        article,
        line,
        done,
        asked,
        refund,
        kanjia,
        team,
        level,
        levelPrice: levelPrice?.id ?? 0,
        open: open.id,
        favourite: favourite?.id ?? 0,
      },
      cartKey: cartLine?.key ?? '',
      outTradeId: sheet.outTradeId,
      orderNumber: open.orderNumber ?? '',
      hxNumber: open.hxNumber ?? '',
      fileKey: file.key,
    },
  }
}

/** A room by the day that was ordered, and a court by the hour that is in the cart. */
async function bookedGoods(shop: Shop, ann: Person, mark: string) {
  const room = await createGoods(shop, { name: `${mark}房` })
  await openDays(shop, room, ['2099-12-01'])
  await place(shop, ann, [{ goodsId: room, number: 1, days: ['2099-12-01'] }])
  const court = await createGoods(shop, { name: `${mark}场` })
  await openDays(shop, court, ['2099-12-01'], { slots: ['09:00-10:00'] })
  const when = { goodsTimesDay: '2099-12-01', goodsTimesItem: '09:00-10:00' }
  await dataOf(shop.wxapi.shippingCarInfoAddItemV2({ token: ann.token, goodsId: court, number: 1, ...when }))
  return { room, court }
}

/** A coupon that is offered to a friend, one that is fetched, a merge and a card. */
async function couponsOf(shop: Shop, ann: Person, mark: string) {
  const couponRule = await createCoupon(shop, { name: `${mark}券`, can_give: 1, threshold_fen: fen(100_000) })
  const [coupon = 0] = await handCoupon(shop, ann, couponRule)
  const { shareToken } = await dataOf(shop.wxapi.couponsShareOpen(ann.token, coupon))
  const { transaction, clock } = shop.app.services
  const one = [{ ruleId: couponRule, number: 1 }]
  const merge = await transaction(tx => createMerge(tx, shop.merchantId, `${mark}合成`, one, one))
  const cardNumber = `CARD${shop.merchantId}`
  const card = { number: cardNumber, password: 'thief-password' }
  await transaction(tx => importNumbers(tx, shop.merchantId, couponRule, [card], clock.now()))
  await dataOf(shop.wxapi.scoreSign(ann.token))
  return { couponRule, coupon, merge, shareToken, cardNumber }
}

/** Settings, a banner, a notice, an article and a single page. */
function decorate({ app, merchantId }: Shop, mark: string): Promise<{ notice: number; article: number }> {
  const { transaction, clock } = app.services
  return transaction(async tx => {
    await setSetting(tx, merchantId, { key: 'mallName', value: mark }, clock.now())
    const row = { merchant_id: merchantId, title: mark, type: 'index', created_at: clock.now().getTime() }
    await tx
      .insertInto('banners')
      .values({ ...row, pic_url: '' })
      .execute()
    const { id } = await tx
      .insertInto('notices')
      .values({ ...row, content: mark })
      .returning('id')
      .executeTakeFirstOrThrow()
    const writing = { title: `${mark}文`, content: mark, category: `${mark}栏`, tags: mark }
    const article = await insertArticle(tx, merchantId, writing, clock.now())
    await savePage(tx, merchantId, { key: 'about', title: mark, content: mark }, clock.now())
    touch(tx, merchantId, 'site')
    return { notice: id, article }
  })
}
