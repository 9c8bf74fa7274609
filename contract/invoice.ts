/** Invoices (fapiao): asked for by shoppers, issued by the shop keeper. */
import Type from 'typebox'
import { get, post } from './define'
import {
  Enum,
  ExtJson,
  Id,
  IdOrNone,
  optional,
  Page,
  Paged,
  PageSize,
  PaidYuan,
  row,
  Text,
  Time,
  Token,
  Yuan,
} from './fields'

const Invoice = row('Invoice', {
  id: Id,
  orderId: IdOrNone,
  orderNumber: Text,
  comName: Text,
  tfn: Text,
  amount: Yuan,
  consumption: Text,
  email: Text,
  address: Text,
  bank: Text,
  remark: Text,
  status: Enum({ 0: 'asked for', 1: 'refused', 2: 'being issued', 3: 'issued' }),
  statusStr: Text,
  file: Type.String({ description: 'where the issued invoice can be fetched' }),
  shopRemark: Type.String({ description: 'why it was refused (ours)' }),
  userId: Id,
  uid: Id,
  dateAdd: Time,
  dateUpdate: Time,
})

export const invoice = {
  invoiceApply: post('common:/{subDomain}/invoice/apply', {
    about: 'Ask for an invoice: of an order once, or of an amount; without `tfn` it is made out to a person',
    args: {
      token: Token,
      comName: Type.String({ minLength: 1, maxLength: 100, message: '请填写发票抬头' }),
      tfn: optional(Type.String({ pattern: '^[0-9A-Z]{15,20}$', message: '税号应为 15 到 20 位数字或大写字母' })),
      amount: optional(PaidYuan),
      consumption: optional(Text),
      email: optional(Type.String({ pattern: '^\\S+@\\S+\\.\\S+$', maxLength: 100, message: '邮箱格式不正确' })),
      address: optional(Text),
      bank: optional(Text),
      remark: optional(Text),
      orderId: optional(IdOrNone),
      extJsonStr: optional(ExtJson),
    },
    data: Type.Object({ id: Id }),
    refuses: ['orderUnknown', 'invoiceNotOpen', 'invoiceExists', 'invoiceTooMuch'],
  }),
  invoiceList: post('common:/{subDomain}/invoice/list', {
    about: "The caller's invoices, the newest first; with `orderId` (ours) those of an order",
    args: { token: Token, orderId: optional(IdOrNone), page: Page, pageSize: PageSize },
    data: Paged(Invoice),
  }),
  invoiceDetail: get('common:/{subDomain}/invoice/info', {
    about: 'One invoice of the caller',
    args: [{ token: Token }, { id: Id }],
    data: Invoice,
  }),
}
