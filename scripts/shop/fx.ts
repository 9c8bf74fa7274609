import { yuanText } from '../../contract/money'
import { listSellers, refuseSeller, setTerms } from '../../server/domains/fx/keeper'
import { approve, SELLER_TEXTS, type Terms, termsOf } from '../../server/domains/fx/sellers'
import { ownRates, setRates } from '../../server/domains/goods/commission'
import { termsOf as teamTermsOf } from '../../server/domains/partner/people'
import { findUser } from '../../server/domains/user/users'
import { type Command, CommandError, idFrom, readArguments, type Shop, verbFrom } from './context'
import { yuanFrom } from './set-sku'

const usage = `[terms [--levels 10,5,2] [--apply on|off] [--buy 元|off] [--visitors off|new|all] | rates | rate <商品 id> <10,5,2|off> | list | approve <顾客 uid> | refuse <顾客 uid> <原因>]`

/** Distribution: what is earned, and who may. */
export const fx: Command = {
  usage,
  about: '分销：设佣金比例与加入方式，审核分销商 / distribution: commission, how one joins, who may',
  async run(words, shop) {
    const [verb, args] = verbFrom(words, 'terms')
    const run = verbs[verb]
    if (!run) throw new CommandError(`用法 / usage: fx ${usage}`)
    await run(args, shop)
  },
}

const verbs: Record<string, (args: string[], shop: Shop) => Promise<void>> = {
  async terms(args, shop) {
    const options = { levels: 'string', apply: 'string', buy: 'string', visitors: 'string' } as const
    const { values, shop: at } = readArguments(args, usage, [], options)
    const merchant = await shop.merchant(at)
    const change: Partial<Terms> = {
      ...(values.levels !== undefined && ratesFrom(String(values.levels))),
      ...(values.apply !== undefined && { can_apply: values.apply === 'on' ? 1 : 0 }),
      ...(values.visitors !== undefined && { visitors: visitorsFrom(String(values.visitors)) }),
      ...(values.buy === 'off' && { can_buy: 0 }),
      ...(values.buy !== undefined && values.buy !== 'off' && { can_buy: 1, price_fen: yuanFrom(String(values.buy)) }),
    }
    await refuseTooMuch(shop, merchant.id, change)
    await shop.database.transaction(tx => setTerms(tx, merchant.id, change))
    const terms = await termsOf(shop.database.db, merchant.id)
    const rates = [terms.rate1_bp, terms.rate2_bp, terms.rate3_bp].map(percent).join('、')
    console.log(
      `佣金 ${rates}；申请 ${terms.can_apply ? '开' : '关'}；购买 ${terms.can_buy ? `¥${yuanText(terms.price_fen)}` : '关'}；老顾客点推广链接 ${VISITOR_TEXTS[terms.visitors]}`,
    )
  },

  async rates(args, shop) {
    const { shop: at } = readArguments(args, usage, [])
    const own = await ownRates(shop.database.db, (await shop.merchant(at)).id)
    const lines = [...own].map(([id, { name, rates }]) => `${name}（${id}） ${rates.map(percent).join('、')}`)
    console.log(lines.length ? lines.join('\n') : '所有商品同一比例 / all products alike')
  },

  async rate(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['goods', 'rates'])
    const [goods, text = ''] = positionals
    const merchant = await shop.merchant(at)
    const change = text === 'off' ? undefined : ratesFrom(text)
    if (change) await refuseTooMuch(shop, merchant.id, change)
    const rates = change && ([change.rate1_bp, change.rate2_bp, change.rate3_bp] as const)
    const isKnown = await shop.database.transaction(tx => setRates(tx, merchant.id, idFrom(goods), rates))
    if (!isKnown) throw new CommandError(`没有商品 ${goods} / no such product`)
    console.log(
      rates ? `商品 ${goods} 的佣金 ${rates.map(percent).join('、')}` : `商品 ${goods} 与其它商品同一比例 / as all`,
    )
  },

  async list(args, shop) {
    const { shop: at } = readArguments(args, usage, [])
    const sellers = await listSellers(shop.database.db, (await shop.merchant(at)).id)
    const lines = sellers.map(({ user_id, nick, name, mobile, state, owed_fen }) => {
      const owed = owed_fen ? `欠退 ¥${yuanText(owed_fen)}` : ''
      return [`${nick}（${user_id}）`, name, mobile, SELLER_TEXTS[state], owed].filter(Boolean).join(' ')
    })
    console.log(lines.length ? lines.join('\n') : '还没有分销商 / nobody yet')
  },

  async approve(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['uid'])
    const merchant = await shop.merchant(at)
    const user = await findUser(shop.database.db, merchant.id, idFrom(positionals[0]))
    if (!user) throw new CommandError(`没有顾客 ${positionals[0]} / no such shopper`)
    const isNew = await shop.database.transaction(tx => approve(tx, merchant.id, user.id, shop.now))
    console.log(
      `${user.nick}（${user.id}）${isNew ? '成为分销商 / is a distributor' : '已经是分销商 / was one already'}`,
    )
  },

  async refuse(args, shop) {
    const { positionals, shop: at } = readArguments(args, usage, ['uid', 'reason'])
    const [uid, reason = ''] = positionals
    const merchant = await shop.merchant(at)
    const done = await shop.database.transaction(tx => refuseSeller(tx, merchant.id, idFrom(uid), reason, shop.now))
    if (!done) throw new CommandError(`${uid} 没有申请，也不是分销商 / has not asked, and is none`)
    console.log(`已拒绝 ${uid}：${reason} / refused`)
  },
}

const VISITOR_TEXTS: Readonly<Record<number, string>> = { 0: '不绑定', 1: '没有上级的绑定', 2: '改绑新的' }
const VISITOR_WORDS = ['off', 'new', 'all']

function visitorsFrom(word: string): number {
  const visitors = VISITOR_WORDS.indexOf(word)
  if (visitors < 0) throw new CommandError('--visitors 是 off、new 或 all / is off, new or all')
  return visitors
}

const percent = (rate: number): string => `${rate / 100}%`

/** What teams earn comes beside. */
async function refuseTooMuch({ database: { db } }: Shop, merchantId: number, change: Partial<Terms>): Promise<void> {
  const { rate1_bp, rate2_bp, rate3_bp } = { ...(await termsOf(db, merchantId)), ...change }
  const { leader_bp, partner_bp } = await teamTermsOf(db, merchantId)
  if (rate1_bp + rate2_bp + rate3_bp + leader_bp + partner_bp > 10_000)
    throw new CommandError('连同团队返佣，合计不超过 100 / with the shares of teams 100 together at most')
}

/** `10,5,2`: per cent, the nearest first; together no more than what was paid. */
function ratesFrom(text: string): Pick<Terms, 'rate1_bp' | 'rate2_bp' | 'rate3_bp'> {
  const rates = text.split(',').map(part => Math.round(Number(part) * 100))
  const isRight = /^\d+(\.\d{1,2})?(,\d+(\.\d{1,2})?){0,2}$/.test(text) && rates.reduce((a, b) => a + b, 0) <= 10_000
  if (!isRight) throw new CommandError('比例应如 10,5,2，合计不超过 100 / rates like 10,5,2, 100 together at most')
  const [rate1_bp = 0, rate2_bp = 0, rate3_bp = 0] = rates
  return { rate1_bp, rate2_bp, rate3_bp }
}
