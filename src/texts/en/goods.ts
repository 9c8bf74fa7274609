import type { goods as zh } from '../zh/goods'
import { counted } from './plural'

/** English: finding and looking at products. */
export const goods: typeof zh = {
  search: {
    title: 'Search',
    go: 'Search',
    history: 'Recent searches',
    forget: 'Tidy up recent searches',
    clear: 'Clear all',
    hot: 'Popular now',
    for: words => `Search for “${words}”`,
  },

  goodsList: {
    title: 'All products',
    search: 'Search products',
    clear: 'Clear',
    empty: 'Nothing found',
    emptyFor: word => `Nothing found for “${word}”`,
    emptyText: 'Try another word or fewer filters',
    reset: 'Clear filters',
    orders: { usual: 'Best', sales: 'Sales', price: 'Price', newest: 'New' },
    filter: 'Filter',
    price: 'Price (yuan)',
    lowest: 'Lowest',
    highest: 'Highest',
    category: 'Category',
    above: yuan => `From ¥${yuan}`,
    below: yuan => `Up to ¥${yuan}`,
    tags: 'Features',
    recommended: 'Recommended',
    without: condition => `Without the filter ${condition}`,
    asGrid: 'Show large pictures',
    asRows: 'Show as a list',
    show: 'Show results',
  },

  goods: {
    title: 'Product',
    from: 'up',
    soldOut: 'Sold out',
    sold: count => `${countText(count)} sold`,
    member: price => `Members ${price}`,
    favour: 'Save',
    favoured: 'Saved',
    nowFavoured: 'Saved to favourites',
    noLongerFavoured: 'Removed from favourites',
    choice: 'Options',
    chosen: choice => `Chosen: ${choice}`,
    notChosen: 'Please choose',
    number: 'Quantity',
    to: 'Ship to',
    guestAddress: 'Log in to see shipping to your place',
    noAddress: 'Choose an address',
    freight: amount => `Shipping ${amount}`,
    freightFrom: amount => `Shipping from ${amount}`,
    freeFreight: 'Free shipping',
    freeFrom: amount => `Free from ${amount}`,
    notDeliverable: 'Cannot be sent here yet',
    nothingShipped: 'Delivered online after payment, nothing to wait for',
    delivery: 'Delivery',
    limit: 'Limit',
    limitText: (who, duration, unit, count) => {
      const period = duration > 1 ? `${duration} ${['days', 'months', 'years'][unit]}` : ['day', 'month', 'year'][unit]
      return `${who ? `${who}: ` : ''}${count} each ${period}`
    },
    reviews: count => `Reviews ${count}`,
    goodShare: percent => `${percent}% positive`,
    allReviews: 'All reviews',
    noReviews: 'No reviews yet',
    reply: text => `Shop’s reply: ${text}`,
    about: 'About this product',
    addToCart: 'Add to cart',
    buyNow: 'Buy now',
    inCart: 'Added to cart',
    gone: 'No longer for sale',
    stock: count => `${count} in stock`,
    stockFew: count => `Only ${count} left`,
    noStock: 'This option is sold out',
    minimum: count => `At least ${counted(count, 'piece')}`,
    addition: (name, price) => `${name} +${price}`,
    required: 'Required',
    chooseFirst: name => `Please choose: ${name}`,
    photo: (index, count) => `${index} / ${count}`,
    photos: 'Product photos',
    film: 'Watch video',
    home: 'Home',
    stars: count => counted(count, 'star'),
  },

  reviews: {
    title: 'Reviews',
    which: 'Which reviews',
    all: 'All',
    good: 'Good',
    medium: 'Fair',
    bad: 'Bad',
    pictured: 'With pictures',
    filter: (name, count) => (count === undefined ? name : `${name} ${count}`),
    goodShare: 'good',
    emptyText: 'Nobody who bought it has said anything yet',
  },

  sharing: {
    title: 'Share',
    friend: 'Send to a friend',
    link: 'Copy link',
    poster: 'Make a poster',
    hint: 'Press and hold to see it',
    keep: 'Save to album',
    kept: 'Poster saved',
    press: 'Press and hold the picture to save or send it',
    failed: 'The poster could not be drawn. Try again',
    noAlbum: 'No access to your album',
    noAlbumText: 'Allow adding photos in settings, then come back and save',
    settings: 'Settings',
    pictureOf: name => `Poster of ${name}`,
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

  favourites: {
    title: 'My favourites',
    empty: 'No favourites yet',
    emptyText: 'Tap the heart when you like something',
    gone: 'Withdrawn',
  },

  kept: {
    count: count => counted(count, 'product'),
    edit: 'Edit',
    gone: count => `${counted(count, 'product')} no longer sold`,
    removeGone: 'Remove all',
    removed: count => (count > 1 ? `${counted(count, 'product')} removed` : 'Removed'),
  },

  bought: {
    title: 'Bought before',
    empty: 'Nothing bought yet',
    emptyText: 'What you have paid for stays here, to be bought again',
    number: count => `Bought ${count}`,
    again: 'Again',
    forgetAsk: count => (count > 1 ? `Hide these ${counted(count, 'product')}?` : 'Hide this product?'),
    forgetText: 'Your orders stay; they are only no longer listed here',
  },

  footprints: {
    title: 'Recently viewed',
    empty: 'Nothing viewed yet',
    emptyText: 'What you look at is remembered on this phone',
  },
}

/** `12k`: large counts need no last digit. */
function countText(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`
}
