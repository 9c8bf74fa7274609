import { expect, it } from 'vitest'
import { raiseAlarm } from '../../server/alarms'
import { told as keeperTold } from '../support/keeper'
import { builtPrograms } from '../support/programs'
import { createShop, type Shop } from '../support/shop'
import { startWebhook } from '../support/webhook'

const webhook = await startWebhook()
const shop = await createShop({ ALARM_WEBHOOK: webhook.url })
const quiet = await createShop()

const raise = ({ app, merchantId, now }: Shop, key: string, text: string) =>
  app.services.transaction(tx => raiseAlarm(tx, { merchantId, key, text }, now()))
const logged = ({ logLines }: Shop, text: string) => logLines().filter(line => line.includes(text))

it('an alarm is told once, in the log and to the webhook, with the name of the shop', async () => {
  await raise(shop, 'balance:1', '余额不足')
  await raise(shop, 'balance:1', '余额不足')
  await shop.runJobs()
  expect(webhook.told).toEqual([{ text: '【demo 店】余额不足', shop: 'demo 店', alarm: 'balance:1' }])
  expect(logged(shop, '余额不足')).toHaveLength(1)
})

it('an alarm that nobody took is told again, and stands in the log once', async () => {
  webhook.failNext(2)
  await raise(shop, 'balance:2', '又不足了')
  await shop.runJobs()
  expect(webhook.told.map(({ alarm }) => alarm)).not.toContain('balance:2')
  await shop.advance(60)
  await shop.advance(60)
  expect(webhook.told.filter(({ alarm }) => alarm === 'balance:2')).toHaveLength(1)
  expect(logged(shop, '"alarm":"balance:2"')).toHaveLength(1)
})

it('an alarm of what never happened is never told', async () => {
  const undone = shop.app.services.transaction(async tx => {
    await raiseAlarm(tx, { merchantId: shop.merchantId, key: 'undone', text: '没有发生' }, shop.now())
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  await shop.runJobs()
  expect(webhook.told.map(({ alarm }) => alarm)).not.toContain('undone')
})

it('without a webhook the log hears it, and the address of the webhook stands in no log', async () => {
  await raise(quiet, 'balance:3', '没有群')
  await quiet.runJobs()
  expect(logged(quiet, '没有群')).toHaveLength(1)
  expect(shop.logLines().join('\n')).not.toContain('hush')
})

it('the shop keeper tries it with one command', async () => {
  await builtPrograms()
  expect(await keeperTold(shop, 'alarm')).toContain('已交给服务器')
  await shop.runJobs()
  expect(webhook.told.at(-1)?.text).toContain('测试告警')
})
