/** The hosted service's own SDK, unmodified, its transport pointed at our server. */
import { createRequire } from 'node:module'
import type { Envelope } from './client'

export interface SdkCall {
  url: string
  method: string
  fields: Record<string, unknown>
  status: number
}

type SdkMethod = (...args: unknown[]) => Promise<Envelope>

export interface Sdk {
  wxapi: Record<string, SdkMethod>
  /** What the SDK has sent, in order. */
  calls: SdkCall[]
}

const HOSTS = /^https:\/\/(?:api\.it120\.cc|common\.apifm\.com|cms\.apifm\.com|oss\.apifm\.com|dfs\.apifm\.com)/

/** As `wx.request` and `wx.uploadFile` send, at the same paths on another origin. */
export function loadSdk(origin: string, subDomain: string, merchantId: number): Sdk {
  const calls: SdkCall[] = []
  const pointed = (url: string) => url.replace(HOSTS, origin)

  async function send(url: string, method: string, fields: Record<string, unknown> = {}): Promise<Envelope> {
    const form = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
    const isGet = method.toLowerCase() === 'get'
    const response = isGet ? await fetch(`${url}?${form}`) : await fetch(url, { method: 'POST', body: form })
    calls.push({ url, method, fields, status: response.status })
    return (await response.json()) as Envelope
  }

  const wx = {
    getStorageSync: () => '',
    async uploadFile({ url, filePath, name, formData, success, fail }: UploadOptions) {
      const form = new FormData()
      for (const [field, value] of Object.entries(formData)) form.append(field, String(value))
      form.append(name, await (await fetch(filePath)).blob(), 'picture.png')
      try {
        const response = await fetch(pointed(url), { method: 'POST', body: form })
        calls.push({ url, method: 'upload', fields: formData, status: response.status })
        success({ data: await response.text() })
      } catch (error) {
        fail(error)
      }
    },
  }
  Object.assign(globalThis, { wx })
  const sdk = createRequire(import.meta.url)('apifm-wxapi/src/index.js') as Record<
    string,
    (...args: unknown[]) => unknown
  >
  sdk.init3?.({
    apiBaseUrl: origin,
    subDomain,
    request: (url: string, inShop: boolean, method: string, data?: Record<string, unknown>) =>
      send(/^https?:/.test(url) ? pointed(url) : `${origin}${inShop ? `/${subDomain}` : ''}${url}`, method, data),
  })
  sdk.setMerchantId?.(merchantId)
  return { wxapi: sdk as Record<string, SdkMethod>, calls }
}

interface UploadOptions {
  url: string
  filePath: string
  name: string
  formData: Record<string, unknown>
  success(result: { data: string }): void
  fail(error: unknown): void
}
