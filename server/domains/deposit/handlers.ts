import type { deposit } from '../../../contract/deposit'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { type ExtJson, readJson } from '../../json'
import { book } from '../../ledger/ledger'
import { paged, windowOf } from '../../paging'
import { askBack, DEPOSIT, DEPOSIT_TEXTS, type DepositRow, findDeposit, payDeposit, refuseShort } from './deposits'

export const depositHandlers: Handlers<typeof deposit> = {
  async payDeposit({ amount, refCode, remark, extJsonStr, idempotencyKey }, { transaction, merchant, user, now }) {
    const whose = { merchantId: merchant.id, userId: user.id }
    const paying = { ...whose, amountFen: amount, refCode, remark, ext: extJsonStr, idempotencyKey }
    const row = await transaction(async tx => {
      const { row, transfers } = await payDeposit(tx, paying, now)
      if (transfers.length) await refuseShort(tx, paying)
      await book(tx, merchant.id, now, transfers)
      return row
    })
    return answerOf(row)
  },

  async depositList({ status, ...request }, { db, merchant, user }) {
    const { limit, offset } = windowOf(request)
    const rows = await db
      .selectFrom('deposits')
      .selectAll()
      .select(({ fn }) => fn.countAll<number>().over().as('total'))
      .where('merchant_id', '=', merchant.id)
      .where('user_id', '=', user.id)
      .$if(status !== undefined, query => query.where('state', '=', status ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .offset(offset)
      .execute()
    return paged(rows, request, answerOf)
  },

  async depositInfo({ id }, { db, merchant, user }) {
    const row = orRefuse(await findDeposit(db, merchant.id, id), 'noData')
    if (row.user_id !== user.id) throw new Refusal('noData')
    return answerOf(row)
  },

  async depositBackApply({ id }, { transaction, merchant, user, now }) {
    await transaction(tx => askBack(tx, merchant.id, user.id, id, now))
  },
}

const answerOf = (row: DepositRow) => ({
  id: row.id,
  number: row.number,
  amount: row.amount_fen,
  status: row.state,
  statusStr: DEPOSIT_TEXTS[row.state] ?? '',
  refCode: row.ref_code,
  remark: row.remark,
  extJsonStr: readJson<ExtJson>(row.ext_json),
  dateAdd: new Date(row.created_at),
  dateBack: row.state === DEPOSIT.back ? new Date(row.updated_at) : undefined,
})
