/** What WeChat pushes is believed when it is signed, taken in once, and answered in the form in which it was asked. */
import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveReply } from '../../server/domains/wechat/replies'
import { loadKeys } from '../../server/keys'
import { refused, told } from '../support/keeper'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'
import { call } from '../support/wire'

const shop = await createShop()
const { transaction, clock } = shop.app.services
const { simulators } = loadKeys(shop.app.services.config.dataDir, { simulators: true })
const token = simulators?.official.pushToken ?? ''

interface Reception {
  status: number
  answer: string
  tries: number
}
const push = async (message: object, more: object = {}): Promise<Reception[]> => {
  const body = { app: 'official', message: { FromUserName: 'oAnn', ...message }, ...more }
  return ((await shop.sim('/wechat/push', body)) as unknown as { receptions: Reception[] }).receptions
}
const said = (Content: string) => ({ MsgType: 'text', Content, MsgId: Math.floor(Math.random() * 1e15) })
const reply = (trigger: string, content: string) =>
  transaction(tx => saveReply(tx, shop.merchantId, { trigger, content }, clock.now()))

function signed(more: Record<string, string> = {}): Record<string, string> {
  const [timestamp, nonce] = ['1714112445', '415670741']
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
  return { timestamp, nonce, signature, ...more }
}

describe('the address', () => {
  it('proves itself when it is set, at each of its forms', async () => {
    for (const path of ['/wechat.index/', '/wechat.index', '/api/wechat.index/', '/demo/wechat.index/']) {
      const { status, text } = await call(shop, path, { query: signed({ echostr: '5927782489442352469' }) })
      expect([status, text], path).toEqual([200, '5927782489442352469'])
    }
  })

  it('says nothing to whoever does not know the token', async () => {
    const { status, text } = await call(shop, '/wechat.index/', { query: signed({ nonce: '1', echostr: 'x' }) })
    expect([status, text]).toEqual([403, ''])
  })
})

describe('a word', () => {
  beforeEach(async () => {
    await reply('营业时间', '每天 9 点到 21 点')
    await reply('快递*', '下单后 48 小时内发出')
    await reply('@subscribe', '欢迎来到小铺')
  })

  it.each(['safe', 'compatible'])('is answered in %s mode, sealed', async mode => {
    const [heard] = await push(said('营业时间'), { mode })
    expect(heard).toMatchObject({ status: 200, tries: 1 })
    expect(heard?.answer).toContain('<Content><![CDATA[每天 9 点到 21 点]]></Content>')
    expect(heard?.answer).toContain('<ToUserName><![CDATA[oAnn]]>')
  })

  it('is answered by the longest beginning that fits, an event by its name, the rest by the default', async () => {
    expect((await push(said('快递几天到')))[0]?.answer).toContain('48 小时')
    expect((await push({ MsgType: 'event', Event: 'subscribe' }))[0]?.answer).toContain('欢迎来到小铺')
    expect((await push(said('别的')))[0]?.answer).toBe('success')
    await reply('@default', '请留言，我们会回复')
    expect((await push(said('别的')))[0]?.answer).toContain('请留言')
  })

  it('said in the mini-program is left to a person', async () => {
    expect((await push(said('营业时间'), { app: 'mini', asJson: true }))[0]?.answer).toBe('success')
  })
})

describe('what is not believed', () => {
  it.each([['plain, where there is a key', said('营业时间'), { mode: 'plain' }]])('%s', async (_, message, more) => {
    expect((await push(message, more))[0]).toMatchObject({ status: 403, answer: '' })
  })

  it.each([
    ['nothing', ''],
    ['no XML', 'hello'],
    ['a DTD', '<!DOCTYPE a [<!ENTITY b "c">]><xml><Encrypt>&b;</Encrypt></xml>'],
    ['another seal', '<xml><Encrypt>AAAAAAAAAAAAAAAAAAAAAA==</Encrypt></xml>'],
  ])('%s', async (_, body) => {
    const before = await rowsOf(shop)
    const query = new URLSearchParams(signed({ encrypt_type: 'aes', msg_signature: 'f'.repeat(40) }))
    const { status, text } = await call(shop, `/wechat.index/?${query}`, { body, method: 'POST' })
    expect([status, text]).toEqual([403, ''])
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('more than a message holds', async () => {
    const query = new URLSearchParams(signed())
    const { status } = await call(shop, `/wechat.index/?${query}`, { body: 'x'.repeat(70_000), method: 'POST' })
    expect(status).toBe(413)
  })
})

describe('wechat-reply', () => {
  it('sets, lists and removes replies', async () => {
    expect(await told(shop, 'wechat-reply', 'set', '@click:HELP', '请拨打 0571-0000')).toContain('@click:HELP')
    expect((await push({ MsgType: 'event', Event: 'CLICK', EventKey: 'HELP' }))[0]?.answer).toContain('0571-0000')
    expect(await told(shop, 'wechat-reply', 'list')).toContain('@click:HELP → 请拨打 0571-0000')
    expect(await told(shop, 'wechat-reply', 'remove', '@click:HELP')).toContain('已删除')
    expect(await refused(shop, 'wechat-reply', 'remove', '@click:HELP')).toContain('没有这条回复')
    expect(await refused(shop, 'wechat-reply', 'set', '@nothing', 'x')).toContain('关键词不正确')
    expect(await refused(shop, 'wechat-reply', 'set', 'a', '茶'.repeat(700))).toContain('字节')
  })
})
