import { articles, sitePages } from './catalog/articles'
import { books } from './catalog/books'
import { cards } from './catalog/cards'
import { categories } from './catalog/categories'
import { digital } from './catalog/digital'
import { food } from './catalog/food'
import { freights } from './catalog/freights'
import { home } from './catalog/home'
import { kitchen } from './catalog/kitchen'
import { plants } from './catalog/plants'
import { promotions } from './catalog/promotions'
import { banners, branches, levels, notices, rechargeRules, reviewers, settings } from './catalog/shop'
import { tableware } from './catalog/tableware'
import { tea } from './catalog/tea'
import { teaware } from './catalog/teaware'
import { topups } from './catalog/topups'
import type { DemoCatalog, DemoGoods } from './catalog/types'
import { visits } from './catalog/visits'
import { wear } from './catalog/wear'

export type * from './catalog/types'
export { banners, categories, freights, levels, notices, rechargeRules, reviewers, settings }

/** In the order of the shelves. */
export const goods: DemoGoods[] = [
  ...tea,
  ...teaware,
  ...home,
  ...digital,
  ...plants,
  ...food,
  ...books,
  ...wear,
  ...kitchen,
  ...tableware,
  ...cards,
  ...topups,
  ...visits,
]

export const catalog: DemoCatalog = {
  categories,
  goods,
  freights,
  banners,
  notices,
  articles,
  sitePages,
  reviewers,
  settings,
  rechargeRules,
  branches,
  levels,
  promotions,
}
