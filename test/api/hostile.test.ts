/** No value of any field of any method makes a fault, on either database. */
import { expect, it } from 'vitest'
import { methods, type NamedMethod } from '../../contract/generate/methods'
import { createGoods } from '../support/goods'
import { dataOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { call } from '../support/wire'

const shop = await createShop()
const goodsId = await createGoods(shop, { stock: 99_999 })
const ann = await signIn(shop, 'ann')
await dataOf(shop.wxapi.shippingCarInfoAddItem(ann.token, goodsId, 1))

/** Sent as JSON, so that each arrives as what it is. */
const HOSTILE: unknown[] = [
  ...[-1, 0.1, Number.MAX_SAFE_INTEGER, 1e300],
  ...[[], {}, [null], { a: { b: 1 } }],
  ...['99999999999999999999', '{"__proto__":1}', 'a\0', '\ud800', '9999-12-31 23:59:59', '330106000000'],
]

/** Values that a method takes, so that the hostile one is what it looks at. */
const FRIENDLY: Record<string, string> = {
  token: ann.token,
  goodsId: String(goodsId),
  goodsJsonStr: JSON.stringify([{ goodsId, number: 1 }]),
  postJsonString: '{"orderId":1,"reputations":[{"id":1,"reputation":2}]}',
  remoteFileUrl: 'http://127.0.0.1:9/x.png',
  mobile: '13800138000',
  code: '123456',
  linkMan: '林小满',
  address: '文三路',
}
const friendly = (name: string) => FRIENDLY[name] ?? '1'

/** Read by one piece of code for all methods, so that one method tells for all. */
const SAME_EVERYWHERE = new Set(['token', 'page', 'pageSize'])

const schemaOf = ({ input }: NamedMethod) => input as { properties?: object; required?: string[] }

it.each(
  methods
    .filter(({ transport, twin, name }) => transport === 'form' && !twin && name !== 'loginout')
    .map(method => [method.name, method] as const),
)('%s', async (_, method) => {
  const path = method.url.replace(/^\w+:/, '').replace(/\{\w+\}/, 'demo')
  const { properties = {}, required = [] } = schemaOf(method)
  const base = Object.fromEntries(required.map(name => [name, friendly(name)]))
  const names = Object.keys(properties).filter(name => !SAME_EVERYWHERE.has(name) || method.name === 'cashLogsV2')
  const attacks = names.flatMap(name => HOSTILE.map(value => ({ ...base, [name]: value })))
  for (let i = 0; i < attacks.length; i += 20) {
    await Promise.all(
      attacks.slice(i, i + 20).map(async json => {
        const { status, code, msg } = await call(shop, path, { json })
        expect(status, JSON.stringify(json)).toBe(200)
        expect(code, `${msg} ${JSON.stringify(json)}`).not.toBe(500)
      }),
    )
  }
})

it('leaves no fault in the log', () => {
  expect(shop.logLines().filter(line => line.includes('"fault"'))).toEqual([])
})
