/** Requests go over HTTP to the shop that is tested, whatever address it was built for. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Answering, Failure, type Options, type WxFunction } from './callbacks'
import type { Phone } from './phone'

/** What the storefront is built for when nothing else is said. */
const BUILT_FOR = 'http://127.0.0.1:3000'
const FORM = 'application/x-www-form-urlencoded'

export function network(phone: Phone, answers: Answering): Record<string, WxFunction> {
  const reach = async (given: unknown, init: RequestInit): Promise<Response> => {
    const { pathname, search, origin } = new URL(String(given))
    if (origin !== BUILT_FOR) throw new Failure('fail url not in domain list')
    if (phone.isOffline) throw new Failure('fail net::ERR_INTERNET_DISCONNECTED')
    const headers = { ...init.headers, ...phone.headers }
    return fetch(`${phone.shop.origin}${pathname}${search}`, { ...init, headers }).catch(error => {
      throw new Failure(`fail ${error.message}`)
    })
  }

  const request = answers('request', async ({ url, method = 'GET', data, header = {} }) => {
    const isGet = method === 'GET'
    const query = isGet && data ? `${String(url).includes('?') ? '&' : '?'}${formOf(data)}` : ''
    const type = (header as Record<string, string>)['content-type'] ?? 'application/json'
    const body = type.startsWith(FORM) ? formOf(data) : JSON.stringify(data ?? {})
    const response = await reach(`${url}${query}`, {
      method: String(method),
      headers: { 'content-type': type },
      ...(!isGet && { body }),
    })
    return { data: jsonOrText(await response.text()), statusCode: response.status, header: {}, cookies: [] }
  })

  const uploadFile = answers('uploadFile', async ({ url, filePath, name, formData = {} }) => {
    const form = new FormData()
    for (const [field, value] of Object.entries(formData as object)) form.set(field, String(value))
    const path = String(filePath)
    form.set(String(name), new Blob([readFileSync(path)]), basename(path))
    const response = await reach(url, { method: 'POST', body: form })
    // Unlike `request`, it does not read JSON.
    return { data: await response.text(), statusCode: response.status }
  })

  const task = { abort: () => {}, onProgressUpdate: () => {} }
  const asTask = (start: WxFunction) => (options?: Options) => {
    start(options)
    return task
  }
  return { request: asTask(request), uploadFile: asTask(uploadFile) }
}

/** Flat values only: an object would arrive as `[object Object]`, as it does from a phone. */
const formOf = (data: unknown): string =>
  typeof data === 'string'
    ? data
    : Object.entries((data ?? {}) as object)
        .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
        .join('&')

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
