/** Withdrawals (提现): out of the balance, by WeChat or by hand, once the shop keeper agrees. */
import Type from 'typebox'
import { alias, get, objectForm, post } from './define'
import { Enum, Id, optional, Page, Paged, PageSize, PaidYuan, row, Text, Time, Token, Yuan } from './fields'
import { IdempotencyKey } from './level'

const Withdrawal = row('Withdrawal', {
  id: Id,
  number: Text,
  money: Yuan,
  status: Enum({ 0: 'asked', 1: 'paid', 2: 'refused or failed, back in the balance', 3: 'agreed to' }),
  statusStr: Text,
  name: Text,
  rejectionReason: Text,
  packageInfo: optional(Text),
  mchId: optional(Text),
  appId: optional(Text),
  dateAdd: Time,
  dateUpdate: Time,
})

const withDrawApplyV2 = post('api:/{subDomain}/user/withDraw/apply', {
  about: 'Ask for money out of the balance; it stands frozen until the shop keeper has decided and it has arrived',
  args: {
    token: Token,
    money: PaidYuan,
    pwd: optional(Text),
    name: optional(Text),
    bankName: optional(Text),
    bankBranch: optional(Text),
    bankCardNumber: optional(Text),
    idempotencyKey: optional(IdempotencyKey),
  },
  data: Withdrawal,
  refuses: ['balanceShort', 'withdrawTooLittle', 'withdrawNameRequired', 'payPasswordWrong', 'passwordLocked'],
})

const withDrawDetail = get('api:/{subDomain}/user/withDraw/detail', {
  about: 'One withdrawal of the caller; `packageInfo` is what WeChat opens while it waits for the receiver',
  args: [{ token: Token }, { id: Id }],
  data: Withdrawal,
  refuses: ['noData'],
})

const withDrawSetting = get('api:/{subDomain}/user/withDraw/setting', {
  about: 'The least that can be withdrawn, and from how much on a name is needed',
  data: Type.Object({ minMoney: Yuan, nameFrom: Yuan }),
})

const paging = { token: Token, page: Page, pageSize: PageSize }

export const withdraw = {
  withDrawApplyV2,
  withDrawApply: alias(withDrawApplyV2, { order: ['token', 'money'] }),
  withDrawApplyV3: alias(withDrawApplyV2, { url: 'common:/{subDomain}/user/withdrawal/apply' }),
  withDrawLogs: post('api:/{subDomain}/user/withDraw/list', {
    about: "The caller's withdrawals, the newest first",
    args: paging,
    data: Type.Array(Withdrawal),
  }),
  withDrawLogsV2: post('common:/{subDomain}/user/withdrawal/list', {
    about: 'The same with totals',
    args: paging,
    data: Paged(Withdrawal),
  }),
  withDrawDetail,
  withDrawDetailV2: objectForm(withDrawDetail, 'common:/{subDomain}/user/withdrawal/detail'),
  withDrawSetting,
  withDrawSettingV2: alias(withDrawSetting, { url: 'common:/{subDomain}/user/withdrawal/setting' }),
}
