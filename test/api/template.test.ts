/** Messages that WeChat brings to shoppers who have allowed one, and to nobody else. */
import { beforeEach, describe, expect, it } from 'vitest'
import { setSetting } from '../../server/domains/site/settings'
import { createBargainSet } from '../support/bargains'
import { createGoods } from '../support/goods'
import { createGroupTerms, joinTeam, openTeam } from '../support/groups'
import { payOnline, place, ship } from '../support/orders'
import { codeOf, dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const shop = await createShop()
const { wxapi, merchantId } = shop
const { transaction, clock } = shop.app.services
const ann = await signIn(shop, 'ann')
const tea = await createGoods(shop, { name: '福鼎老白茶 2019 年寿眉小方片，礼盒装 200 克', stock: 99 })
const PAID = 'P'.repeat(43)
const SHIPPED = 'S'.repeat(43)
const BARGAIN = 'B'.repeat(43)
const GROUP = 'G'.repeat(43)

interface Message {
  template: string
  page: string
  data: Record<string, { value: string }>
}
const messages = async () => ((await shop.sim('/wechat/messages')) as unknown as { messages: Message[] }).messages
const set = (key: string, value: string) => transaction(tx => setSetting(tx, merchantId, { key, value }, clock.now()))
const inWechat = (templateId: string, name = 'ann') => shop.sim('/wechat/allow-message', { name, templateId })
const here = (...ids: string[]) =>
  dataOf(wxapi.wxTemplateNumberSubscribe({ token: ann.token, templateIds: ids.join(',') }))
const left = async (event: string) =>
  (await dataOf(wxapi.wxTemplateNumberList(ann.token))).find(one => one.event === event)?.number
let before = 0
const told = async () => {
  await shop.runJobs()
  return (await messages()).slice(before)
}
async function pay() {
  const order = await place(shop, ann, tea)
  await payOnline(shop, ann, order)
  return order
}

beforeEach(async () => {
  await set('subscribe_paid', `${PAID};character_string1:number;amount2:amount;thing3:goods`)
  await set('subscribe_shipped', `${SHIPPED};thing1:shipper;character_string2:tracking`)
  before = (await messages()).length
})

describe('a message', () => {
  it('tells of a paid order what the shop keeper has put into its fields, as long as they may be', async () => {
    await inWechat(PAID)
    await here(PAID)
    const order = await pay()
    expect(await told()).toMatchObject([
      {
        template: PAID,
        page: `packages/order/detail/index?id=${order.id}`,
        data: {
          character_string1: { value: order.orderNumber },
          amount2: { value: '10.00元' },
          thing3: { value: '福鼎老白茶 2019 年寿眉小方片，礼…' },
        },
      },
    ])
  })

  it('is one for each consent', async () => {
    for (const _ of [1, 2]) {
      await inWechat(PAID)
      await here(PAID)
    }
    expect(await left('paid')).toBe(2)
    await pay()
    await pay()
    await pay()
    expect(await told()).toHaveLength(2)
    expect(await left('paid')).toBe(0)
  })

  it('is not sent to whoever has not allowed it, nor to whom WeChat says so', async () => {
    await pay()
    expect(await told()).toEqual([])
    await here(PAID, SHIPPED)
    const order = await pay()
    expect(await told()).toEqual([])
    expect(await left('paid')).toBe(0)
    await inWechat(SHIPPED)
    await ship(shop, order.id, 'SF1234567')
    expect(await told()).toEqual([])
  })

  it('tells of a parcel', async () => {
    const courier = await createGoods(shop, { name: '茶碗' })
    const order = await place(shop, ann, courier, { isCanHx: true })
    await payOnline(shop, ann, order)
    await inWechat(SHIPPED)
    await here(SHIPPED)
    await ship(shop, order.id, 'SF1234567')
    expect(await told()).toMatchObject([
      { template: SHIPPED, data: { thing1: { value: '顺丰速运' }, character_string2: { value: 'SF1234567' } } },
    ])
  })

  it('tells that an order was taken for received, when nobody said so', async () => {
    const DONE = 'D'.repeat(43)
    await set('subscribe_finished', `${DONE};character_string1:number`)
    const fay = await signIn(shop, 'fay')
    const order = await place(shop, fay, await createGoods(shop, { name: '茶杯' }), { isCanHx: true })
    await payOnline(shop, fay, order)
    await ship(shop, order.id)
    await inWechat(DONE, 'fay')
    await dataOf(wxapi.wxTemplateNumberSubscribe({ token: fay.token, templateIds: DONE }))
    await shop.advance(16 * 86_400)
    const done = (await told()).filter(({ template }) => template === DONE)
    expect(done).toMatchObject([{ data: { character_string1: { value: order.orderNumber } } }])
    await set('subscribe_finished', '')
  })

  it('keeps its consent when the template does not fit', async () => {
    await set('subscribe_paid', `${PAID};amount1:goods`)
    await inWechat(PAID)
    await here(PAID)
    await pay()
    expect(await told()).toEqual([])
    expect(await left('paid')).toBe(1)
  })
})

describe('a message about a bargain', () => {
  it('comes when friends have cut the price to its floor, once, and opens the bargain', async () => {
    await set('subscribe_bargain', `${BARGAIN};thing1:goods;amount2:amount`)
    const kjid = await createBargainSet(shop, await createGoods(shop, { name: '蜂蜜' }), { helps: 2 })
    await dataOf(wxapi.kanjiaJoin(ann.token, kjid))
    await inWechat(BARGAIN)
    await here(BARGAIN)
    const [ben, cat] = [await signIn(shop, 'ben'), await signIn(shop, 'cat')]
    await dataOf(wxapi.kanjiaHelp(ben.token, kjid, ann.uid))
    expect(await told()).toEqual([])
    await dataOf(wxapi.kanjiaHelp(cat.token, kjid, ann.uid))
    await dataOf(wxapi.kanjiaHelp(cat.token, kjid, ann.uid))
    expect(await told()).toMatchObject([
      {
        template: BARGAIN,
        page: `packages/promotion/bargain/index?kjid=${kjid}`,
        data: { thing1: { value: '蜂蜜' }, amount2: { value: '4.00元' } },
      },
    ])
    expect(await left('bargain')).toBe(0)
  })

  it('does not come when the last cut is one’s own', async () => {
    const kjid = await createBargainSet(shop, await createGoods(shop), { helps: 1 })
    await dataOf(wxapi.kanjiaJoin(ann.token, kjid))
    await inWechat(BARGAIN)
    await here(BARGAIN)
    await dataOf(wxapi.kanjiaHelp(ann.token, kjid, ann.uid))
    expect(await told()).toEqual([])
  })
})

describe('a message about a group', () => {
  it('comes to everybody in it who has allowed it, when it is complete', async () => {
    await set('subscribe_group', `${GROUP};character_string1:number;thing2:goods`)
    const goods = await createGoods(shop, { name: '茉莉' })
    await createGroupTerms(shop, goods, { persons: 2 })
    const [ben, dan] = [await signIn(shop, 'ben'), await signIn(shop, 'dan')]
    for (const [person, name] of [[ben, 'ben'] as const, [dan, 'dan'] as const]) {
      await inWechat(GROUP, name)
      await dataOf(wxapi.wxTemplateNumberSubscribe({ token: person.token, templateIds: GROUP }))
    }
    const team = await openTeam(shop, ben, goods)
    expect(await told()).toEqual([])
    const order = await joinTeam(shop, dan, goods, team)
    const messages = await told()
    expect(messages).toHaveLength(2)
    expect(messages.map(({ data }) => data.thing2?.value)).toEqual(['茉莉', '茉莉'])
    expect(messages.map(({ page }) => page)).toContain(`packages/order/detail/index?id=${order.id}`)
  })
})

describe('the former template messages', () => {
  it('take what clients collected, and keep nothing of it', async () => {
    const was = await left('paid')
    expect(await codeOf(wxapi.addTempleMsgFormid(ann.token, 'pay', 'wx201410272009395522657a690389285100'))).toBe(0)
    expect(await codeOf(wxapi.addTempleMsgFormid(ann.token, 'form', 'the formId is a mock one'))).toBe(0)
    expect(await codeOf(wxapi.addTempleMsgFormid('nobody', 'form', 'x'))).toBe(2000)
    expect(await left('paid')).toBe(was)
  })

  it('are a wish for one message of the shop’s own template, in the shop’s own words', async () => {
    const [eve] = [await signIn(shop, 'eve')]
    const wish = { token: eve.token, template_id: PAID, module: 'order', business_id: '1', trigger: '1' }
    await dataOf(wxapi.sendTempleMsg({ ...wish, postJsonString: { keyword1: '别的话' } }))
    await inWechat(PAID, 'eve')
    const order = await place(shop, eve, tea)
    await payOnline(shop, eve, order)
    expect(JSON.stringify(await told())).toContain(order.orderNumber)
    expect(JSON.stringify(await told())).not.toContain('别的话')
  })

  it('are refused for another’s template, and at once', async () => {
    expect(await codeOf(wxapi.sendTempleMsg({ token: ann.token, template_id: 'X'.repeat(43) }))).toBe(700)
    expect(await codeOf(wxapi.sendTempleMsg({ token: ann.token, template_id: PAID, module: 'immediately' }))).toBe(700)
    expect(await codeOf(wxapi.sendTempleMsg({ token: 'nobody', template_id: PAID }))).toBe(2000)
  })
})

describe('wxTemplateNumberSubscribe', () => {
  it('takes templates of the shop alone', async () => {
    expect(await codeOf(wxapi.wxTemplateNumberSubscribe({ token: ann.token, templateIds: 'X'.repeat(43) }))).toBe(700)
  })
})

describe('template', () => {
  it('answers the ids under the names of the interface', async () => {
    const { text } = await call(shop, '/template', { form: {} })
    expect(JSON.parse(text)).toEqual({
      info: '',
      status: 1,
      data: { order_pay_success: PAID, delivery_notice: SHIPPED, bargain_floor: BARGAIN, group_complete: GROUP },
    })
  })

  it('says that there are none', async () => {
    const other = await shop.anotherShop('bare')
    expect(await codeOf(other.wxapi.wxTemplateNumberList((await signIn(other, 'ben')).token))).toBe(700)
    const { text } = await call(shop, '/bare/template', { form: {} })
    expect(JSON.parse(text)).toEqual({ info: '暂无数据', status: 0 })
  })
})
