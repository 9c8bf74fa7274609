import { type Parties, readConfig } from '../../server/config'
import { GatewayError } from '../../server/gateways/error'
import { openLine } from '../../server/gateways/http'
import { keptHere } from '../../server/gateways/lent'
import { createMail } from '../../server/gateways/mail'
import { openAccount, type SmsAccount } from '../../server/gateways/sms/accounts'
import { type AppSettings, accessTokens } from '../../server/gateways/wechat/access-token'
import { createUpstream, type UpstreamSettings } from '../../server/gateways/wxapi'
import { type Command, CommandError, readArguments } from './context'

export const doctor: Command = {
  usage: '',
  about:
    '逐项核对凭证，说明哪里不对；不发消息、不花钱 / checks the credentials and says what is wrong; sends and pays nothing',
  async run(args) {
    readArguments(args, 'doctor', [])
    const { parties, upstream } = readConfig(process.env)
    if (!parties)
      return console.log('各方由本机模拟，没有可核对的凭证 / all parties are simulated, there is nothing to check')
    const findings = await examine(parties, upstream)
    for (const { name, words } of findings) console.log(`${name}：${words}`)
    if (findings.some(({ isWrong }) => isWrong)) throw new CommandError('有凭证不对，请按上面的说明修改 / see above')
  },
}

interface Check {
  name: string
  /** Throws `GatewayError` when it is wrong; nothing is answered where the shop does without. */
  ask(parties: Parties): Promise<unknown> | undefined
}

/** One line for each party. */
const checks: readonly Check[] = [
  { name: '小程序 mini-program', ask: ({ wechat }) => (wechat.appid ? fetchToken(wechat) : undefined) },
  { name: '公众号 official account', ask: ({ official }) => official && fetchToken(official) },
  { name: '阿里云短信 Aliyun text messages', ask: ({ sms }) => checkSms(sms, 'aliyun') },
  { name: '腾讯云短信 Tencent text messages', ask: ({ sms }) => checkSms(sms, 'tencent') },
  { name: '邮件 mail', ask: ({ mail }) => mail && logInToMail(mail) },
]

export interface Finding {
  name: string
  words: string
  isWrong: boolean
}

/** What each party says of us; they are asked beside one another. */
export const examine = (parties: Parties, upstream?: UpstreamSettings): Promise<Finding[]> =>
  Promise.all(
    [...checks, ...(upstream ? [besideOf(upstream)] : [])].map(async ({ name, ask }) => {
      const asked = ask(parties)
      if (!asked) return { name, words: '没有填写，不用它 / not set, the shop does without', isWrong: false }
      const trouble = await asked.then(
        () => undefined,
        (error: unknown) => error,
      )
      if (trouble === undefined) return { name, words: '正确 / right', isWrong: false }
      if (!(trouble instanceof GatewayError)) throw trouble
      return { name, words: wordsFor(trouble), isWrong: true }
    }),
  )

async function fetchToken(settings: AppSettings): Promise<void> {
  const line = openLine('wechat')
  try {
    await accessTokens(line, settings, keptHere()).current()
  } finally {
    await line.end()
  }
}

const besideOf = (upstream: UpstreamSettings): Check => ({
  name: '托管的 WXAPI hosted service',
  ask: () => knowsNoStranger(upstream),
})

/** Asked with a token that nobody has, it says so when it is a WXAPI and knows the shop. */
async function knowsNoStranger(settings: UpstreamSettings): Promise<void> {
  const upstream = createUpstream(settings)
  try {
    await upstream.orderDetail('doctor', 1)
  } catch (error) {
    if (!(error instanceof GatewayError && error.code === 'loginRequired')) throw error
  } finally {
    await upstream.end()
  }
}

async function logInToMail(settings: NonNullable<Parties['mail']>): Promise<void> {
  const mail = createMail(settings)
  try {
    await mail.check()
  } finally {
    await mail.end()
  }
}

function checkSms(accounts: readonly SmsAccount[], provider: SmsAccount['provider']): Promise<void> | undefined {
  const account = accounts.find(one => one.provider === provider)
  if (!account) return undefined
  const sms = openAccount(account)
  return sms.check().finally(sms.end)
}

const WORDS: Readonly<Record<string, string>> = {
  credentials:
    '账号或密钥不对，或服务器的 IP 不在白名单 / wrong account or secret, or this server’s address is not on the allow-list',
  unreachable: '连不上，请看网络和防火墙 / cannot be reached: look at network and firewall',
  timeout: '没有及时回答 / did not answer in time',
  transient: '暂时连不上，稍后再试；也请核对主机、端口和加密方式 / try later, and look at host, port and security',
  blocked:
    '密钥不对，或这个账号没有权限，或服务器的 IP 不在白名单 / wrong key, no permission, or this server’s address is not allowed',
  template: '短信模板没有通过审核，或不属于这个账号 / the template is not approved, or not this account’s',
  unreadable: '那里不是 WXAPI，请核对地址 / that is no WXAPI: look at the address',
  badStatus: '那里不是 WXAPI，请核对地址 / that is no WXAPI: look at the address',
  orderUnknown: '不认识这个专属域名，请核对地址 / does not know the shop: look at the address',
  busy: '对方忙，稍后再试 / is busy, try later',
}

/** The party's own number stands beside, for who looks it up; never a secret. */
const wordsFor = ({ code, message }: GatewayError) => `${WORDS[code] ?? '被拒绝 / refused'}（${message}）`
