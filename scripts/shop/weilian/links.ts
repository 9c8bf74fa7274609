/** Beside a hosted service: which of its goods the supplier delivers. */
import { yuanText } from '../../../contract/money'
import { choiceFrom, type Link, listLinks, removeLink, saveLink } from '../../../server/domains/supply/upstream/links'
import type { WeilianGoods } from '../../../server/gateways/weilian'
import { CommandError } from '../context'
import { type CsvRow, fieldOf, readCsv } from '../csv'
import { withSupplier } from './account'
import type { Desk } from './desk'

const SUPPLIER = 'weilian'

export async function listOfLinks({ shop, merchant }: Desk): Promise<void> {
  const links = await listLinks(shop.database.db, merchant.id)
  if (links.length === 0) return console.log('还没有关联商品 / no goods are linked')
  for (const link of links) console.log(lineFor(link))
}

const lineFor = ({ goodsId, choice, supplierGoodsId, title }: Link): string =>
  `商品 ${goodsId}${choice ? `（${choice}）` : ''} → ${supplierGoodsId} ${title}`.trimEnd()

/** Asks the supplier for the goods first: what it does not sell is not linked. */
export async function link(desk: Desk, [goodsId = '', supplierGoodsId = '']: string[]): Promise<void> {
  await saveAll(desk, [{ goodsId, supplierGoodsId, choice: String(desk.values.choice ?? ''), line: 0 }])
}

const GOODS = ['商品号', 'goodsId'] as const
const CHOICE = ['规格', 'choice'] as const
const SUPPLIED = ['供货商商品号', 'supplierGoodsId'] as const

/** All rows of a file or, when one is wrong, none. */
export async function linkFile(desk: Desk, [file = '']: string[]): Promise<void> {
  const rows = readCsv(file, [GOODS, SUPPLIED])
  if (rows.length === 0) throw new CommandError('文件里没有内容 / the file is empty')
  await saveAll(desk, rows.map(wishFrom))
}

interface Wish {
  goodsId: string
  supplierGoodsId: string
  choice: string
  /** In the file. */
  line: number
}

const wishFrom = (row: CsvRow): Wish => ({
  goodsId: fieldOf(row, GOODS) ?? '',
  supplierGoodsId: fieldOf(row, SUPPLIED) ?? '',
  choice: fieldOf(row, CHOICE) ?? '',
  line: row.line,
})

async function saveAll({ shop, merchant }: Desk, wishes: Wish[]): Promise<void> {
  const ids = [...new Set(wishes.map(({ supplierGoodsId }) => supplierGoodsId).filter(Boolean))]
  const goods = ids.length ? await withSupplier(shop, weilian => weilian.goodsById(ids)) : []
  const found = wishes.map(wish => ({ wish, goods: goods.find(({ id }) => id === wish.supplierGoodsId) }))
  const problems = found.flatMap(({ wish, goods }) => {
    const problem = problemWith(wish, goods)
    return problem ? [wish.line ? `第 ${wish.line} 行：${problem}` : problem] : []
  })
  if (problems.length) throw new CommandError(problems.join('\n'))
  await shop.database.transaction(async tx => {
    for (const { wish, goods } of found) if (goods) await saveLink(tx, merchant.id, linkFrom(wish, goods), shop.now)
  })
  for (const { wish, goods } of found)
    if (goods) console.log(`${lineFor(linkFrom(wish, goods))}，供货价 ¥${yuanText(goods.priceFen ?? (0 as never))}`)
}

function problemWith({ goodsId, supplierGoodsId }: Wish, goods: WeilianGoods | undefined): string | undefined {
  if (!/^[1-9]\d{0,14}$/.test(goodsId)) return `商品号应为托管服务里的数字编号 / no goods number: ${goodsId}`
  if (!goods) return `供货商没有商品 ${supplierGoodsId} / the supplier has no such goods`
  if (goods.type === undefined || goods.priceFen === undefined)
    return `供货商没有说明 ${supplierGoodsId} 的类型或价格 / its type or price is not known`
}

const linkFrom = ({ goodsId, choice }: Wish, { id, type = 0, fields, title }: WeilianGoods): Link => ({
  goodsId,
  choice: choiceFrom(choice),
  supplier: SUPPLIER,
  supplierGoodsId: id,
  kind: type,
  fields,
  title,
})

export async function unlink({ shop, merchant, values }: Desk, [goodsId = '']: string[]): Promise<void> {
  const choice = choiceFrom(String(values.choice ?? ''))
  const wasThere = await shop.database.transaction(tx => removeLink(tx, merchant.id, goodsId, choice))
  if (!wasThere) throw new CommandError(`没有这个关联 / it is not linked: ${goodsId} ${choice}`)
  console.log('已取消关联；已开始的订单照常 / no longer linked, orders under way go on')
}
