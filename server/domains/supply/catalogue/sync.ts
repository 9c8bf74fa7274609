/** Our catalogue follows the supplier's, row by row: one that cannot be written does not stop the others. */

import { touch } from '../../../cache'
import type { Database, Db, Tx } from '../../../db/database'
import type { WeilianGoods } from '../../../gateways/weilian'
import { readJson, writeJson } from '../../../json'
import { insertGoods } from '../../goods/save'
import type { OrderField } from '../../goods/shapes'
import { settingOf } from '../../site/settings'
import { parseMarkup } from './markup'
import { type KnownGoods, planSync, type Step, stepText, type Update, type Wish } from './plan'

/** Setting: how prices follow from costs, such as `20% .9`. Without it prices stay, but never below the cost. */
const MARKUP_SETTING = 'weilian_markup'

const SUPPLIER = 'weilian'
const PHYSICAL = 2

interface Tools {
  database: Pick<Database, 'db' | 'transaction'>
  /** Copies a picture of the supplier into our own store. Throws when it is none. */
  savePicture(address: string): Promise<string>
  now: Date
}

export interface Result {
  done: number
  /** What could not be written, a line each. */
  problems: string[]
}

/** What a sync would do. Refuses a mark-up rule that says nothing sensible. */
export async function planFor(
  db: Db,
  merchantId: number,
  goods: readonly WeilianGoods[],
  add: Wish['add'],
): Promise<Step[]> {
  const text = await settingOf(db, merchantId, MARKUP_SETTING)
  const rule = text === undefined ? undefined : parseMarkup(text)
  if (text !== undefined && !rule) throw new BadMarkup(text)
  return planSync(goods, await knownGoods(db, merchantId), { rule, add })
}

export class BadMarkup extends Error {
  constructor(text: string) {
    super(`加价规则看不懂：${text}，应如 20% .9 / the mark-up rule is not understood`)
  }
}

export async function applySteps(
  merchantId: number,
  steps: readonly Step[],
  tools: Tools,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Result> {
  const result: Result = { done: 0, problems: [] }
  for (const [i, step] of steps.entries()) {
    try {
      if (step.kind === 'problem') result.problems.push(stepText(step))
      else {
        await applyStep(merchantId, step, tools, result)
        result.done += 1
      }
    } catch (error) {
      result.problems.push(`${stepText(step)}：${error instanceof Error ? error.message : error}`)
    }
    onProgress(i + 1, steps.length)
  }
  return result
}

async function applyStep(merchantId: number, step: Exclude<Step, { kind: 'problem' }>, tools: Tools, result: Result) {
  const { transaction } = tools.database
  if (step.kind === 'update') {
    await transaction(tx => updateFrom(tx, merchantId, step.known, step.goods, step.update, tools.now))
    return
  }
  // Before the transaction: nothing that waits for somebody outside is inside one.
  const pic = step.goods.thumb
    ? await tools.savePicture(step.goods.thumb).catch((error: Error) => {
        result.problems.push(`! ${step.goods.id} ${step.goods.title}：图片 ${error.message}`)
        return ''
      })
    : ''
  await transaction(tx => addFrom(tx, merchantId, step, pic, tools.now))
}

async function addFrom(
  tx: Tx,
  merchantId: number,
  { goods, priceFen, stock }: Extract<Step, { kind: 'add' }>,
  pic: string,
  now: Date,
): Promise<void> {
  const kind = goods.type ?? 0
  const freightId = kind === PHYSICAL ? await someFreight(tx, merchantId) : null
  if (freightId === undefined) throw new Error('实物商品要先有一个运费模板 / needs a freight template')
  const id = await insertGoods(
    tx,
    merchantId,
    {
      name: goods.title.slice(0, 200),
      pic,
      freightId,
      skus: [{ values: [], priceFen, stock }],
      supply: { type: SUPPLIER, goodsId: goods.id, kind, fields: kind === PHYSICAL ? [] : goods.fields.map(fieldFor) },
      isOnShelf: stock > 0,
    },
    now,
  )
  await remember(tx, merchantId, id, goods, stock === 0, now)
}

/** What must be told before it is bought. */
export const fieldFor = (name: string): OrderField => ({ key: name, label: name, placeholder: '', required: true })

async function someFreight(tx: Tx, merchantId: number): Promise<number | undefined> {
  const row = await tx
    .selectFrom('freight_templates')
    .select('id')
    .where('merchant_id', '=', merchantId)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

async function updateFrom(
  tx: Tx,
  merchantId: number,
  known: KnownGoods,
  goods: WeilianGoods | undefined,
  { name, priceFen, stock, fields, isOnShelf }: Update,
  now: Date,
): Promise<void> {
  const ours = { ...(priceFen !== undefined && { price_fen: priceFen }) }
  // While sale is stopped, stock lies beside the shelf.
  for (const isHeld of stock === undefined ? [] : [false, true]) {
    await tx
      .updateTable('skus')
      .set(isHeld ? { held_stock: stock } : { stock })
      .where('merchant_id', '=', merchantId)
      .where('goods_id', '=', known.id)
      .where('held_stock', isHeld ? 'is not' : 'is', null)
      .execute()
  }
  if (priceFen !== undefined)
    await tx
      .updateTable('skus')
      .set(ours)
      .where('merchant_id', '=', merchantId)
      .where('goods_id', '=', known.id)
      .execute()
  await tx
    .updateTable('goods')
    .set({
      updated_at: now.getTime(),
      ...(name !== undefined && { name: name.slice(0, 200) }),
      ...(priceFen !== undefined && { min_price_fen: priceFen }),
      ...(fields && { order_fields_json: writeJson(fields.map(fieldFor)) }),
      ...(isOnShelf !== undefined && { status: isOnShelf ? 0 : 1 }),
    })
    .where('merchant_id', '=', merchantId)
    .where('id', '=', known.id)
    .execute()
  const isTakenOff = isOnShelf === false || (isOnShelf === undefined && known.wasTakenOff)
  await remember(tx, merchantId, known.id, goods, isTakenOff, now)
  touch(tx, merchantId, 'catalogue', [known.id])
}

/** What the supplier said, so that the next time we know what is the shop keeper's own. */
async function remember(
  tx: Tx,
  merchantId: number,
  goodsId: number,
  goods: WeilianGoods | undefined,
  isTakenOff: boolean,
  now: Date,
): Promise<void> {
  const said = {
    is_taken_off: isTakenOff ? 1 : 0,
    updated_at: now.getTime(),
    ...(goods && { title: goods.title.slice(0, 200), cost_fen: goods.priceFen ?? null }),
  }
  await tx
    .insertInto('supply_goods')
    .values({ merchant_id: merchantId, goods_id: goodsId, title: '', ...said })
    .onConflict(conflict => conflict.columns(['merchant_id', 'goods_id']).doUpdateSet(said))
    .execute()
}

/** Goods with one choice: the supplier knows no others. */
async function knownGoods(db: Db, merchantId: number): Promise<KnownGoods[]> {
  const rows = await db
    .selectFrom('goods')
    .innerJoin('skus', join =>
      join.onRef('skus.merchant_id', '=', 'goods.merchant_id').onRef('skus.goods_id', '=', 'goods.id'),
    )
    .leftJoin('supply_goods as said', join =>
      join.onRef('said.merchant_id', '=', 'goods.merchant_id').onRef('said.goods_id', '=', 'goods.id'),
    )
    .select(['goods.id', 'goods.name', 'goods.status', 'goods.supply_goods_id', 'goods.supply_kind'])
    .select(['goods.order_fields_json', 'skus.price_fen', 'skus.stock', 'skus.held_stock'])
    .select(['said.title', 'said.is_taken_off'])
    .where('goods.merchant_id', '=', merchantId)
    .where('goods.supply_type', '=', SUPPLIER)
    .where('skus.pairs', '=', '')
    .orderBy('goods.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    supplierId: row.supply_goods_id,
    name: row.name,
    priceFen: row.price_fen,
    stock: row.held_stock ?? row.stock,
    isOnShelf: row.status === 0,
    fields: readJson<OrderField[]>(row.order_fields_json).map(({ key }) => key),
    lastTitle: row.title ?? undefined,
    wasTakenOff: row.is_taken_off === 1,
  }))
}
