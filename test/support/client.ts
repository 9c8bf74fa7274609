/** The storefront's own typed client over HTTP. Every answer is held against the contract. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Ajv } from 'ajv'
import { expect } from 'vitest'
import { anyRefusal, errors } from '../../contract/errors'
import { methods as entries } from '../../contract/generate/methods'
import type { Connection, WxapiRequest } from '../../src/api/client'
import * as methods from '../../src/api/wxapi.gen'

export type Wxapi = typeof methods

const ajv = new Ajv({
  strict: false,
  formats: { 'file-url': /^(https?:\/\/.*)?$/, 'own-file': /^(?!\/files\/)/, html: true },
})
const contract = new Map(
  entries.map(entry => [
    entry.name,
    { check: ajv.compile(entry.data), codes: [...anyRefusal, ...entry.refuses].map(name => errors[name][0] as number) },
  ]),
)

/** All methods, talking to one shop of a server. */
export function clientOf(origin: string, subDomain: string, merchantId: string): Wxapi {
  const hosts = { api: origin, common: origin, cms: origin, oss: origin }
  const bound = Object.entries(methods).map(([name, method]) => {
    const connection: Connection = {
      hosts,
      subDomain,
      merchantId,
      send: async request => checked(name, await send(request)),
    }
    return [name, (method as { on(connection: Connection): unknown }).on(connection)]
  })
  return Object.fromEntries(bound)
}

export interface Envelope {
  code: number
  msg: string
  data?: unknown
}

/** As `wx.request` sends: GET fields in the query, POST fields as a form. As `wx.uploadFile` does: `upfile` is a path. */
export async function send({ verb, url, fields }: WxapiRequest): Promise<Envelope> {
  const form = new URLSearchParams(fields)
  const body = verb === 'UPLOAD' ? multipart(fields) : form
  const response = verb === 'GET' ? await fetch(`${url}?${form}`) : await fetch(url, { method: 'POST', body })
  expect(response.status, `${verb} ${url}`).toBe(200)
  return (await response.json()) as Envelope
}

function multipart({ upfile, ...fields }: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (upfile) form.set('upfile', new Blob([readFileSync(upfile)]), basename(upfile))
  return form
}

function checked(name: string, answer: Envelope): Envelope {
  const { check, codes } = contract.get(name) ?? {}
  if (!check || !codes) throw new Error(`${name} is not in the contract`)
  expect(answer.code, `${name} answers a server fault: ${answer.msg}`).not.toBe(500)
  if (answer.code !== 0) {
    expect(codes, `${name} refuses with ${answer.code} ${answer.msg}, which its contract does not list`).toContain(
      answer.code,
    )
    expect(answer.msg, `${name} refuses without a text`).toMatch(/\S/)
  } else if (answer.data !== undefined) {
    expect(check(answer.data), `${name} answers what the contract does not say: ${ajv.errorsText(check.errors)}`).toBe(
      true,
    )
  }
  return answer
}
