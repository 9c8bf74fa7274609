/** What is sold by days and by time slots, in WeChat. */
import { expect, it } from 'vitest'
import { bookedText, dayWithWeekday } from '../../src/lib/booked'
import { moneyText } from '../../src/lib/money'
import { freeDays, freeSlot, goodsId, HOMESTAY, PORTRAIT, POTTERY } from '../support/demo-goods'
import { demoShop } from '../support/demo-shop'
import { dataOf, signIn } from '../support/people'
import { type App, launch } from './runtime/launch'
import type { Page } from './runtime/page'
import { openGoods, ordersOf, tokenOf } from './steps'

const shop = demoShop()
const detailOf = async (app: App, id: number) => dataOf(shop.wxapi.orderDetail(tokenOf(app), id))

/** Presses a day of the calendar, in whichever month it stands. */
async function pressDay(page: Page, day: string): Promise<void> {
  const [year, month] = day.split('-').map(Number)
  for (let turns = 0; turns < 3 && !page.find('.calendar__month').text().includes(`${year} 年 ${month} 月`); turns++)
    await page.find('.calendar__month').tap('下个月')
  await page.find('.calendar').tap(new RegExp(`^${dayWithWeekday(day)} ¥`))
}

it('days are chosen in the calendar and bought', async () => {
  const app = await launch(shop, 'ann')
  const room = await goodsId(shop, HOMESTAY)
  const days = await freeDays(shop, room, 2)
  const page = await openGoods(app, HOMESTAY)
  await page.sees('选择日期')
  await page.tap('立即预订')
  await page.find('.sheet__body').tap('山景大床房')
  for (const day of days) await pressDay(page, day)
  await page.sees(bookedText({ days }))
  await page.find('.sheet__foot').tap('立即预订')
  const checkout = app.page()
  expect(checkout.path).toBe('packages/order/checkout/index')
  await checkout.sees(bookedText({ days }))
  for (const day of days) await checkout.sees(dayWithWeekday(day))
  await checkout.tap('提交订单')
  await expect.poll(async () => (await ordersOf(app))[0]?.statusStr).toBe('待发货')
  const [order] = await ordersOf(app)
  const { goods, orderInfo } = await detailOf(app, order?.id ?? 0)
  expect(goods).toMatchObject([{ days }])
  const paid = await app.open(`/packages/order/detail/index?id=${orderInfo.id}`)
  await paid.sees('等待到店')
  await paid.sees(bookedText({ days }))
  await paid.sees(moneyText(goods[0]?.bookings?.[0]?.price ?? 0))
})

it('a slot is put into the cart and bought from there', async () => {
  const app = await launch(shop, 'ann')
  const slot = await freeSlot(shop, await goodsId(shop, POTTERY))
  const page = await openGoods(app, POTTERY)
  await page.tap('加入购物车')
  await page.find('.sheet__body').tap(new RegExp(`^${dayWithWeekday(slot.goodsTimesDay)} `))
  await page.find('.slots').tap(new RegExp(`^${slot.goodsTimesItem} `))
  await page.find('.sheet__foot').tap('加入购物车')
  await page.tap('购物车')
  await app.page().sees(bookedText(slot))
  await app.page().tap('结算 (1)')
  await app.page().sees(bookedText(slot))
  await app.page().tap('提交订单')
  await expect.poll(async () => (await ordersOf(app)).length).toBe(1)
  const [order] = await ordersOf(app)
  expect((await detailOf(app, order?.id ?? 0)).goods).toMatchObject([slot])
})

it('a slot that somebody else has taken meanwhile leads back to choosing another', async () => {
  const app = await launch(shop, 'ann')
  const studio = await goodsId(shop, PORTRAIT)
  const schedule = await dataOf(shop.wxapi.goodsTimesSchedule(studio))
  const free = schedule.flatMap(({ day, items }) =>
    items.flatMap(({ name, stores }) => (stores ? [{ goodsTimesDay: day, goodsTimesItem: name }] : [])),
  )
  const [slot, other] = free
  if (!slot || !other) throw new Error('there are no two free slots')
  const page = await openGoods(app, PORTRAIT)
  await page.tap('立即预订')
  const pick = async ({ goodsTimesDay, goodsTimesItem }: typeof slot) => {
    await page.find('.sheet__body').tap(new RegExp(`^${dayWithWeekday(goodsTimesDay)} `))
    await page.find('.slots').tap(new RegExp(`^${goodsTimesItem} `))
    await page.find('.sheet__foot').tap('立即预订')
  }
  await pick(slot)
  await app.page().sees(bookedText(slot))
  const { token } = await signIn(shop, `fast-${Math.random()}`)
  await dataOf(shop.wxapi.orderCreate({ token, goodsJsonStr: [{ goodsId: studio, number: 1, ...slot }] }))
  await app.page().tap('提交订单')
  await app.page().sees('重新选择')
  await app.page().tap('重新选择')
  expect(app.page().path).toBe('packages/goods/detail/index')
  await page.sees('刚才选的日期或时段订满了，请另选')
  await pick(other)
  await app.page().tap('提交订单')
  await expect.poll(async () => (await ordersOf(app)).length).toBe(1)
})
