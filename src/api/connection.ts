/** Carries requests to the shop this build was made for. */
import Taro from '@tarojs/taro'
import { givenAnswer } from '@/platform/given-answers'
import { shop } from '@/platform/shop'
import { texts } from '@/texts'
import type { Connection, WxapiRequest } from './client'

/** No answer of the shop came back: nobody knows whether the request arrived. */
export class NetworkError extends Error {}

const TIMEOUT_MS = 15_000
const UPLOAD_TIMEOUT_MS = 60_000

export const shopConnection: Connection = {
  ...shop,
  send: request => (request.verb === 'UPLOAD' ? upload(request) : ask(request)),
}

async function ask({ verb, url, fields }: WxapiRequest): Promise<unknown> {
  const given = givenAnswer(url, fields)
  if (given) return given
  const { data } = await Taro.request({
    url,
    method: verb as 'GET' | 'POST',
    data: fields,
    header: { 'content-type': 'application/x-www-form-urlencoded' },
    timeout: TIMEOUT_MS,
  }).catch(failed)
  return envelope(data)
}

/** The file's path on the device travels as the field `upfile`. */
async function upload({ url, fields: { upfile = '', ...formData } }: WxapiRequest): Promise<unknown> {
  const { data } = await Taro.uploadFile({
    url,
    filePath: upfile,
    name: 'upfile',
    formData,
    timeout: UPLOAD_TIMEOUT_MS,
  }).catch(failed)
  return envelope(parsed(data))
}

function failed(reason: { errMsg?: string } | Error): never {
  const message = 'errMsg' in reason ? reason.errMsg : String(reason)
  throw new NetworkError(/time-?out/i.test(message ?? '') ? texts.errors.slow : texts.errors.offline)
}

/** A gateway on the way may answer something else than the shop. */
function envelope(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'code' in answer) return answer
  throw new NetworkError(texts.errors.unavailable)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
