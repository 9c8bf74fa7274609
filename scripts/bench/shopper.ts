import type { Connection } from '../../src/api/client'

/** Where goods go. */
export const HANGZHOU = {
  linkMan: '林小满',
  mobile: '13800138000',
  provinceId: '330000000000',
  cityId: '330100000000',
  districtId: '330106000000',
  address: '文三路 1 号',
}

/** The demo shop of a server. */
export const connectionTo = (origin: string): Connection => ({
  hosts: { api: origin, common: origin, cms: origin, oss: origin },
  subDomain: 'demo',
  merchantId: '1',
  async send({ verb, url, fields }) {
    const form = new URLSearchParams(fields)
    const response = verb === 'GET' ? await fetch(`${url}?${form}`) : await fetch(url, { method: 'POST', body: form })
    return response.json()
  },
})
