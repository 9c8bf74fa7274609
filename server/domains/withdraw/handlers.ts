import type { withdraw } from '../../../contract/withdraw'
import type { Handlers, SignedIn } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { type PageRequest, paged, someOf, windowOf } from '../../paging'
import { refuseWrongPayPassword } from '../user/pay-password'
import { askForMoney, leastOf, NAME_FROM } from './ask'
import { STATUS, STATUS_TEXTS, statusOf, type WithdrawalRow, withdrawalsIn } from './states'

export const withdrawHandlers: Handlers<typeof withdraw> = {
  async withDrawApplyV2({ money, pwd, name = '', idempotencyKey, ...bank }, context) {
    const { transaction, merchant, user, now } = context
    await refuseWrongPayPassword(context, pwd)
    const { bankName, bankBranch, bankCardNumber } = bank
    const asking = {
      merchantId: merchant.id,
      userId: user.id,
      amountFen: money,
      name: name.trim(),
      bank: { bankName, bankBranch, bankCardNumber },
      idempotencyKey,
    }
    const id = await transaction(tx => askForMoney(tx, asking, now))
    return answerOf(context, orRefuse(await findOne(context, id), 'noData'))
  },

  async withDrawLogs(request, context) {
    return someOf(await listOf(context, request)).map(row => answerOf(context, row))
  },

  async withDrawLogsV2(request, context) {
    return paged(await listOf(context, request), request, row => answerOf(context, row))
  },

  async withDrawDetail({ id }, context) {
    return answerOf(context, orRefuse(await findOne(context, id), 'noData'))
  },

  async withDrawSetting(_, { db, merchant }) {
    return { minMoney: await leastOf(db, merchant.id), nameFrom: NAME_FROM }
  },
}

const own = ({ db, merchant, user }: SignedIn) => withdrawalsIn(db, merchant.id).where('one.user_id', '=', user.id)

const findOne = (context: SignedIn, id: number): Promise<WithdrawalRow | undefined> =>
  own(context).where('one.id', '=', id).executeTakeFirst()

function listOf(context: SignedIn, request: PageRequest): Promise<WithdrawalRow[]> {
  const { limit, offset } = windowOf(request)
  return own(context).orderBy('one.id', 'desc').limit(limit).offset(offset).execute()
}

function answerOf({ gateways }: SignedIn, row: WithdrawalRow) {
  const status = statusOf(row)
  const waits = row.transfer_state === 'waiting' && row.package_info
  const sheet = waits ? gateways.wechatpay?.transfers?.sheet(waits) : undefined
  return {
    id: row.id,
    number: row.number,
    money: row.amount_fen,
    status,
    statusStr: STATUS_TEXTS[status] ?? '',
    name: row.name,
    rejectionReason: status === STATUS.back ? row.reason || row.fail_reason || '' : '',
    packageInfo: sheet?.package,
    mchId: sheet?.mchId,
    appId: sheet?.appId,
    dateAdd: new Date(row.created_at),
    dateUpdate: new Date(row.updated_at),
  }
}
