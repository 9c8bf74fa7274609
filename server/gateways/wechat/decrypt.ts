import { createDecipheriv, createHash } from 'node:crypto'
import { GatewayError } from '../error'
import { asObject, type JsonObject, parseObject } from '../json'

/**
 * The open data that WeChat's client encrypted under the session key: AES-128-CBC, all three texts in base64. Throws
 * `GatewayError` `dataInvalid` when it does not open, which usually means that a newer login made another session key, or
 * when its watermark names another app. The age in `watermark.timestamp` and an `openId` inside are the caller's to judge.
 */
export function decryptData(sessionKey: string, iv: string, encryptedData: string, appid: string): JsonObject {
  const data = open(Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'), Buffer.from(encryptedData, 'base64'))
  const watermark = asObject(data?.watermark)
  if (!data || !watermark || watermark.appid !== appid) throw new GatewayError('wechat', 'dataInvalid', { sent: 'no' })
  return data
}

function open(key: Buffer, iv: Buffer, ciphertext: Buffer): JsonObject | undefined {
  if (key.length !== 16 || iv.length !== 16) return undefined
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, iv)
    return parseObject(Buffer.concat([decipher.update(ciphertext), decipher.final()]))
  } catch {
    return undefined
  }
}

/** The signature that must stand beside `rawData`: hex SHA-1 of the text, byte for byte, and the session key. */
export function rawDataSignature(rawData: string, sessionKey: string): string {
  return createHash('sha1')
    .update(rawData + sessionKey)
    .digest('hex')
}
