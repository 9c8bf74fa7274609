import type { shared as zh } from '../zh/shared'
import { counted } from './plural'

/** English: words of more than one subpackage, and names of their entrances. */
export const shared: typeof zh = {
  leftWithDays: (days, clock) => `${days} d ${clock}`,

  goods: {
    from: '+',
    soldOut: 'Sold out',
    sold: count => `${countText(count)} sold`,
    noLongerFavoured: 'Removed from favourites',
    chosen: choice => `Chosen: ${choice}`,
    number: 'Quantity',
    reply: text => `Shop’s reply: ${text}`,
    addToCart: 'Add to cart',
    buyNow: 'Buy now',
    bookNow: 'Book now',
    bookedOut: 'Fully booked',
    places: count => `${count} left`,
    total: 'Total',
    stock: count => `${count} in stock`,
    stockFew: count => `Only ${count} left`,
    noStock: 'This option is sold out',
    minimum: count => `At least ${counted(count, 'piece')}`,
    addition: (name, price) => `${name} +${price}`,
    required: 'Required',
    chooseFirst: name => `Please choose: ${name}`,
    stars: count => counted(count, 'star'),
  },

  booking: {
    range: (from, to, count) => `${from} to ${to}, ${counted(count, 'day')}`,
  },

  goodsList: {
    search: 'Search products',
  },

  favourites: {
    gone: 'Withdrawn',
  },

  service: {
    name: 'Help',
    title: 'Contact us',
    chat: 'Chat',
    chatHint: 'Open the conversation',
    phone: 'Call',
    wechat: 'WeChat',
    wechatHint: name => `${name}, tap to copy`,
  },

  kept: {
    count: count => counted(count, 'product'),
    edit: 'Edit',
    gone: count => `${counted(count, 'product')} no longer sold`,
    removeGone: 'Remove all',
    removed: count => (count > 1 ? `${counted(count, 'product')} removed` : 'Removed'),
  },

  articles: {
    title: 'Articles',
    shelf: 'Worth reading',
    views: count => counted(count, 'view'),
  },

  notices: {
    title: 'Notices',
    all: 'All notices',
  },

  singlePages: {
    about: 'About us',
  },

  recharge: {
    title: 'Top up',
  },

  settings: {
    title: 'Settings',
  },

  feedback: {
    title: 'Feedback',
  },

  login: {
    needed: 'Please log in first',
    go: 'Log in',
  },

  address: {
    default: 'Default',
    regionTitle: 'Choose a region',
    choose: 'Choose',
    noStreet: 'Skip the street',
  },

  orders: {
    pieces: count => counted(count, 'item'),
  },

  poster: {
    title: 'Make a poster',
    keep: 'Save to album',
    kept: 'Poster saved',
    press: 'Press and hold the picture to save or send it',
    failed: 'The poster could not be drawn. Try again',
    noAlbum: 'No access to your album',
    noAlbumText: 'Allow adding photos in settings, then come back and save',
    settings: 'Settings',
    pictureOf: name => `Poster of ${name}`,
  },

  payBy: {
    title: 'Pay with',
    pay: 'Pay',
    methods: { wechat: 'WeChat Pay', alipay: 'Alipay', balance: 'Balance' },
    balanceHas: amount => `${amount} available`,
    balanceShort: amount => `${amount}, not enough for this order`,
  },

  paying: {
    again: 'I have paid, check again',
    home: 'Look around',
  },

  codes: {
    title: 'Codes',
    number: 'Card number',
    password: 'Password',
    code: 'Code',
    picture: 'Picture of the code',
    copied: 'Copied',
    notCopied: 'Could not copy. Press and hold to select',
    copyOf: name => `Copy ${name}`,
  },
}

/** `12k`: large counts need no last digit. */
function countText(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`
}
