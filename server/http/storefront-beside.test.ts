import { expect, it } from 'vitest'
import { originsBeside, withShop } from './storefront-beside'

const TEMPLATE = '<body><noscript>JavaScript</noscript></body>'
const told = (baseUrl: string, merchantId = '7') => {
  const page = withShop(TEMPLATE, { baseUrl, merchantId, timeoutMs: 1000 })
  return JSON.parse(/id="shop">(.*?)<\/script><noscript>/.exec(page)?.[1] ?? '')
}

it('a page beside the hosted service is told its four hosts, the shop’s name and its number', () => {
  expect(told('https://api.it120.cc/myshop/')).toEqual({
    hosts: {
      api: 'https://api.it120.cc',
      common: 'https://common.apifm.com',
      cms: 'https://cms.apifm.com',
      oss: 'https://oss.apifm.com',
    },
    subDomain: 'myshop',
    merchantId: '7',
  })
})

it('any other service is asked on one host, and no setting ends the script', () => {
  const { hosts, merchantId } = told('http://127.0.0.1:3000/demo', '</script>')
  expect(new Set(Object.values(hosts))).toEqual(new Set(['http://127.0.0.1:3000']))
  expect(merchantId).toBe('</script>')
  expect(originsBeside({ baseUrl: 'http://127.0.0.1:3000/demo', merchantId: '1', timeoutMs: 1000 })).toEqual([
    'http://127.0.0.1:3000',
  ])
  expect(originsBeside(undefined)).toEqual([])
})
