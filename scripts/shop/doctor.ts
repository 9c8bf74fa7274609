import { type Parties, readConfig } from '../../server/config'
import { GatewayError } from '../../server/gateways/error'
import type { UpstreamSettings } from '../../server/gateways/wxapi'
import { type Command, CommandError, readArguments } from './context'
import { besideOf, checks } from './doctor-checks'

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

export interface Finding {
  name: string
  words: string
  isWrong: boolean
}

/** What each party says of us; they are asked beside one another. */
export const examine = (parties: Parties, upstream?: UpstreamSettings): Promise<Finding[]> =>
  Promise.all(
    [...checks, ...(upstream ? [besideOf(upstream)] : [])].map(async ({ name, ask, words = {} }) => {
      const asked = ask(parties)
      if (!asked) return { name, words: '没有填写，不用它 / not set, the shop does without', isWrong: false }
      const trouble = await asked.then(
        () => undefined,
        (error: unknown) => error,
      )
      if (trouble === undefined) return { name, words: '正确 / right', isWrong: false }
      if (!(trouble instanceof GatewayError)) throw trouble
      return { name, words: wordsFor(trouble, words), isWrong: true }
    }),
  )

const WORDS: Readonly<Record<string, string>> = {
  credentials:
    '账号或密钥不对，或服务器的 IP 不在白名单 / wrong account or secret, or this server’s address is not on the allow-list',
  unreachable: '连不上，请看网络和防火墙 / cannot be reached: look at network and firewall',
  timeout: '没有及时回答 / did not answer in time',
  transient: '暂时连不上，稍后再试；也请核对主机、端口和加密方式 / try later, and look at host, port and security',
  blocked:
    '密钥不对，或这个账号没有权限，或服务器的 IP 不在白名单 / wrong key, no permission, or this server’s address is not allowed',
  template: '短信模板没有通过审核，或不属于这个账号 / the template is not approved, or not this account’s',
  connectTimeout: '连接太慢，请看网络和防火墙 / connecting takes too long: look at network and firewall',
  busy: '对方忙，稍后再试 / is busy, try later',
}

/** The party's own number stands beside, for who looks it up; never a secret. */
const wordsFor = ({ code, message }: GatewayError, own: Readonly<Record<string, string>>) =>
  `${own[code] ?? WORDS[code] ?? '被拒绝 / refused'}（${message}）`
