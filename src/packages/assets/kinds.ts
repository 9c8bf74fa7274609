/** Of the cash log, as WXAPI numbers them. */
export const BILL_PAID = 8

export const DEPOSIT = { paid: 1, askedBack: 2, back: 3 } as const
