/**
 * The codes that the storefront compares, apart from `errors.ts`, so that no shopper fetches the texts of all refusals with
 * the first page.
 */
export const codes = {
  badRequest: 400,
  tooMany: 429,
  serverFault: 500,
  starting: 503,
  noData: 700,
  loginRequired: 2000,
  notRegistered: 10000,
  pictureRequired: 11011,
  pictureWrong: 11012,
  openidTaken: 11024,
  accountUnfinished: 11090,
  stockShort: 13003,
  bookingRequired: 13009,
  bookingGone: 13010,
  notDeliverable: 13201,
  priceChanged: 14008,
  upstreamAway: 14301,
  upstreamSlow: 14302,
  openidRequired: 15006,
  payClosed: 15007,
  payNotOpen: 15008,
  refundAlreadyAsked: 20000,
  couponMustPay: 30002,
  couponNotUsable: 17005,
} as const
