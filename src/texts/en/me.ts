import type { me as zh } from '../zh/me'

/** English: the page of one's own. */
export const me: typeof zh = {
  me: {
    title: 'Me',
    guest: 'Log in / sign up',
    guestText: 'See your orders and balance',
    unnamed: 'No name yet',
    assets: { balance: 'Balance', coupons: 'Coupons', score: 'Points', growth: 'Growth' },
    orders: 'My orders',
    allOrders: 'All orders',
    counters: { unpaid: 'To pay', toShip: 'To ship', shipped: 'Shipped', received: 'To review' },
    coupons: 'Coupons',
    sign: 'Sign in',
    level: 'Levels',
    fx: 'Earn',
    withdraw: 'Withdraw',
    bill: 'Pay a bill',
    deposits: 'Deposits',
    favourites: 'Favourites',
    footprints: 'Viewed',
    bought: 'Bought',
    refunds: 'After-sales',
    invoices: 'Invoices',
    bargains: 'Bargains',
    groups: 'Groups',
    addresses: 'Addresses',
    profile: 'Profile',
  },
}
