/** What is sold by days and by time slots: choosing, buying, and somebody who is faster. */
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dataOf } from '../../src/api/client'
import { bookedText, dayWithWeekday } from '../../src/lib/booked'
import { moneyText } from '../../src/lib/money'
import { freeDays, freeSlot, goodsId, HOMESTAY, PORTRAIT, POTTERY } from '../support/demo-goods'
import { signIn } from '../support/people'
import type { DemoShop } from '../support/shop-at'
import { inBrowser } from './support/in-browser'
import { at, detailOf, newcomer, ordersOf, sees, seesNot, tap } from './support/steps'

const DETAIL = '/packages/goods/detail'
const CHECKOUT = '/packages/order/checkout'
const ORDER = '/packages/order/detail'
const CART = '/pages/cart'

/** The cell of a day, in whichever month of the calendar it stands. */
async function dayIn(sheet: Locator, day: string): Promise<Locator> {
  const [year, month] = day.split('-').map(Number)
  const shown = sheet.locator('.calendar__month')
  for (let turns = 0; turns < 3 && !(await shown.innerText()).includes(`${year} 年 ${month} 月`); turns++)
    await sheet.getByRole('button', { name: '下个月' }).tap()
  return sheet.getByRole('checkbox', { name: new RegExp(`^${dayWithWeekday(day)} `) })
}

const sheetOn = (detail: Locator) => detail.locator('.sheet__body')

interface Slot {
  goodsTimesDay: string
  goodsTimesItem: string
}

async function pickSlot(sheet: Locator, { goodsTimesDay, goodsTimesItem }: Slot): Promise<void> {
  await sheet.getByRole('checkbox', { name: new RegExp(`^${dayWithWeekday(goodsTimesDay)} `) }).tap()
  await sheet.getByRole('radio', { name: new RegExp(`^${goodsTimesItem} `) }).tap()
}

/** Somebody else takes all places of a slot. */
async function takeAll(shop: DemoShop, goods: number, slot: Slot): Promise<void> {
  const { token } = await signIn(shop, `fast-${Math.random()}`)
  const day = (await dataOf(shop.wxapi.goodsTimesSchedule(goods))).find(one => one.day === slot.goodsTimesDay)
  const number = day?.items.find(({ name }) => name === slot.goodsTimesItem)?.stores ?? 0
  await dataOf(shop.wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId: goods, number, ...slot }] }))
}

inBrowser('booking', (open, shop) => {
  const detailPage = async (name: string, token: string): Promise<[Page, Locator]> => {
    const page = await open(await detailOf(shop, name), { token })
    return [page, await at(page, DETAIL)]
  }

  it('days are chosen in the calendar, priced day by day, and bought', async () => {
    const ann = await newcomer(shop)
    const room = await goodsId(shop, HOMESTAY)
    const days = await freeDays(shop, room, 3)
    const { skuList = [] } = await dataOf(shop.wxapi.goodsDetail(room))
    const rows = await dataOf(shop.wxapi.goodsPriceDaily(room, skuList[0]?.id))
    const price = rows.filter(({ day }) => days.includes(day)).reduce((sum, row) => sum + row.price, 0)

    const [page, detail] = await detailPage(HOMESTAY, ann.token)
    await tap(detail, '立即预订')
    const sheet = sheetOn(detail)
    await tap(sheet, '立即预订')
    await sees(page, '请选择房型')
    await tap(sheet, '山景大床房')
    await tap(sheet, '立即预订')
    await sees(page, '请选择日期')
    const full = rows.find(({ stores }) => stores === 0)?.day ?? ''
    await expect.poll(() => sheet.getByRole('checkbox', { name: dayWithWeekday(full) }).count()).toBe(0)
    await (await dayIn(sheet, days[0] ?? '')).tap()
    await sees(sheet, '再点一天，可以连着订到那天')
    await (await dayIn(sheet, days[2] ?? '')).tap()
    expect(await (await dayIn(sheet, days[1] ?? '')).getAttribute('aria-checked')).toBe('true')
    await sees(sheet, bookedText({ days }))
    await expect.poll(() => sheet.locator('.sku__total .price').getAttribute('aria-label')).toBe(moneyText(price))
    await tap(sheet, '立即预订')

    const checkout = await at(page, CHECKOUT)
    await sees(checkout, bookedText({ days }))
    for (const day of days) await sees(checkout, dayWithWeekday(day))
    await sees(checkout, moneyText(price))
    await tap(checkout, '提交订单')
    await expect.poll(async () => (await ordersOf(shop, ann))[0]?.status).toBe(0)
    const [order] = await ordersOf(shop, ann)
    const { goods, orderInfo } = await dataOf(shop.wxapi.orderDetail(ann.token, order?.id ?? 0))
    expect(goods).toMatchObject([{ days, amount: price }])
    expect(orderInfo.isCanHx).toBe(true)

    await shop.keeper('balance', String(ann.uid), String(orderInfo.amountReal), '测试')
    await dataOf(shop.wxapi.orderPay(ann.token, String(orderInfo.id)))
    await page.goto(`${shop.origin}${ORDER}/index?id=${orderInfo.id}`)
    const paid = await at(page, ORDER)
    await sees(paid, '等待到店')
    await sees(paid, bookedText({ days }))
    for (const day of days) await sees(paid, dayWithWeekday(day))
    await page.goto(`${shop.origin}/packages/order/list/index`)
    await sees(await at(page, '/packages/order/list'), bookedText({ days }))
  }, 60_000)

  it('a slot is chosen with what is left of it, and bought', async () => {
    const ann = await newcomer(shop)
    const lesson = await goodsId(shop, POTTERY)
    const slot = await freeSlot(shop, lesson)
    const [page, detail] = await detailPage(POTTERY, ann.token)
    await sees(detail, '选择时段')
    await tap(detail, '立即预订')
    const sheet = sheetOn(detail)
    await pickSlot(sheet, slot)
    await sees(sheet, /^剩 \d 份$/)
    await sheet.getByRole('button', { name: '增加一件' }).tap()
    await tap(sheet, '立即预订')
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, bookedText(slot))
    await tap(checkout, '提交订单')
    await expect.poll(async () => (await ordersOf(shop, ann)).length).toBe(1)
    const [order] = await ordersOf(shop, ann)
    const { goods } = await dataOf(shop.wxapi.orderDetail(ann.token, order?.id ?? 0))
    expect(goods).toMatchObject([{ ...slot, number: 2 }])
  }, 60_000)

  it('a slot that somebody else has taken meanwhile leads back to choosing another', async () => {
    const ann = await newcomer(shop)
    const studio = await goodsId(shop, PORTRAIT)
    const slot = await anySlot(shop, studio)
    const [page, detail] = await detailPage(PORTRAIT, ann.token)
    await tap(detail, '立即预订')
    await pickSlot(sheetOn(detail), slot)
    await tap(sheetOn(detail), '立即预订')
    const checkout = await at(page, CHECKOUT)
    await sees(checkout, bookedText(slot))
    await takeAll(shop, studio, slot)
    await tap(checkout, '提交订单')
    await tap(checkout, '重新选择')
    const again = await at(page, DETAIL)
    await sees(page, '刚才选的日期或时段订满了，请另选')
    const taken = sheetOn(again).getByRole('radio', { name: new RegExp(`^${slot.goodsTimesItem} `) })
    await expect.poll(() => taken.getAttribute('aria-disabled')).toBe('true')
    expect(await ordersOf(shop, ann)).toEqual([])

    const other = await anySlot(shop, studio)
    await pickSlot(sheetOn(again), other)
    await tap(sheetOn(again), '立即预订')
    await tap(await at(page, CHECKOUT), '提交订单')
    await expect.poll(async () => (await ordersOf(shop, ann)).length).toBe(1)
  }, 60_000)

  it('a slot waits in the cart, is bought from there, and is chosen anew once it is full', async () => {
    const ann = await newcomer(shop)
    const lesson = await goodsId(shop, POTTERY)
    const slot = await freeSlot(shop, lesson)
    const [page, detail] = await detailPage(POTTERY, ann.token)
    await tap(detail, '加入购物车')
    await pickSlot(sheetOn(detail), slot)
    await tap(sheetOn(detail), '加入购物车')
    await sees(page, '已加入购物车')
    await page.goto(`${shop.origin}${CART}/index`)
    const cart = await at(page, CART)
    await sees(cart, bookedText(slot))
    await tap(cart, '结算 (1)')
    await sees(await at(page, CHECKOUT), bookedText(slot))
    await takeAll(shop, lesson, slot)
    await page.goto(`${shop.origin}${CART}/index`)
    const later = await at(page, CART)
    await sees(later, `${bookedText(slot)} · 订满了`)
    await seesNot(later, '结算 (1)')
    await tap(later, '重新选择')
    await sheetOn(await at(page, DETAIL)).waitFor()
  }, 60_000)
})

/** The next slot with a place, even if it is the only one. */
async function anySlot({ wxapi }: DemoShop, id: number): Promise<Slot> {
  const schedule = await dataOf(wxapi.goodsTimesSchedule(id))
  const [slot] = schedule.flatMap(({ day, items }) =>
    items.flatMap(({ name, stores }) => (stores > 0 ? [{ goodsTimesDay: day, goodsTimesItem: name }] : [])),
  )
  if (!slot) throw new Error('there is no free slot')
  return slot
}
