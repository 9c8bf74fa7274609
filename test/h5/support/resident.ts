/** Somebody who has lived in the demo shop for a while: there is something on every page for them. */
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatTime } from '../../../contract/time'
import { dataOf } from '../../../src/api/client'
import {
  BACKPACK,
  BAKERY_CARD,
  firstSku,
  freeDays,
  freeSlot,
  goodsId,
  HOMESTAY,
  HONEY,
  JASMINE,
  MUG,
  PHONE_TOPUP,
  POTTERY,
  putIntoCart,
  RICE_BOWL,
  SOLD_OUT,
  TEA,
  TOTE,
  VIDEO_CARD,
} from '../../support/demo-goods'
import { signIn } from '../../support/people'
import type { DemoShop } from '../../support/shop-at'
import { waitingRefund } from '../../support/waiting-refund'

export interface Resident {
  mobile: string
  token: string
  uid: number
  /** The token of somebody whom they have brought, a member of their team. */
  fan: string
  /** Order ids by what became of them. */
  orders: Record<
    | 'unpaid'
    | 'team'
    | 'toShip'
    | 'shipped'
    | 'received'
    | 'reviewed'
    | 'closed'
    | 'codes'
    | 'topUp'
    | 'pickUp'
    | 'stay',
    number
  >
  /** Orders with a request for after-sale, by how it stands. */
  refunds: Record<'asked' | 'sendBack' | 'paid', number>
  /** The payment of a recharge that was paid. */
  recharge: string
  /** A bargain that two friends have helped, and a group with a free place. */
  bargain: { kjid: number; joiner: number }
  team: number
  /** A branch whose code they have scanned, and what they have paid there. */
  branch: number
  /** The number of a bill that was paid from the balance, and the payment of one that was paid online. */
  bills: { number: string; online: string }
  deposits: Record<'paid' | 'askedBack' | 'back', number>
}

const HOME = {
  linkMan: '林小满',
  provinceId: '330000000000',
  cityId: '330100000000',
  districtId: '330106000000',
  address: '文三路 1 号 云栖小区 12 幢 2 单元 601 室',
}
const OFFICE = {
  linkMan: '阿不都热合曼·买买提艾力',
  provinceId: '650000000000',
  cityId: '650100000000',
  districtId: '650102000000',
  address: '解放北路人民广场旁边那栋有红色招牌的老办公楼三层左手第二间，白天请先打电话，没人接就放前台',
}
const VIRTUAL = [VIDEO_CARD, BAKERY_CARD, PHONE_TOPUP]
const DELIVERED_WITHIN_MS = 15_000

/** A mobile number that nobody else has. */
export const freshMobile = (): string => `138${String(randomInt(1e8)).padStart(8, '0')}`

export async function moveIn(shop: DemoShop): Promise<Resident> {
  const { wxapi, sim, keeper } = shop
  const mobile = freshMobile()
  await dataOf(wxapi.smsValidateCode(mobile))
  const { code } = await sim(`/sms?mobile=${mobile}`)
  const { token, uid } = await dataOf(wxapi.loginMobileSmsCode({ mobile, code: String(code), autoReg: true }))
  await dataOf(wxapi.modifyUserInfo({ token, nick: '林小满' }))
  await dataOf(wxapi.addAddress({ token, mobile: '13800138000', ...OFFICE }))
  await dataOf(wxapi.addAddress({ token, mobile: '13900139000', ...HOME, isDefault: true }))
  for (const name of [TEA, TOTE, SOLD_OUT]) await dataOf(wxapi.goodsFavPut(token, await goodsId(shop, name)))
  await keeper('balance', String(uid), '2200', '开店礼')

  const order = async (wanted: Array<[name: string, number: number]>, fields?: Record<string, string>) => {
    const lines = wanted.map(async ([name, number]) => {
      const id = await goodsId(shop, name)
      const propertyChildIds = await firstSku(shop, id)
      return { goodsId: id, number, ...(propertyChildIds && { propertyChildIds }), ...(fields && { fields }) }
    })
    const goodsJsonStr = await Promise.all(lines)
    const isVirtual = wanted.some(([name]) => VIRTUAL.includes(name))
    const place = isVirtual ? {} : { mobile: '13900139000', ...HOME }
    const { id = 0, orderNumber = '' } = await dataOf(wxapi.orderCreate({ token, goodsJsonStr, ...place }))
    return { id, orderNumber }
  }
  const paid = async (...given: Parameters<typeof order>) => {
    const placed = await order(...given)
    await dataOf(wxapi.orderPay(token, String(placed.id)))
    return placed
  }
  const shipped = async (...given: Parameters<typeof order>) => {
    const placed = await paid(...given)
    await keeper('ship', placed.orderNumber, '顺丰速运', `SF${placed.id}00172938`)
    return placed
  }
  const received = async (...given: Parameters<typeof order>) => {
    const placed = await shipped(...given)
    await dataOf(wxapi.orderDelivery(token, placed.id))
    return placed
  }

  const codes = await paid([
    [VIDEO_CARD, 2],
    [BAKERY_CARD, 1],
  ])
  const topUp = await paid([[PHONE_TOPUP, 1]], { 手机号: '13900139000' })
  const pickUp = await fetched(shop, token)
  const closed = await order([[BACKPACK, 1]])
  await dataOf(wxapi.orderClose(token, closed.id))
  const reviewed = await received([[MUG, 1]])
  const { goods } = await dataOf(wxapi.orderDetail(token, reviewed.id))
  const reputations = goods.map(({ id }) => ({ id, reputation: 2 as const, remark: '釉色比照片里还好看一点。' }))
  await dataOf(wxapi.orderReputation({ token, postJsonString: { token, orderId: reviewed.id, reputations } }))
  const orders = {
    codes: codes.id,
    topUp: topUp.id,
    pickUp,
    closed: closed.id,
    reviewed: reviewed.id,
    received: (await received([[TEA, 1]])).id,
    shipped: (
      await shipped([
        [RICE_BOWL, 1],
        [MUG, 2],
        [TOTE, 1],
      ])
    ).id,
    toShip: (await paid([[BACKPACK, 1]])).id,
    unpaid: (await order([[TEA, 2]])).id,
  }
  await dataOf(
    wxapi.invoiceApply({
      token,
      orderId: reviewed.id,
      comName: '杭州小铺商贸有限公司',
      tfn: '9144030071526726XG',
      email: 'lin@example.com',
    }),
  )
  const asked = {
    asked: (await shipped([[RICE_BOWL, 1]])).id,
    sendBack: (await received([[MUG, 2]])).id,
    paid: (await paid([[TOTE, 1]])).id,
  }
  // Each of them runs the shop keeper's program several times, and none knows of the others.
  const [refunds] = await Promise.all([
    askedBack(shop, token, asked),
    travelled(shop, token, orders.shipped),
    writeFeedback(shop, token),
  ])
  const recharge = await recharged(shop, token)
  await haveCoupons(shop, token)
  for (const [name, number] of [
    [TEA, 2],
    [RICE_BOWL, 1],
    [TOTE, 1],
  ] as const)
    await putIntoCart(shop, token, name, number)
  const bargain = await bargained(shop, token, uid)
  const { team, order: teamOrder } = await grouped(shop, token)
  const fan = await distributed(shop, token, uid)
  const assets = await paidInTheShop(shop, token)
  await delivered(shop, token, orders.codes)
  const stay = await booked(shop, token, uid)
  const lives = { orders: { ...orders, team: teamOrder, stay }, refunds, recharge, bargain, team }
  return { mobile, token, uid, fan, ...lives, ...assets }
}

/** Somebody who brings others and leads a team: a friend has bought, and some of the money is asked for. Answers the friend's token. */
async function distributed(shop: DemoShop, token: string, uid: number): Promise<string> {
  const { wxapi, keeper } = shop
  await keeper('fx', 'approve', String(uid))
  const friend = await signIn(shop, `fan-${uid}`)
  await dataOf(wxapi.bindSeller({ token: friend.token, uid }))
  await keeper('partner', 'leader', String(uid))
  await dataOf(wxapi.partnerBindTeamLeader(friend.token, uid))
  await keeper('balance', String(friend.uid), '300', '测试')
  const { id = 0 } = await dataOf(
    wxapi.orderCreate({
      token: friend.token,
      goodsJsonStr: [{ goodsId: await goodsId(shop, RICE_BOWL), number: 1 }],
      ...{ mobile: '13900139000', ...HOME },
    }),
  )
  await dataOf(wxapi.orderPay(friend.token, String(id)))
  await dataOf(wxapi.withDrawApplyV3({ token, money: 5 }))
  return friend.token
}

/** A paid order that waits at a branch. */
async function fetched(shop: DemoShop, token: string): Promise<number> {
  const { wxapi } = shop
  const [branch] = await dataOf(wxapi.fetchShops())
  const { id = 0 } = await dataOf(
    wxapi.orderCreate({
      token,
      goodsJsonStr: [{ goodsId: await goodsId(shop, RICE_BOWL), number: 1 }],
      ...{ peisongType: 'zq', isCanHx: true, linkMan: '林小满', mobile: '13900139000' },
      ...(branch && { shopIdZt: branch.id }),
    }),
  )
  await dataOf(wxapi.orderPay(token, String(id)))
  return id
}

/** Where the parcel of an order has been. */
/** Three nights that are paid for, and a lesson in the cart. */
async function booked(shop: DemoShop, token: string, uid: number): Promise<number> {
  const { wxapi, keeper } = shop
  const room = await goodsId(shop, HOMESTAY)
  const choice = (await firstSku(shop, room)) ?? ''
  const days = await freeDays(shop, room, 3)
  const goodsJsonStr = [{ goodsId: room, number: 1, propertyChildIds: choice, days }]
  const order = await dataOf(wxapi.orderCreate({ token, goodsJsonStr, isCanHx: true }))
  await keeper('balance', String(uid), String(order.amountReal), '开店礼')
  await dataOf(wxapi.orderPay(token, String(order.id)))
  const lesson = await goodsId(shop, POTTERY)
  const when = await freeSlot(shop, lesson)
  await dataOf(wxapi.shippingCarInfoAddItemV2({ token, goodsId: lesson, number: 2, ...when }))
  return order.id ?? 0
}

async function travelled({ wxapi, keeper }: DemoShop, token: string, orderId: number): Promise<void> {
  const { orderInfo } = await dataOf(wxapi.orderDetail(token, orderId))
  const number = orderInfo.trackingNumber ?? ''
  const ago = (hours: number) => formatTime(new Date(Date.now() - hours * 3_600_000))
  const steps = [
    [52, '【杭州市】商家正在通知快递公司揽件'],
    [47, '【杭州市】杭州西湖文三路营业点 已收取快件'],
    [43, '【杭州市】快件在杭州转运中心完成分拣，准备发往上海'],
    [30, '【上海市】快件到达上海青浦转运中心'],
    [6, '【上海市】快件到达上海静安南京西路营业点'],
    [2, '【上海市】正在派送途中，派件员会提前打电话，请保持手机畅通'],
  ] as const
  const folder = mkdtempSync(join(tmpdir(), 'xiaopu-traces-'))
  const file = join(folder, 'traces.csv')
  const lines = steps.map(([hours, text]) => `${number},${ago(hours)},${text}`)
  writeFileSync(file, ['运单号,时间,说明', ...lines].join('\n'))
  await keeper('traces', 'import', file)
  rmSync(folder, { recursive: true })
}

async function bargained(shop: DemoShop, token: string, joiner: number): Promise<Resident['bargain']> {
  const { wxapi } = shop
  const [set] = await dataOf(wxapi.kanjiaSet(String(await goodsId(shop, HONEY))))
  const kjid = set?.id ?? 0
  await dataOf(wxapi.kanjiaJoin(token, kjid))
  for (const [name, nick, words] of [
    ['tang', '阿棠', '帮你砍一刀，记得分我一勺'],
    ['zhou', '老周', ''],
  ] as const) {
    const friend = await signIn(shop, `${name}-${joiner}`)
    await dataOf(wxapi.modifyUserInfo({ token: friend.token, nick }))
    await dataOf(wxapi.kanjiaHelp(friend.token, kjid, joiner, words))
  }
  return { kjid, joiner }
}

async function grouped(shop: DemoShop, token: string): Promise<{ team: number; order: number }> {
  const { wxapi } = shop
  const id = await goodsId(shop, JASMINE)
  const { id: team } = await dataOf(wxapi.pingtuanOpen(token, id))
  const goodsJsonStr = [{ goodsId: id, number: 1 }]
  const placed = await dataOf(
    wxapi.orderCreate({ token, goodsJsonStr, pingtuanOpenId: team, mobile: '13900139000', ...HOME }),
  )
  await dataOf(wxapi.orderPay(token, String(placed.id)))
  return { team, order: placed.id ?? 0 }
}

async function askedBack(shop: DemoShop, token: string, orders: Resident['refunds']) {
  const { wxapi, keeper } = shop
  const ask = async (orderId: number, type: 0 | 1, reason: string, remark: string) => {
    await dataOf(wxapi.refundApply({ token, orderId, type, reason, remark }))
    const { orderInfo } = await dataOf(wxapi.orderDetail(token, orderId))
    return waitingRefund(shop, orderInfo.orderNumber)
  }
  const sendBack = await ask(orders.sendBack, 1, '收到时有破损', '杯口磕了一小块，包装盒也压扁了。')
  await keeper('refunds', 'agree', sendBack, '--note', '抱歉让你收到破损的杯子，寄回运费由我们承担。')
  await keeper('refunds', 'agree', await ask(orders.paid, 0, '拍错了、多拍了', ''))
  await ask(orders.asked, 0, '一直没有收到', '')
  return orders
}

/** Bills, and money left at the shop: some of it is there, some is asked back, some is back. */
async function paidInTheShop({ wxapi, keeper }: DemoShop, token: string) {
  const [{ id: branch = 0 } = {}] = await dataOf(wxapi.fetchShops())
  const { orderNumber: number = '' } = await dataOf(wxapi.payBillV2({ token, money: 218, shopId: branch }))
  const nextAction = { type: 4, money: 66, shopId: branch }
  const { url, outTradeId: online } = await dataOf(wxapi.wxpayH5({ token, money: 66, nextAction }))
  await confirmed(url)
  const leave = async (amount: number, remark: string, refCode: string) =>
    (await dataOf(wxapi.payDepositV2({ token, amount, remark, refCode }))).id
  const deposits = {
    back: await leave(50, '雨伞', ''),
    askedBack: await leave(99, '充电宝', 'CD-0271'),
    paid: await leave(120, '借出的茶具', '茶席 3 号'),
  }
  await dataOf(wxapi.depositBackApplyV2(token, deposits.askedBack))
  await keeper('deposits', 'back', String(deposits.back))
  return { branch, bills: { number, online }, deposits }
}

/** Paid at WeChat's cashier, as in a browser. */
async function recharged({ wxapi }: DemoShop, token: string): Promise<string> {
  const { url, outTradeId } = await dataOf(wxapi.wxpayH5({ token, money: 100 }))
  await confirmed(url)
  return outTradeId
}

async function confirmed(url: string): Promise<void> {
  const body = new URLSearchParams({ prepay_id: new URL(url).searchParams.get('prepay_id') ?? '' })
  await fetch(new URL('cashier/confirm', url), { method: 'POST', body })
}

async function writeFeedback({ wxapi, keeper }: DemoShop, token: string): Promise<void> {
  const write = (content: string, kind: string) =>
    dataOf(wxapi.addComment({ token, type: 1, content, extJsonStr: { kind } }))
  const { id } = await write('寿眉小方片能不能出一个十片的小盒？一次买半斤有点多。', 'idea')
  await keeper('feedback', 'answer', String(id), '正在做了，下个月上架，到时候在公告里告诉大家。')
  await write('首页往下滑的时候，图片偶尔要等一会儿才出来。', 'trouble')
}

/** Some to use. */
async function haveCoupons({ wxapi }: DemoShop, token: string): Promise<void> {
  const rules = await dataOf(wxapi.coupons())
  for (const name of ['新客立减', '满 199 减 20', '茶叶九折', '三元小券'])
    await dataOf(wxapi.fetchCoupons({ token, id: rules.find(rule => rule.name === name)?.id ?? 0 }))
}

async function delivered({ wxapi }: DemoShop, token: string, id: number): Promise<void> {
  const end = Date.now() + DELIVERED_WITHIN_MS
  while ((await dataOf(wxapi.orderDetail(token, id))).orderInfo.supplyState !== 2) {
    if (Date.now() > end) throw new Error('the codes do not come')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
