import { parseObject } from '../json'
import { type Caller, refusalOf, unreadable } from './call'

/** A round code that opens a page of the mini-program. What is left out WeChat decides. */
export interface MiniCode {
  /** Comes to the page as `scene`, percent-encoded. */
  scene: string
  page?: string | undefined
  width?: number | undefined
  hasAutoColor?: boolean | undefined
  lineColor?: Record<string, unknown> | undefined
  isTransparent?: boolean | undefined
  version?: 'release' | 'trial' | 'develop' | undefined
  isPageChecked?: boolean | undefined
}

const refusals: Record<number, string> = { 41030: 'pageUnknown', 40169: 'sceneInvalid' }

/** The picture. Throws `GatewayError`, `pageUnknown` among others: a page that is not published. */
export async function fetchMiniCode(caller: Caller, code: MiniCode): Promise<Buffer> {
  const body = {
    scene: code.scene,
    page: code.page,
    width: code.width,
    auto_color: code.hasAutoColor,
    line_color: code.lineColor,
    is_hyaline: code.isTransparent,
    env_version: code.version,
    check_path: code.isPageChecked,
  }
  const answer = await caller.raw({ path: '/wxa/getwxacodeunlimit', body, repeatable: true })
  if (answer.status === 200 && /^image\//.test(String(answer.headers['content-type']))) return answer.body
  // A picture, or JSON with a number that says why there is none.
  const errcode = parseObject(answer.body)?.errcode
  if (typeof errcode === 'number' && errcode !== 0) throw refusalOf(errcode, refusals)
  throw unreadable(answer)
}
