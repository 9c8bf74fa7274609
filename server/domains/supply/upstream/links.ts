/** Which goods of the hosted service come from a supplier, as the shop keeper says. */
import type { Selectable } from 'kysely'
import { sortedPairs } from '../../../../contract/fields'
import type { Db, Tx } from '../../../db/database'
import type { UpstreamGoodsTable } from '../../../db/tables'
import type { UpstreamLine } from '../../../gateways/wxapi'
import { readJson, writeJson } from '../../../json'

/** Sent in parcels; the supplier is told the address. */
export const PHYSICAL = 2

export interface Link {
  goodsId: string
  /** Empty for all choices. */
  choice: string
  supplier: string
  supplierGoodsId: string
  kind: number
  fields: string[]
  title: string
}

const linkOf = (row: Selectable<UpstreamGoodsTable>): Link => ({
  goodsId: row.goods_id,
  choice: row.choice,
  supplier: row.supplier,
  supplierGoodsId: row.supplier_goods_id,
  kind: row.kind,
  fields: readJson<string[]>(row.fields_json),
  title: row.title,
})

/** The lines that a supplier delivers. Goods of which single choices are linked are delivered in these choices only. */
export async function linksFor(
  db: Db,
  merchantId: number,
  lines: readonly UpstreamLine[],
): Promise<Map<UpstreamLine, Link>> {
  const rows = await db
    .selectFrom('upstream_goods')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('goods_id', 'in', [...new Set(lines.map(({ goodsId }) => goodsId))])
    .execute()
  const links = rows.map(linkOf)
  return new Map(
    lines.flatMap(line => {
      const own = links.filter(({ goodsId }) => goodsId === line.goodsId)
      const names = [line.choice, line.pairs, choiceFrom(line.pairs)]
      const exact = own.find(({ choice }) => choice !== '' && names.includes(choice))
      const link = exact ?? (own.every(({ choice }) => choice === '') ? own[0] : undefined)
      return link ? [[line, link] as const] : []
    }),
  )
}

/**
 * What must be told with an order of these goods, whichever choice it will be: asked once too often does no harm. An order has
 * one answer for each name.
 */
export async function fieldNames(db: Db, merchantId: number, goodsIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('upstream_goods')
    .select('fields_json')
    .where('merchant_id', '=', merchantId)
    .where('goods_id', 'in', goodsIds)
    .where('kind', '!=', PHYSICAL)
    .orderBy('goods_id')
    .orderBy('choice')
    .execute()
  return [...new Set(rows.flatMap(row => readJson<string[]>(row.fields_json)))]
}

/** `2:4,1:2,` and `1:2,2:4` are the same choice; words stay as they are. */
export const choiceFrom = (text: string): string => (/^[\d:,\s]*$/.test(text) ? sortedPairs(text) : text.trim())

export async function saveLink(tx: Tx, merchantId: number, link: Link, now: Date): Promise<void> {
  const row = {
    supplier: link.supplier,
    supplier_goods_id: link.supplierGoodsId,
    kind: link.kind,
    fields_json: writeJson(link.fields),
    title: link.title,
    updated_at: now.getTime(),
  }
  await tx
    .insertInto('upstream_goods')
    .values({ merchant_id: merchantId, goods_id: link.goodsId, choice: link.choice, ...row })
    .onConflict(conflict => conflict.columns(['merchant_id', 'goods_id', 'choice']).doUpdateSet(row))
    .execute()
}

/** Answers whether there was one. Orders that were begun go on. */
export async function removeLink(tx: Tx, merchantId: number, goodsId: string, choice: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('upstream_goods')
    .where('merchant_id', '=', merchantId)
    .where('goods_id', '=', goodsId)
    .where('choice', '=', choice)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const listLinks = async (db: Db, merchantId: number): Promise<Link[]> =>
  (
    await db
      .selectFrom('upstream_goods')
      .selectAll()
      .where('merchant_id', '=', merchantId)
      .orderBy('goods_id')
      .orderBy('choice')
      .execute()
  ).map(linkOf)
