/** What the server refuses, in English: it says so in Chinese itself. A refusal that is missing here does not compile. */
import { type ErrorName, errors } from '../../../contract/errors'

const refusals: Record<ErrorName, string> = {
  negative: 'No',
  badRequest: 'Something in this request is not right',
  forbidden: 'Not allowed',
  notFound: 'The shop does not offer this',
  shopUnknown: 'This shop does not exist',
  tooMany: 'Too often. Please try again later',
  serverFault: 'The shop is busy. Please try again later',
  starting: 'The shop is just starting. Please try again in a moment',
  noData: 'Nothing here yet',
  loginRequired: 'Please log in first',
  notRegistered: 'There is no such account yet',
  wxSessionStale: 'The WeChat login has ended. Please log in again',
  balanceShort: 'The balance is not enough',
  skuRequired: 'Please choose an option',

  userBlocked: 'This account has been blocked',
  wxCodeInvalid: 'The WeChat login did not work. Please try again',
  pageUnknown: 'The mini-program has no such page, or it is not published yet',
  wxUnavailable: 'WeChat cannot be reached. Please try again later',
  wxDataInvalid: 'WeChat’s data could not be verified. Please allow again',
  codeWrong: 'Wrong code',
  codeExpired: 'The code has expired. Please ask for a new one',
  codeTooSoon: 'Codes were asked for too often. Please wait',
  smsUnavailable: 'No message can be sent right now. Please try again later',
  mobileTaken: 'Another account uses this number',
  extJsonInvalid: 'Extra properties must be a JSON object',
  passwordWrong: 'Wrong account or password',
  passwordLocked: 'Too many wrong passwords. Try again in 15 minutes',
  usernameTaken: 'This user name is taken',
  openidTaken: 'This WeChat belongs to another account',
  mobileForeign: 'Only mainland China numbers are supported for now',
  payPasswordSet: 'A trade password is set already; change it instead',
  payPasswordWrong: 'Wrong trade password',

  addressUnknown: 'This address does not exist',
  addressRequired: 'Please fill in an address',
  regionUnknown: 'This region does not exist. Please choose again',
  addressLimit: 'Too many addresses. Please delete some first',

  goodsGone: 'This product is no longer for sale',
  skuGone: 'This option is no longer for sale. Please choose again',
  stockShort: 'Not enough in stock',
  belowMinimum: 'Fewer than can be ordered',
  limitReached: 'More than you may buy',
  limitLevel: 'For certain members only',
  additionInvalid: 'This extra is not available. Please choose again',
  additionRequired: 'Please choose the required extra',
  cartLineUnknown: 'This is not in the cart',
  cartFull: 'The cart is full. Please remove something first',
  notDeliverable: 'Cannot be sent to this region yet',

  orderUnknown: 'This order does not exist',
  orderEmpty: 'There is nothing to order',
  orderNotOpen: 'The order is closed or paid',
  orderNotShipped: 'The order has not been sent yet',
  orderNotFinished: 'Reviews come after the order is complete',
  orderNotDeletable: 'An order under way cannot be deleted',
  alreadyReviewed: 'You have reviewed this already',
  priceChanged: 'The price has changed. Please confirm and order again',
  keyReused: 'Please do not send different orders at once',
  notVerifiable: 'The code is not valid or has been used',
  fieldRequired: 'Please fill in the top-up details',
  tooManyUnpaid: 'Too many unpaid orders. Please pay or cancel some first',
  branchUnknown: 'This shop does not hand out goods now. Please choose another',
  optionNotServed: 'This way of ordering is not offered',

  refundUnknown: 'No such after-sale request',
  refundNotOpen: 'After-sale cannot be asked for on this order now',
  refundTypeNotServed: 'This item does not offer that kind of after-sale',
  refundAlreadyAsked: 'Already asked for; please wait for the shop',
  refundTooMuch: 'More than can be refunded',
  refundReasonRequired: 'Please choose a reason',
  refundDelivered: 'The code has been delivered; please contact the shop',
  refundNotCancellable: 'It cannot be withdrawn any more',
  refundNotSendable: 'Nothing is to be sent back now',

  payAmountWrong: 'The amount is not right',
  payUnavailable: 'Payment cannot begin right now. Please try again later',
  payPending: 'Not paid yet',
  payUnknown: 'This payment does not exist',
  nextActionUnknown: 'This cannot be paid for here',
  openidRequired: 'Please log in within WeChat first',
  payClosed: 'The payment is closed',

  commentTooMany: 'That was a lot for one day. Please come back tomorrow',

  fileMissing: 'Please choose a file',
  fileTooLarge: 'The file is too large',
  fileType: 'This kind of file is not supported',
  fileUnreachable: 'The file could not be fetched',
  fileQuota: 'Too many files. Please try again later',
}

// WXAPI means several things by some codes: the first is the common one, pages that know better say so themselves.
const byCode = new Map<number, string>(
  (Object.keys(refusals) as ErrorName[]).reverse().map(name => [errors[name][0], refusals[name]]),
)

/** The server's own words where we know none. */
export const refusal = (code: number, words: string): string => byCode.get(code) ?? words
