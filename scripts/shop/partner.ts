import { yuanText } from '../../contract/money'
import { termsOf as fxTermsOf } from '../../server/domains/fx/sellers'
import { listLevels } from '../../server/domains/level/store'
import { dismiss, listPeople, makeLeader, makePartner, setTerms } from '../../server/domains/partner/keeper'
import { findAs, ROLE, ROLE_TEXTS, type Terms, termsOf } from '../../server/domains/partner/people'
import { findUser } from '../../server/domains/user/users'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'
import { yuanFrom } from './set-sku'

const usage = `[terms [--open on|off] [--leader 10] [--partner 5] [--price 元] [--leader-level 等级|off] [--member-level 等级|off] | list | leader <顾客 uid> [--partner <合伙人 uid>] | partner <顾客 uid> | dismiss <顾客 uid>]`

/** Partner teams: what is earned, and who leads. */
export const partner: Command = {
  usage,
  about: '合伙人与团队长：设返佣比例与购买价格，任命团队长、合伙人 / teams: shares, price, leaders and partners',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'terms')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: partner ${usage}`)
    await run(args, shop)
  },
}

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async terms(args, shop) {
    const options = {
      open: 'string',
      leader: 'string',
      partner: 'string',
      price: 'string',
      'leader-level': 'string',
      'member-level': 'string',
    } as const
    const { values, shop: at } = readArguments(args, usage, [], options)
    const { id: merchantId } = await shop.merchant(at)
    const levels = await listLevels(shop.database.db, merchantId)
    const levelFrom = (name: string): number | null => {
      if (name === 'off') return null
      const level = levels.find(one => one.name === name)
      if (!level) throw new CommandError(`没有等级 ${name} / no such level`)
      return level.id
    }
    const given = (name: keyof typeof options) => (values[name] === undefined ? undefined : String(values[name]))
    const [leader, share, price] = [given('leader'), given('partner'), given('price')]
    const [leaderLevel, memberLevel] = [given('leader-level'), given('member-level')]
    const change: Partial<Terms> = {
      ...(values.open !== undefined && { is_open: values.open === 'on' ? 1 : 0 }),
      ...(leader !== undefined && { leader_bp: rateFrom(leader) }),
      ...(share !== undefined && { partner_bp: rateFrom(share) }),
      ...(price !== undefined && { leader_price_fen: yuanFrom(price) }),
      ...(leaderLevel !== undefined && { leader_level_id: levelFrom(leaderLevel) }),
      ...(memberLevel !== undefined && { member_level_id: levelFrom(memberLevel) }),
    }
    const { rate1_bp, rate2_bp, rate3_bp } = await fxTermsOf(shop.database.db, merchantId)
    const next = { ...(await termsOf(shop.database.db, merchantId)), ...change }
    if (next.leader_bp + next.partner_bp + rate1_bp + rate2_bp + rate3_bp > 10_000)
      throw new CommandError('连同分销佣金，合计不能超过 100% / with distribution 100 % together at most')
    await shop.database.transaction(tx => setTerms(tx, merchantId, change))
    const nameOf = (id: number | null) => levels.find(one => one.id === id)?.name ?? '不变'
    console.log(
      [
        `团队${next.is_open ? '已开放' : '未开放'}`,
        `团队长 ${next.leader_bp / 100}%`,
        `合伙人 ${next.partner_bp / 100}%`,
        `购买团队长 ¥${yuanText(next.leader_price_fen)}`,
        `团队长等级 ${nameOf(next.leader_level_id)}`,
        `成员等级 ${nameOf(next.member_level_id)}`,
      ].join('；'),
    )
  },

  async list(args, shop) {
    const { shop: at } = readArguments(args, usage, [])
    const people = await listPeople(shop.database.db, (await shop.merchant(at)).id)
    const lines = people.map(({ user_id, nick, role, above_id }) =>
      [`${nick}（${user_id}）`, ROLE_TEXTS[role], above_id === null ? '' : `在 ${above_id} 名下`]
        .filter(Boolean)
        .join(' '),
    )
    console.log(lines.length ? lines.join('\n') : '还没有团队 / nobody yet')
  },

  async leader(args, shop) {
    const { positionals, values, shop: at } = readArguments(args, usage, ['uid'], { partner: 'string' })
    const { id: merchantId, user } = await shopperOf(shop, at, positionals[0])
    const partnerId = values.partner === undefined ? undefined : idFrom(String(values.partner))
    if (partnerId !== undefined && !(await findAs(shop.database.db, merchantId, partnerId, ROLE.partner)))
      throw new CommandError(`${partnerId} 不是合伙人 / is no partner`)
    await shop.database.transaction(tx => makeLeader(tx, merchantId, { userId: user.id, partnerId }, shop.now))
    console.log(`${user.nick}（${user.id}）是团队长了 / leads a team`)
  },

  async partner(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['uid'])
    const { id: merchantId, user } = await shopperOf(shop, at, positionals[0])
    await shop.database.transaction(tx => makePartner(tx, merchantId, user.id, shop.now))
    console.log(`${user.nick}（${user.id}）是合伙人了 / is a partner`)
  },

  async dismiss(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['uid'])
    const { id: merchantId, user } = await shopperOf(shop, at, positionals[0])
    const done = await shop.database.transaction(tx => dismiss(tx, merchantId, user.id))
    if (!done) throw new CommandError(`${user.id} 不在任何团队里 / is in no team`)
    console.log(`${user.nick}（${user.id}）离开了团队，已得的佣金不变 / has left; what was earned stays`)
  },
}

async function shopperOf(shop: Shop, at: string | undefined, uid: string | undefined) {
  const { id } = await shop.merchant(at)
  const user = await findUser(shop.database.db, id, idFrom(uid))
  if (!user) throw new CommandError(`没有顾客 ${uid} / no such shopper`)
  return { id, user }
}

/** Per cent, to basis points. */
function rateFrom(text: string): number {
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || Number(text) > 100)
    throw new CommandError('比例是 0 到 100 的百分数 / a rate is 0 to 100 per cent')
  return Math.round(Number(text) * 100)
}
