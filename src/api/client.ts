/** The whole client runtime: turns a request line of `wxapi.gen.ts` into a request. No schema library in here. */

import { texts } from '@/texts'
import type { Host } from '../../contract/define'
import type { Envelope } from '../../contract/errors'

export type Reply<Data> = Promise<Envelope<Data>>

/** Text values only: they are encoded as a form on every platform. */
export type FormFields = Record<string, string>

export interface WxapiRequest {
  verb: 'GET' | 'POST' | 'UPLOAD' | 'PICTURE'
  url: string
  fields: FormFields
}

/** Where the shop is, and what carries a request there: `Taro.request` in the app, fetch in tests. */
export interface Connection {
  hosts: Record<Host, string>
  subDomain: string
  merchantId: string
  send(request: WxapiRequest): Promise<unknown>
}

let connection: Connection | undefined

/** The shop that the methods of `wxapi.gen.ts` talk to. */
export function connect(to: Connection): void {
  connection = to
}

type Bindable<Call> = Call & { on(connection: Connection): Call }

export function method<Call>(line: string): Bindable<Call> {
  const on = (to: Connection) => ((...args: unknown[]) => answerOf(to, requestOf(line, args, to))) as Call
  const call = (...args: unknown[]) => {
    if (!connection) throw new Error('connect() was not called')
    return answerOf(connection, requestOf(line, args, connection))
  }
  return Object.assign(call, { on }) as Bindable<Call>
}

/** Pictures are not fetched here: whoever shows one needs its address. */
const answerOf = (to: Connection, request: WxapiRequest) =>
  request.verb === 'PICTURE' ? addressOf(request) : to.send(request)

const addressOf = ({ url, fields }: WxapiRequest) =>
  `${url}?${Object.keys(fields)
    .map(name => `${name}=${encodeURIComponent(fields[name] as string)}`)
    .join('&')}`

/** `POST api:/{subDomain}/… a b =type:2`: verb, address, names of positional arguments, constants. */
function requestOf(line: string, args: unknown[], { hosts, subDomain, merchantId }: Connection): WxapiRequest {
  const [verb, template, ...rest] = line.split(' ') as [WxapiRequest['verb'], string, ...string[]]
  const inPath = template.includes('{url}') ? String(args.shift()) : ''
  const names = rest.filter(name => !name.startsWith('='))
  const constants = Object.fromEntries(rest.filter(name => name.startsWith('=')).map(name => name.slice(1).split(':')))
  const fields = names.length ? Object.fromEntries(names.map((name, i) => [name, args[i]])) : (args[0] ?? {})
  const url = template
    .replace(/^(\w+):/, (_, host: Host) => hosts[host])
    .replace('{subDomain}', subDomain)
    .replace('{merchantId}', merchantId)
    .replace('{url}', inPath)
  return { verb, url, fields: formFields({ ...constants, ...fields }) }
}

/** Objects and arrays travel as JSON text; what is missing does not travel. */
export function formFields(fields: object): FormFields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  )
}

/** What the server refused. */
export class WxapiError extends Error {
  constructor(
    readonly code: number,
    msg: string,
    readonly data?: unknown,
  ) {
    super(msg)
  }
}

/** The data of a successful reply. Throws `WxapiError` for a refusal. */
export async function dataOf<Data>(reply: Reply<Data>): Promise<Data> {
  const answer = await reply
  if (answer.code !== 0) throw new WxapiError(answer.code, texts.refusal(answer.code, answer.msg), answer.data)
  return answer.data
}

/** Like `dataOf`, but reads "no data" (700) as `undefined`. */
export async function dataOrNone<Data>(reply: Reply<Data>): Promise<Data | undefined> {
  const answer = await reply
  return answer.code === 700 ? undefined : dataOf(Promise.resolve(answer))
}

/** What a method answers when it does not refuse. */
export type DataOf<Method extends (...args: never) => Promise<unknown>> =
  Extract<Awaited<ReturnType<Method>>, { code: 0 }> extends { data: infer Data } ? Data : never
