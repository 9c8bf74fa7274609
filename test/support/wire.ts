/** Requests as any program may send them, past the typed client. */
import type { Envelope } from './client'

export interface RawRequest {
  method?: string
  query?: Record<string, string> | string
  /** Sent as a form. */
  form?: Record<string, string> | string
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: string | Uint8Array<ArrayBuffer> | FormData
  headers?: Record<string, string>
}

export interface RawAnswer extends Envelope {
  status: number
  headers: Headers
  text: string
}

/** Sends to a path of the server, POST when there is a body. Reads the answer as JSON where it is JSON. */
export async function call(
  { origin }: { origin: string },
  path: string,
  { method, query, form, json, body, headers = {} }: RawRequest = {},
): Promise<RawAnswer> {
  const content = json !== undefined ? JSON.stringify(json) : form !== undefined ? new URLSearchParams(form) : body
  const response = await fetch(`${origin}${path}${query ? `?${new URLSearchParams(query)}` : ''}`, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    redirect: 'manual',
    ...(content !== undefined && { body: content }),
  })
  const text = await response.text()
  const envelope = text.startsWith('{') ? (JSON.parse(text) as Envelope) : { code: Number.NaN, msg: '' }
  return { ...envelope, status: response.status, headers: response.headers, text }
}
