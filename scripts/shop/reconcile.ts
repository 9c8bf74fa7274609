import { yuanText } from '../../contract/money'
import { parseTime } from '../../contract/time'
import { titleOf } from '../../server/domains/pay/providers'
import { type Difference, differenceText, type ReconciliationRow } from '../../server/domains/pay/reconcile'
import { enqueue } from '../../server/jobs/queue'
import { readJson } from '../../server/json'
import { type Command, CommandError, readArguments } from './context'

const usage = '[日期 2026-01-31] [--again]'
const PROVIDERS = ['wechatpay', 'alipay']

/** What the bills of those who bring money say, against the books. */
export const reconcileBills: Command = {
  usage,
  about:
    '对账：最近的结果，或某一天有哪些不同；--again 让服务重新下载那天的账单 / bills against our books: the last days, or what differs on one; --again has the server fetch that bill anew',
  async run(args, shop) {
    const count = args.filter(arg => !arg.startsWith('--')).length - (args.includes('--shop') ? 1 : 0)
    const {
      positionals: [day],
      values,
      shop: name,
    } = readArguments(args, `reconcile ${usage}`, ['day'].slice(0, count), { again: 'boolean' })
    const { id: merchantId } = await shop.merchant(name)
    if (day !== undefined) checkDay(day)
    if (day !== undefined && values.again) {
      await shop.database.transaction(async tx => {
        for (const provider of PROVIDERS)
          await enqueue(
            tx,
            {
              merchantId,
              kind: 'reconcileBill',
              key: `${provider}:${day}`,
              payload: { provider, day },
              runAt: shop.now,
            },
            shop.now,
          )
      })
      return console.log(`服务会重新下载 ${day} 的账单 / the server fetches the bills of ${day}`)
    }
    const rows = await shop.database.db
      .selectFrom('reconciliations')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .$if(day !== undefined, query => query.where('day', '=', day ?? ''))
      .orderBy('day', 'desc')
      .orderBy('provider')
      .limit(60)
      .execute()
    if (rows.length === 0) return console.log('还没有对过账 / nothing was reconciled yet')
    for (const row of rows) {
      console.log(lineFor(row))
      if (day !== undefined) for (const one of differencesOf(row)) console.log(`  ${differenceText(one)}`)
    }
  },
}

function checkDay(day: string): void {
  try {
    parseTime(day)
  } catch {
    throw new CommandError(`${day} 不是 2026-01-31 这样的日期 / is no day`)
  }
}

const differencesOf = (row: ReconciliationRow) => readJson<Difference[]>(row.differences_json)

const lineFor = (row: ReconciliationRow) => {
  const { length } = differencesOf(row)
  return `${row.day}  ${titleOf(row.provider)}  收款 ¥${yuanText(row.paid_fen)}  退款 ¥${yuanText(row.refunded_fen)}  ${row.lines} 笔  ${length === 0 ? '一致 / the same' : `${length} 处不同 / differ`}`
}
