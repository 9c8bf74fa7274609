import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../server/project-root'
import type { DemoCatalog, DemoGoods } from './catalog/types'

export const pictureFile = (name: string): string => join(projectRoot, 'scripts', 'demo', 'pictures', `${name}.svg`)
export const videoFile = (name: string): string => join(projectRoot, 'scripts', 'demo', 'videos', `${name}.mp4`)

/** Everything that is wrong with the demo shop, one sentence each; empty when it may be seeded. */
export function problemsOf(catalog: DemoCatalog): string[] {
  return [
    ...catalog.goods.flatMap(goods => goodsProblems(goods, catalog)),
    ...repeated(
      'category key',
      catalog.categories.map(category => category.key),
    ),
    ...repeated(
      'goods key',
      catalog.goods.map(goods => goods.key),
    ),
    ...repeated(
      'supplier goods id',
      catalog.goods.flatMap(goods => goods.supply?.goodsId ?? []),
    ),
    ...referenceProblems(catalog),
    ...freightProblems(catalog),
    ...shortages(catalog),
    ...[...picturesOf(catalog)].filter(name => !existsSync(pictureFile(name))).map(name => `no picture ${name}`),
    ...catalog.goods
      .flatMap(({ video }) => video ?? [])
      .filter(name => !existsSync(videoFile(name)))
      .map(name => `no film ${name}`),
  ]
}

/** The ground of a picture is its first rectangle. */
export function groundOf(name: string): string | undefined {
  if (!existsSync(pictureFile(name))) return undefined
  return /<rect width="\d+" height="\d+" fill="(#[0-9A-F]{6})"/.exec(readFileSync(pictureFile(name), 'utf8'))?.[1]
}

function goodsProblems(goods: DemoGoods, catalog: DemoCatalog): string[] {
  const problems: string[] = []
  const claim = (holds: boolean, problem: string) => holds || problems.push(`${goods.key}: ${problem}`)
  const isVirtual = goods.supply !== undefined
  claim(goods.ground === groundOf(goods.picture), `ground is not that of ${goods.picture}`)
  const ways = [isVirtual, goods.freight !== undefined, goods.booking !== undefined]
  claim(ways.filter(Boolean).length === 1, 'supplied, shipped or booked')
  claim(goods.freight === undefined || (goods.weightGram ?? 0) > 0, 'what is shipped has a weight')
  claim(
    !goods.freight || catalog.freights.some(freight => freight.key === goods.freight),
    `no freight ${goods.freight}`,
  )
  claim(!goods.branch || catalog.branches.some(({ name }) => name === goods.branch), `no branch ${goods.branch}`)
  claim(
    catalog.categories.some(category => category.key === goods.category),
    `no category ${goods.category}`,
  )
  claim(
    !catalog.categories.some(category => category.parent === goods.category),
    'sits in a category that has children',
  )
  claim((goods.originalPrice ?? goods.price) >= goods.price, 'was cheaper before')
  claim(
    goods.supply === undefined || /^[0-9A-Za-z]{16}$/.test(goods.supply.goodsId),
    'supplier goods id is not 16 characters',
  )
  claim(goods.supply?.kind !== 1 || Boolean(goods.supply.fields?.length), 'a top-up asks for no account')
  for (const review of goods.reviews ?? []) {
    claim(catalog.reviewers[review.user] !== undefined, `no reviewer ${review.user}`)
    claim(
      review.rating === (review.stars > 3 ? 2 : review.stars === 3 ? 1 : 0),
      `${review.stars} stars rated ${review.rating}`,
    )
  }
  return [...problems, ...skuProblems(goods)]
}

function skuProblems({ key, properties = [], skus = [], price, stock }: DemoGoods): string[] {
  if (!properties.length && !skus.length) return []
  const combinations = properties.reduce((count, property) => count * property.values.length, 1)
  const named = ({ values }: { values: string[] }) =>
    values.length === properties.length &&
    properties.every((property, i) => property.values.some(value => value.name === values[i]))
  return [
    ...skus.filter(sku => !named(sku)).map(sku => `${key}: no values ${sku.values.join(' ')}`),
    ...repeated(
      `${key} sku`,
      skus.map(sku => sku.values.join(' ')),
    ),
    ...(skus.length === combinations ? [] : [`${key}: ${skus.length} of ${combinations} skus`]),
    ...(price === Math.min(...skus.map(sku => sku.price)) ? [] : [`${key}: price is not the lowest of its skus`]),
    ...(stock === skus.reduce((sum, sku) => sum + sku.stock, 0) ? [] : [`${key}: stock is not the sum of its skus`]),
  ]
}

function referenceProblems({ categories, goods, banners }: DemoCatalog): string[] {
  const isCategory = (key?: string) => !key || categories.some(category => category.key === key)
  const isGoods = (key?: string) => !key || goods.some(one => one.key === key)
  return [
    ...categories
      .filter(category => !isCategory(category.parent))
      .map(category => `${category.key}: no parent ${category.parent}`),
    ...banners
      .filter(banner => !isGoods(banner.goods) || !isCategory(banner.category))
      .map(banner => `${banner.picture}: leads nowhere`),
  ]
}

function freightProblems({ freights }: DemoCatalog): string[] {
  return freights.flatMap(({ key, isFree, rules, notServed = [] }) => {
    const ids = [...rules.flatMap(rule => rule.regions), ...notServed]
    return [
      ...repeated(`${key} region`, ids),
      ...ids.filter(id => !/^\d{2}0{10}$/.test(id)).map(id => `${key}: ${id} is no province`),
      ...(isFree || rules.filter(rule => rule.regions.length === 0).length === 1
        ? []
        : [`${key}: one rule must be for everywhere else`]),
    ]
  })
}

/** The demo has to show every side of the shop, so it must not shrink below this. */
function shortages({ categories, goods, freights, banners, notices, articles, reviewers }: DemoCatalog): string[] {
  const counts: [string, number, number][] = [
    ['goods', goods.length, 48],
    ['root categories', categories.filter(category => !category.parent).length, 9],
    ['goods with skus', goods.filter(one => one.skus).length, 12],
    ['goods with a second picture', goods.filter(one => one.gallery?.length).length, 12],
    ['goods with additions', goods.filter(one => one.additions).length, 4],
    ['goods with a purchase limit', goods.filter(one => one.limitation).length, 2],
    ['sold-out goods', goods.filter(one => one.stock === 0).length, 2],
    ['sold-out skus', goods.flatMap(one => one.skus ?? []).filter(sku => sku.stock === 0).length, 1],
    ['card-code goods', goods.filter(one => one.supply?.kind === 0).length, 6],
    ['top-up goods', goods.filter(one => one.supply?.kind === 1).length, 4],
    ['goods booked by days', goods.filter(one => one.booking && !one.booking.slots).length, 1],
    ['goods booked by slots', goods.filter(one => one.booking?.slots).length, 2],
    ['freight templates', freights.length, 3],
    ['reviews', goods.flatMap(one => one.reviews ?? []).length, 60],
    ['banners', banners.length, 4],
    ['notices', notices.length, 4],
    ['articles', articles.length, 6],
    ['reviewers', reviewers.length, 12],
  ]
  return counts
    .filter(([, count, least]) => count < least)
    .map(([what, count, least]) => `${count} ${what}, fewer than ${least}`)
}

function picturesOf({ categories, goods, banners, articles, sitePages, reviewers }: DemoCatalog): Set<string> {
  const ofGoods = goods.flatMap(one => [
    one.picture,
    ...(one.gallery ?? []),
    ...(one.properties ?? []).flatMap(property => property.values.flatMap(value => value.picture ?? [])),
    ...(one.skus ?? []).flatMap(sku => sku.picture ?? []),
    ...(one.reviews ?? []).flatMap(review => review.pictures ?? []),
    ...[...one.content.matchAll(/src="pic:([^"]+)"/g)].flatMap(found => found[1] ?? []),
  ])
  return new Set([
    ...ofGoods,
    ...[...categories, ...banners].map(one => one.picture),
    ...reviewers.map(one => one.avatar),
    ...articles.map(one => one.picture),
    ...[...articles, ...sitePages].flatMap(({ content }) =>
      [...content.matchAll(/src="pic:([^"]+)"/g)].flatMap(found => found[1] ?? []),
    ),
  ])
}

const repeated = (what: string, keys: string[]): string[] =>
  keys.filter((key, i) => keys.indexOf(key) !== i).map(key => `${what} ${key} twice`)
