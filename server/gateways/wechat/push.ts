/** Messages that WeChat pushes to us: who sent them, and what they say. Plain, compatible and safe mode. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { asText, type JsonObject, parseObject } from '../json'
import { readXml, writeXml } from '../xml'

export interface PushSettings {
  appid: string
  /** What both sides know; signs every push. */
  token: string
  /** 43 characters. With it only what is encrypted is believed, since in plain mode nothing binds the body. */
  aesKey?: string | undefined
}

export interface Push {
  fields: JsonObject
  isJson: boolean
  isEncrypted: boolean
}

type Query = Readonly<Record<string, unknown>>

/** `echostr` of the check that WeChat makes when the address is set, if its signature is right. */
export function echoOf(settings: PushSettings, query: Query): string | undefined {
  return isSigned(settings, query) ? asText(query.echostr) : undefined
}

/** The message in a body; undefined for whatever does not come from WeChat, or is for another app. */
export function readPush(settings: PushSettings, query: Query, body: Buffer): Push | undefined {
  if (!isSigned(settings, query)) return undefined
  const outer = parsed(body.toString('utf8'))
  if (!outer) return undefined
  if (!settings.aesKey)
    return asText(outer.fields.Encrypt) && !outer.fields.MsgType ? undefined : { ...outer, isEncrypted: false }
  const encrypt = asText(outer.fields.Encrypt)
  if (!encrypt || !sameText(query.msg_signature, pushSignature(settings.token, query, encrypt))) return undefined
  const text = decryptPush(settings.aesKey, settings.appid, encrypt)
  const inner = text === undefined ? undefined : parsed(text)
  return inner && { ...inner, isEncrypted: true }
}

/** A reply in the form in which the message came. */
export function writeReply(
  settings: PushSettings,
  { isEncrypted }: Push,
  reply: Record<string, string | number>,
  now: Date,
): string {
  const text = writeXml(reply)
  if (!isEncrypted || !settings.aesKey) return text
  const timestamp = Math.floor(now.getTime() / 1000)
  const nonce = randomBytes(8).toString('hex')
  const Encrypt = encryptPush(settings.aesKey, settings.appid, text)
  const MsgSignature = pushSignature(settings.token, { timestamp, nonce }, Encrypt)
  return writeXml({ Encrypt, MsgSignature, TimeStamp: timestamp, Nonce: nonce })
}

/** Hex SHA-1 of the token, the query's time and nonce, and what else is signed, in the order of their text. */
export function pushSignature(token: string, { timestamp, nonce }: Query, ...more: string[]): string {
  const parts = [token, asText(timestamp) ?? '', asText(nonce) ?? '', ...more].sort(byCode)
  return createHash('sha1').update(parts.join('')).digest('hex')
}

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const isSigned = ({ token }: PushSettings, query: Query) => sameText(query.signature, pushSignature(token, query))

function sameText(given: unknown, right: string): boolean {
  const bytes = Buffer.from(String(given ?? ''))
  return bytes.length === right.length && timingSafeEqual(bytes, Buffer.from(right))
}

function parsed(text: string): { fields: JsonObject; isJson: boolean } | undefined {
  const isJson = text.trimStart().startsWith('{')
  const fields = isJson ? parseObject(text) : readXml(text)
  return fields && { fields, isJson }
}

const BLOCK = 32
const keyOf = (aesKey: string) => Buffer.from(`${aesKey}=`, 'base64')

/** 16 random bytes, the length, the text and the appid, filled up to blocks of 32 bytes: node's own filling is for 16. */
export function encryptPush(aesKey: string, appid: string, text: string, random = randomBytes(16)): string {
  const key = keyOf(aesKey)
  const message = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const whole = Buffer.concat([random, length, message, Buffer.from(appid)])
  const fill = BLOCK - (whole.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([whole, Buffer.alloc(fill, fill)])), cipher.final()]).toString(
    'base64',
  )
}

/** Undefined when it does not open with the key, or is for another app. */
export function decryptPush(aesKey: string, appid: string, encrypt: string): string | undefined {
  const key = keyOf(aesKey)
  const sealed = Buffer.from(encrypt, 'base64')
  if (sealed.length === 0 || sealed.length % 16 !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const whole = Buffer.concat([decipher.update(sealed), decipher.final()])
  const fill = whole.at(-1) ?? 0
  if (fill < 1 || fill > BLOCK || fill > whole.length - 20) return undefined
  const length = whole.readUInt32BE(16)
  const end = 20 + length
  if (end > whole.length - fill) return undefined
  const forApp = whole.subarray(end, whole.length - fill).toString('utf8')
  return forApp === appid ? whole.subarray(20, end).toString('utf8') : undefined
}
