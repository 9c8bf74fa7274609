import type { reading as zh } from '../zh/reading'
import { shared } from './shared'

/** English: articles, notices, single pages. */
export const reading: typeof zh = {
  articles: {
    ...shared.articles,
    one: 'Article',
    useful: count => (count ? `Useful ${count}` : 'Useful'),
    thanks: 'Thank you. The shop will see it',
    previous: 'Previous',
    next: 'Next',
    empty: 'No articles yet',
    emptyText: 'What the shop writes will be here',
  },

  notices: {
    ...shared.notices,
    pinned: 'Pinned',
    empty: 'No notices yet',
    emptyText: 'News will be here',
  },

  singlePages: {
    ...shared.singlePages,
    agreement: 'User agreement',
    privacy: 'Privacy policy',
    updated: day => `Updated ${day}`,
  },
}
