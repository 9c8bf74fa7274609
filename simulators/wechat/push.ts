/** Messages that WeChat pushes to a shop's server: signed, sealed as the mode asks, and sent again when nobody answers. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock'
import { ControlError, countOf, fieldsOf, oneOf } from '../control'
import type { AppCredentials } from './tokens'

const MODES = ['safe', 'compatible', 'plain'] as const
type Mode = (typeof MODES)[number]

export interface PushOrder {
  app: AppCredentials
  /** The shop's address for pushes. */
  url: string
  message: Record<string, unknown>
  mode?: Mode
  asJson?: boolean
}

export interface Reception {
  status: number
  answer: string
  /** How often it was sent. */
  tries: number
}

const PATIENCE_MS = 5_000
const MOST_TRIES = 3
const BLOCK = 32

export function pushControls(app: FastifyInstance, mini: AppCredentials, official: AppCredentials, clock: Clock): void {
  const apps = { mini, official }

  /** Has WeChat push a message: `{app, message, mode?, asJson?, times?, url?}`. Answers what the shop said, opened. */
  app.post('/push', async request => {
    const fields = fieldsOf(request.body)
    const sender = apps[oneOf(fields, 'app', ['mini', 'official'])]
    const url = typeof fields.url === 'string' ? fields.url : `${request.protocol}://${request.host}/wechat.index/`
    const mode = fields.mode === undefined ? 'safe' : oneOf(fields, 'mode', MODES)
    const order = { app: sender, url, message: fieldsOf(fields.message), mode, asJson: fields.asJson === true }
    const times = countOf(fields, 'times', 1)
    if (times > 20) throw new ControlError(400, 'times may be 20 at most')
    const receptions: Reception[] = []
    for (let i = 0; i < times; i++) receptions.push(await push(order, clock))
    return { receptions }
  })
}

/** Sends one message until somebody answers in time, three times at most. */
export async function push(order: PushOrder, clock: Clock): Promise<Reception> {
  const CreateTime = Math.floor(clock.now().getTime() / 1000)
  const message = { ToUserName: 'gh_0123456789ab', CreateTime, ...order.message }
  for (let tries = 1; ; tries++) {
    const heard = await deliver({ ...order, message }, clock).catch(() => undefined)
    if (heard) return { ...heard, tries }
    if (tries === MOST_TRIES) return { status: 0, answer: '', tries }
  }
}

async function deliver({ app, url, message, mode = 'safe', asJson = false }: PushOrder, clock: Clock) {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000))
  const nonce = randomBytes(5).toString('hex')
  const text = asJson ? JSON.stringify(message) : xmlOf(message)
  const query: Record<string, string> = { signature: sign(app.pushToken, timestamp, nonce), timestamp, nonce }
  let body = text
  if (mode !== 'plain') {
    const Encrypt = seal(app, text)
    const outer = { ToUserName: message.ToUserName, ...(mode === 'compatible' && message), Encrypt }
    Object.assign(query, { encrypt_type: 'aes', msg_signature: sign(app.pushToken, timestamp, nonce, Encrypt) })
    body = asJson ? JSON.stringify(outer) : xmlOf(outer)
  }
  const response = await fetch(`${url}?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'content-type': asJson ? 'application/json' : 'text/xml' },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return { status: response.status, answer: opened(app, await response.text()) }
}

const sign = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')

function xmlOf(fields: Record<string, unknown>): string {
  const inner = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(inner).join('')
    if (typeof value === 'object' && value !== null) return elements(value as Record<string, unknown>)
    return typeof value === 'number' ? String(value) : `<![CDATA[${value}]]>`
  }
  const elements = (record: Record<string, unknown>): string =>
    Object.entries(record)
      .flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map(one => `<${name}>${inner(one)}</${name}>`),
      )
      .join('')
  return `<xml>${elements(fields)}</xml>`
}

const keyOf = ({ pushAesKey }: AppCredentials) => Buffer.from(`${pushAesKey}=`, 'base64')

function seal(app: AppCredentials, text: string): string {
  const key = keyOf(app)
  const message = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const whole = Buffer.concat([randomBytes(16), length, message, Buffer.from(app.appid)])
  const fill = BLOCK - (whole.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return cipher.update(Buffer.concat([whole, Buffer.alloc(fill, fill)]), undefined, 'base64') + cipher.final('base64')
}

/** What the shop answered; a sealed reply with a wrong signature is as if it had not come. */
function opened(app: AppCredentials, answer: string): string {
  const field = (name: string) =>
    new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(answer)?.[1] ?? ''
  const encrypt = field('Encrypt')
  if (!encrypt) return answer
  if (field('MsgSignature') !== sign(app.pushToken, field('TimeStamp'), field('Nonce'), encrypt)) return ''
  const key = keyOf(app)
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const whole = Buffer.concat([decipher.update(Buffer.from(encrypt, 'base64')), decipher.final()])
  return whole.subarray(20, 20 + whole.readUInt32BE(16)).toString('utf8')
}
