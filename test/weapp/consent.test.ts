/** WeChat asks whether it may bring messages in the tap that is about something, and only then. */
import { afterAll, expect, it } from 'vitest'
import { clientOf } from '../support/client'
import { HONEY } from '../support/demo-goods'
import { startDemoShop } from '../support/demo-server'
import { shopAt } from '../support/shop-at'
import { launch } from './runtime/launch'
import { haveAddress, openCheckout, openGoods, RICE_BOWL } from './steps'

const own = await startDemoShop()
afterAll(own.stop)
const shop = shopAt(own.address, clientOf(own.address.origin, 'demo', '1'))
const idOf = (letter: string) => letter.repeat(43)
for (const [event, letter] of Object.entries({ paid: 'P', shipped: 'S', refunded: 'R', bargain: 'B', group: 'G' }))
  await shop.keeper('setting', `subscribe_${event}`, `${idOf(letter)};thing1:goods`)

it('asks for messages about the order in the tap that places it', async () => {
  const app = await launch(shop, 'ann')
  await haveAddress(app)
  const page = await openCheckout(app, RICE_BOWL)
  expect(app.phone.asked).toEqual([])
  await page.tap('提交订单')
  expect(app.phone.asked).toEqual([[idOf('P'), idOf('S'), idOf('R')]])
})

it('asks for a message about a bargain in the tap that goes to it, and not again when it was refused', async () => {
  const app = await launch(shop, 'ben')
  await haveAddress(app)
  app.phone.allowsMessages = false
  const page = await openGoods(app, HONEY)
  expect(app.phone.asked).toEqual([])
  await page.tap('去砍价')
  expect(app.phone.asked).toEqual([[idOf('B')]])
  expect(app.page().path).toBe('packages/promotion/bargain/index')
})
