/** Deposits (押金): money that stands aside at the shop until it comes back. */
import Type from 'typebox'
import { alias, get, post } from './define'
import { Enum, ExtJson, Id, optional, Page, Paged, PageSize, PaidYuan, row, Text, Time, Token, Yuan } from './fields'
import { IdempotencyKey } from './level'

const Deposit = row('Deposit', {
  id: Id,
  number: Text,
  amount: Yuan,
  status: Enum({ 1: 'paid', 2: 'asked back', 3: 'given back' }),
  statusStr: Text,
  refCode: Text,
  remark: Text,
  extJsonStr: ExtJson,
  dateAdd: Time,
  dateBack: optional(Time),
})

const payDeposit = post('api:/{subDomain}/deposit/pay', {
  about: 'Leave a deposit from the balance; 40000: the balance is too small, `data` is what is missing',
  args: {
    token: Token,
    amount: PaidYuan,
    refCode: optional(Text),
    remark: optional(Text),
    extJsonStr: optional(ExtJson),
    idempotencyKey: optional(IdempotencyKey),
  },
  data: Deposit,
  refuses: ['depositShort'],
})
const depositList = post('api:/{subDomain}/deposit/list', {
  about: "The caller's deposits, the newest first",
  args: { token: Token, status: optional(Type.Integer()), page: Page, pageSize: PageSize },
  data: Paged(Deposit),
})
const depositInfo = get('api:/{subDomain}/deposit/info', {
  about: 'One deposit of the caller',
  args: [{ token: Token }, { id: Id }],
  data: Deposit,
  refuses: ['noData'],
})
const depositBackApply = post('api:/{subDomain}/deposit/back/apply', {
  about: 'Ask for a deposit back; it comes to the balance when the shop keeper agrees. A repeat changes nothing',
  args: [{ token: Token }, { id: Id }],
  refuses: ['noData', 'depositBack'],
})

export const deposit = {
  payDeposit,
  payDepositV2: alias(payDeposit, { url: 'common:/{subDomain}/deposit/pay' }),
  depositList,
  depositListV2: alias(depositList, { url: 'common:/{subDomain}/deposit/list' }),
  depositInfo,
  depositInfoV2: alias(depositInfo, { url: 'common:/{subDomain}/deposit/info' }),
  depositBackApply,
  depositBackApplyV2: alias(depositBackApply, { url: 'common:/{subDomain}/deposit/back/apply' }),
}
