import type { home as zh } from '../zh/home'

/** English: home and categories. */
export const home: typeof zh = {
  home: {
    search: 'What are you looking for?',
    banners: 'From the shop',
    arrivals: 'New in',
    sales: 'Flash sale',
    saleEnds: left => `ends in ${left}`,
    saleBegins: left => `begins in ${left}`,
    bargains: 'Bargain with friends',
    groups: 'Buy together',
    picks: 'Picked for you',
    noPicks: 'The shelves are being arranged',
    noPicksText: 'Come back in a while',
    notice: 'Notice',
  },

  category: {
    title: 'Browse',
    empty: 'Nothing in this category yet',
    none: 'No categories yet',
  },
}
