import type { cart as zh } from '../zh/cart'
import { counted } from './plural'

/** English: the cart. */
export const cart: typeof zh = {
  cart: {
    title: 'Cart',
    empty: 'Your cart is empty',
    emptyText: 'Go and pick something you like',
    guest: 'Log in to see your cart',
    goShopping: 'Look around',
    select: name => `Select ${name}`,
    selectShop: name => `Select all of ${name}`,
    selectAll: 'All',
    total: 'Total',
    checkout: count => (count ? `Check out (${count})` : 'Check out'),
    remove: count => (count ? `Delete (${count})` : 'Delete'),
    removeAsk: count => `Delete ${counted(count, 'item')}?`,
    removeLine: name => `Delete ${name}`,
    removed: 'Taken out of the cart',
    gone: 'No longer for sale',
    clearGone: 'Clear all',
    dayGoneReason: 'No longer open',
    fullReason: 'Full',
    chooseAgain: 'Choose again',
    goneReason: 'Withdrawn',
    soldOutReason: 'Sold out',
    freightLater: 'Without shipping',
    split: 'Check out shop by shop',
    splitText: 'The goods of each shop are an order of their own. Pay for one, then come back for the next',
    splitSum: (count, amount) => `${counted(count, 'item')} · ${amount}`,
    splitOne: name => `Check out the goods of ${name}`,
    few: count => `Only ${count} left`,
  },
}
