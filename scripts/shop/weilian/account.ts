/** The supplier's account, as the server that shares this data has it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWeilian } from '../../../server/config'
import { GatewayError } from '../../../server/gateways/error'
import { createWeilian, type Weilian, type WeilianSettings } from '../../../server/gateways/weilian'
import { SettingsReader } from '../../../server/settings'
import { simulatedParties } from '../../../server/simulated'
import { completeKeys } from '../../../simulators/keys'
import { CommandError, type Shop } from '../context'

/** From the settings, or that of the simulated supplier where the data directory knows one. */
export function accountOf({ config }: Shop): WeilianSettings {
  const read = new SettingsReader(process.env)
  const account = readWeilian(read)
  read.throwProblems()
  if (account) return account
  const path = join(config.dataDir, 'keys.json')
  const { simulators } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const simulated =
    simulators && simulatedParties(completeKeys(simulators), `http://127.0.0.1:${config.port}/_sim`).weilian
  if (!simulated) throw new CommandError('还没有填写微涟的账号（WEILIAN_…）/ the WEILIAN_… settings are missing')
  return simulated
}

/** Speaks to the supplier and hangs up. What goes wrong there is told in words. */
export async function withSupplier<Result>(shop: Shop, work: (weilian: Weilian) => Promise<Result>): Promise<Result> {
  const weilian = createWeilian(accountOf(shop))
  try {
    return await work(weilian)
  } catch (error) {
    if (error instanceof GatewayError) throw new CommandError(troubleText(error.code))
    throw error
  } finally {
    await weilian.end()
  }
}

const troubles: Record<string, string> = {
  right: '通过 / right',
  credentials: '账号、密钥、注册时间或标签不对 / wrong credentials or label (40002)',
  noApiRight: '账号未开通 API 权限 / no API right (40001)',
  frozen: '账号被冻结 / account frozen (40003)',
  missingParameter: '供货商说缺少参数 / a parameter is missing (40000)',
  unreachable: '连不上供货商 / cannot be reached',
  connectTimeout: '连接供货商超时 / connecting took too long',
  sendTimeout: '请求发不出去 / the request is stuck',
  timeout: '供货商没有及时回答 / no answer in time',
  broken: '连接中途断开 / the connection broke',
  badStatus: '供货商的服务器出错 / HTTP error',
  unreadable: '供货商的回答看不懂 / an answer that cannot be read',
  unknownCode: '供货商回了文档里没有的状态码 / a code that is not documented',
}

export const troubleText = (code: string): string => troubles[code] ?? code
