/** Several shops on one server: nobody reads, changes or deletes anything of a shop that is not theirs. */
import { describe, expect, it } from 'vitest'
import { isRequired, type Method, pathArguments } from '../../contract/define'
import { methods, type NamedMethod } from '../../contract/generate/methods'
import { setSetting } from '../../server/domains/site/settings'
import { createGoods } from '../support/goods'
import { type Inhabited, inhabit } from '../support/inhabited'
import { codeOf, dataOf, giveBalance, signIn } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { createShop } from '../support/shop'
import { codeOnPhone } from '../support/sms'
import { rowsOf } from '../support/tables'
import { call, type RawAnswer } from '../support/wire'

const first = await createShop()
const second = { ...first, ...(await first.anotherShop('second')) }
const png = fileFolder()('leaf.png', await picture())
const third = { ...first, ...(await first.anotherShop('third')) }
const here = await inhabit(first, '甲店', png)
const intruder = await inhabit(second, '乙店', png)
const there = await inhabit(third, '丙店', png)

/** What an intruder would put into each field to reach the rows of `victim`. */
const FIELDS: Record<string, (victim: Inhabited, method: NamedMethod) => unknown> = {
  goodsId: ({ ids }, { name }) =>
    name === 'goodsPriceDaily' ? ids.room : name.startsWith('goodsTimes') ? ids.court : ids.goods,
  gids: ({ ids }) => ids.goods,
  categoryId: ({ ids }) => ids.category,
  templateId: ({ ids }) => ids.freight,
  templateIds: () => 'T'.repeat(43),
  orderId: ({ ids }, { domain }) => (domain === 'refund' ? ids.asked : ids.open),
  applyId: ({ ids }) => ids.refund,
  orderNumber: ({ ids }) => ids.orderNumber,
  orderNo: ({ ids }) => ids.outTradeId,
  outTradeId: ({ ids }) => ids.outTradeId,
  key: ({ ids }, { domain }) => (domain === 'cart' ? ids.cartKey : domain === 'cms' ? 'about' : 'mallName'),
  keys: () => 'mallName',
  days: (_, { domain }) => (domain === 'cart' ? '["2099-12-01"]' : '0'),
  goodsTimesItem: () => '09:00-10:00',
  goodsTimesDay: () => '2099-12-01',
  path: ({ ids }) => ids.fileKey,
  uid: ({ ann }) => ann.uid,
  tuanId: ({ ids }) => ids.team,
  pingtuanId: ({ ids }) => ids.team,
  kjid: ({ ids }) => ids.kanjia,
  joiner: ({ ann }) => ann.uid,
  joinerUser: ({ ann }) => ann.uid,
  referrer: ({ ann }) => ann.uid,
  nameLike: ({ mark }) => mark,
  k: ({ mark }) => mark,
  appid: ({ shop }) => shop.app.services.gateways.appid,
  goodsJsonStr: ({ ids }) => JSON.stringify([{ goodsId: ids.goods, number: 1 }]),
  nextAction: ({ ids }) => JSON.stringify({ type: 0, id: String(ids.open) }),
  postJsonString: ({ ids }, { domain }) =>
    domain === 'order' ? JSON.stringify({ orderId: ids.done, reputations: [{ id: ids.line, reputation: 0 }] }) : '{}',
  type: (_, { domain }) => ({ refund: 0, template: 'form' })[domain],
  hxNumber: ({ ids }) => ids.hxNumber,
  levelId: ({ ids }) => ids.level,
  userLevelPriceId: ({ ids }) => ids.levelPrice,
  mergeId: ({ ids }) => ids.merge,
  couponIds: ({ ids }) => ids.coupon,
  couponId: ({ ids }) => ids.coupon,
  shareToken: ({ ids }) => ids.shareToken,
  number: ({ ids }, { domain }) => (domain === 'coupon' ? ids.cardNumber : 1),
  ...constant({
    mobile: '13800138000',
    picCode: 'ABCD',
    purpose: 'login',
    codeMobile: 'none',
    mail: 'thief@example.com',
    email: 'thief@example.com',
    code: '123456',
    linkMan: '贼',
    address: '别处',
    content: '贼话',
    name: '假货',
    nick: '贼',
  }),
  ...constant({ price: 1, money: 1, selected: false, pid: '330000000000', encryptedData: 'x', iv: 'x' }),
  ...constant({
    shipperName: '贼',
    trackingNumber: 'SF0000',
    reason: '贼',
    comName: '贼',
    remoteFileUrl: 'http://127.0.0.1:9/none.png',
    isDefault: true,
    username: 'thief',
    scene: 'thief',
    day: '2099-12-01',
    amount: 1,
    videoId: 1,
    formId: 'thief',
    template_id: 'thief',
    content: 'thief',
    pwd: 'thief-password',
    pwdOld: 'thief-password',
    pwdNew: 'thief-password',
    deductionScore: 1,
    autoReg: true,
    autoLogin: true,
  }),
}

function constant(fields: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, () => value]))
}

/** One set of fields for each row that an `id` could mean. Throws for a required field that the table does not know. */
function attempts(method: NamedMethod, victim: Inhabited): Record<string, string>[] {
  const names = Object.keys((method.input as { properties?: object }).properties ?? {})
  const fields: Record<string, string> = {}
  for (const name of names) {
    if (['token', 'id', 'upfile', 'subDomain'].includes(name)) continue
    const value = FIELDS[name]?.(victim, method)
    if (value !== undefined) fields[name] = String(value)
    else if (isRequired(method, name)) throw new Error(`tell this test what \`${name}\` of ${method.name} may be`)
  }
  if (!names.includes('id')) return [fields]
  const ids = Object.values(victim.ids).filter(id => typeof id === 'number')
  return [...new Set(ids)].map(id => ({ ...fields, id: String(id) }))
}

const inShop = ({ url }: Method) => /\{(subDomain|merchantId)\}/.test(url)
const takesShop = (method: Method) => 'subDomain' in ((method.input as { properties?: object }).properties ?? {})
/** Pictures follow from their address and the shop; `verification.test.ts` sees that two shops draw different ones. */
const served = methods.filter(
  method => !pathArguments(method).length && (inShop(method) || takesShop(method)) && method.transport !== 'picture',
)

async function send(method: NamedMethod, shop: string, fields: Record<string, string>): Promise<RawAnswer> {
  const path = method.url.replace(/^\w+:/, '').replace(/\{\w+\}/, shop)
  if (method.transport === 'form') return call(first, path, { form: fields })
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...fields, subDomain: shop })) body.set(name, value)
  body.set('upfile', new Blob([new Uint8Array(await picture())]), 'a.png')
  return call(first, path, { body })
}

it('lists to each shop its own alone', async () => {
  for (const own of [here, intruder, there]) {
    const { wxapi } = own.shop
    const { token } = own.ann
    const answers = await Promise.all([
      wxapi.goodsv2({ status: -1 }),
      wxapi.goodsCategory(),
      wxapi.banners(),
      wxapi.noticeList(),
      wxapi.goodsDynamic(),
      wxapi.queryAddressV2({ token }),
      wxapi.shippingCarInfo(token),
      wxapi.goodsFavList({ token }),
      wxapi.orderList({ token }),
      wxapi.uploadFileList('', token),
      wxapi.payLogs({ token }),
      wxapi.myBuyGoodsHis({ token }),
      wxapi.orderRefunds(token),
      wxapi.coupons(),
      wxapi.myCoupons({ token }),
      wxapi.mergeCouponsRules(),
    ])
    for (const answer of answers) {
      expect(answer.code).toBe(0)
      for (const { mark } of [here, intruder, there].filter(one => one !== own))
        expect(JSON.stringify(answer)).not.toContain(mark)
    }
  }
})

describe.each([
  ['the older', here],
  ['the younger', there],
])('%s shop', (_, victim) => {
  const untouched = async (attack: () => Promise<void>) => {
    const before = await rowsOf(victim.shop)
    await attack()
    expect(await rowsOf(victim.shop)).toEqual(before)
  }

  it.each(served.map(method => [method.name, method] as const))(
    'shows and gives nothing to who calls %s of another shop with its ids',
    async (name, method) =>
      untouched(async () => {
        for (const fields of attempts(method, victim)) {
          const { token } = name === 'loginout' ? await signIn(intruder.shop, 'brief') : intruder.ann
          const answer = await send(method, intruder.shop.subDomain, { token, ...fields })
          expect(answer.text, `${name} ${JSON.stringify(fields)}`).not.toContain(victim.mark)
          expect(answer.text).not.toContain(victim.ann.token)
          // Each call has come through to the method itself.
          expect([400, 404, 429, 500, 2000], `${name} ${JSON.stringify(fields)} ${answer.text}`).not.toContain(
            answer.code,
          )
        }
      }),
  )

  it.each(served.filter(method => isRequired(method, 'token')).map(method => [method.name, method] as const))(
    'knows no token but its own in %s, by name or by number',
    async (name, method) =>
      untouched(async () => {
        const [fields = {}] = attempts(method, victim)
        const { subDomain, merchantId } = victim.shop
        const shops = inShop(method) ? [subDomain, String(merchantId)] : [subDomain]
        for (const shop of shops) {
          const answer = await send(method, shop, { ...fields, token: intruder.ann.token })
          expect(answer, `${name} of ${shop}`).toMatchObject({ code: 2000 })
        }
        const elsewhere = await send(method, intruder.shop.subDomain, { ...fields, token: victim.ann.token })
        expect(elsewhere, name).toMatchObject({ code: 2000 })
      }),
  )
})

describe('a person in both shops', () => {
  it('is two shoppers with two balances', async () => {
    const [one, two] = [await signIn(first, 'both'), await signIn(second, 'both')]
    expect(one.uid).not.toBe(two.uid)
    await giveBalance(first, one, 5000)
    expect((await dataOf(first.wxapi.userAmount(one.token))).balance).toBe(50)
    expect((await dataOf(second.wxapi.userAmount(two.token))).balance).toBe(0)
  })

  it('may have the same number in both, and a code of one is none in the other', async () => {
    const mobile = '13511112222'
    await dataOf(first.wxapi.smsValidateCode(mobile))
    const code = await codeOnPhone(first, mobile)
    expect(await codeOf(second.wxapi.register_mobile({ mobile, code }))).toBe(11006)
    await dataOf(first.wxapi.register_mobile({ mobile, code }))
    await first.advance(61)
    await dataOf(second.wxapi.smsValidateCode(mobile))
    expect(await codeOf(second.wxapi.register_mobile({ mobile, code: await codeOnPhone(second, mobile) }))).toBe(0)
  })

  it('pays no order of the one with money of the other', async () => {
    const two = await signIn(second, 'both')
    await giveBalance(second, two, 100_000)
    expect(await codeOf(second.wxapi.orderPay(two.token, String(here.ids.open)))).toBe(14001)
    const { token } = two
    const pay = second.wxapi.wxpay({ token, money: 10, nextAction: { type: 0, id: String(here.ids.open) } })
    expect(await codeOf(pay)).toBe(14001)
  })
})

describe('what is kept', () => {
  it('is kept for each shop', async () => {
    const name = async ({ wxapi }: typeof first) => dataOf(wxapi.queryConfigValue('mallName'))
    expect([await name(first), await name(second)]).toEqual(['甲店', '乙店'])
    const { transaction, clock } = first.app.services
    await transaction(tx => setSetting(tx, second.merchantId, { key: 'mallName', value: '新乙店' }, clock.now()))
    expect([await name(first), await name(second)]).toEqual(['甲店', '新乙店'])
  })

  it('does not go stale by what another shop does', async () => {
    await dataOf(first.wxapi.goods())
    await createGoods(second)
    const statements = await first.statementsOf(() => dataOf(first.wxapi.goods()))
    expect(statements).toHaveLength(1)
  })
})
