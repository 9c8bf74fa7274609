import type { reading as zh } from '../zh/reading'
import { counted } from './plural'

/** English: articles, notices, single pages. */
export const reading: typeof zh = {
  articles: {
    title: 'Articles',
    one: 'Article',
    shelf: 'Worth reading',
    views: count => counted(count, 'view'),
    useful: count => (count ? `Useful ${count}` : 'Useful'),
    thanks: 'Thank you. The shop will see it',
    previous: 'Previous',
    next: 'Next',
    empty: 'No articles yet',
    emptyText: 'What the shop writes will be here',
  },

  notices: {
    title: 'Notices',
    all: 'All notices',
    pinned: 'Pinned',
    empty: 'No notices yet',
    emptyText: 'News will be here',
  },

  singlePages: {
    about: 'About us',
    agreement: 'User agreement',
    privacy: 'Privacy policy',
    updated: day => `Updated ${day}`,
  },
}
