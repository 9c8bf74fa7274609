/** The shop that a mini-program was built for. */
export const shop = SHOP
