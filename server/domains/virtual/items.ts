/**
 * The items of virtual payment: each choice of a virtual product, at its price, is uploaded to WeChat and published there
 * before it can be paid for. WeChat does one task at a time, so a round takes each item one step further.
 */
import type { Selectable } from 'kysely'
import { raiseAlarm } from '../../alarms'
import type { Db, Tx } from '../../db/database'
import type { VirtualItemTable } from '../../db/tables'
import { GatewayError } from '../../gateways/error'
import type { ItemTask, Xpay } from '../../gateways/wechat/xpay'
import { enqueue, type Job } from '../../jobs/queue'
import type { Services } from '../../services'
import { isVirtualPaymentOn } from './rules'

export type ItemRow = Selectable<VirtualItemTable>
type State = 'wanted' | 'uploading' | 'publishing' | 'published' | 'failed'

const IDLE_MS = 10 * 60_000
const BUSY_MS = 30_000
/** What is published can be bought a little later. */
const EFFECTIVE_MS = 10 * 60_000
const LONGEST_NAME = 20
const AT_ONCE = 50
/** 2 is a parcel of the supplier's. */
const PHYSICAL = 2

export const itemIdOf = (skuId: number, priceFen: number) => `s${skuId}p${priceFen}`

/** Comes round by itself, sooner while something is under way. */
export async function publishVirtualItems(_: Job<'publishVirtualItems'>, services: Services): Promise<void> {
  const { db, transaction, clock, gateways } = services
  let isBusy = false
  if (gateways.xpay) {
    const shops = await db.selectFrom('merchants').select('id').orderBy('id').execute()
    for (const { id } of shops) {
      if (await isVirtualPaymentOn(db, gateways, id)) isBusy = (await oneRound(services, gateways.xpay, id)) || isBusy
    }
  }
  const now = clock.now()
  await transaction(tx => planVirtualItems(tx, new Date(now.getTime() + (isBusy ? BUSY_MS : IDLE_MS)), now))
}

export function planVirtualItems(tx: Tx, runAt: Date, now: Date): Promise<void> {
  const key = String(Math.floor(runAt.getTime() / BUSY_MS))
  return enqueue(tx, { merchantId: 0, kind: 'publishVirtualItems', key, payload: {}, runAt }, now)
}

/** Answers whether something is still under way. */
async function oneRound(services: Services, xpay: Xpay, merchantId: number): Promise<boolean> {
  const { transaction, clock, log } = services
  await transaction(tx => wantItems(tx, merchantId, clock.now()))
  const rows = await openItems(services.db, merchantId)
  for (const row of rows) {
    try {
      await oneStep(services, xpay, row)
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error
      log.warn({ err: error, item: row.item_id }, 'an item of virtual payment will be tried again')
      if (error.retry) return true
      await fail(services, row, error.code)
    }
  }
  return rows.length > 0
}

async function oneStep(services: Services, xpay: Xpay, row: ItemRow): Promise<void> {
  if (row.state === 'wanted') {
    await xpay.uploadItem({
      id: row.item_id,
      name: row.name.slice(0, LONGEST_NAME),
      priceFen: row.price_fen,
      remark: row.name,
      pictureUrl: pictureOf(services, row.pic),
    })
    return moveTo(services, row, 'uploading')
  }
  if (row.state === 'uploading') {
    if (!(await isDone(services, row, await xpay.uploadTask(row.item_id)))) return
    await xpay.publishItem(row.item_id)
    return moveTo(services, row, 'publishing')
  }
  if (await isDone(services, row, await xpay.publishTask(row.item_id))) await moveTo(services, row, 'published')
}

async function isDone(services: Services, row: ItemRow, task: ItemTask): Promise<boolean> {
  if (task.state === 'failed') await fail(services, row, task.why)
  return task.state === 'done'
}

const pictureOf = ({ config }: Services, pic: string): string =>
  pic.startsWith('/') ? `${config.publicUrl ?? `http://127.0.0.1:${config.port}`}${pic}` : pic

const moveTo = ({ statement, clock }: Services, row: ItemRow, state: State, note = ''): Promise<void> =>
  statement(async tx => {
    const at = clock.now().getTime()
    await tx
      .updateTable('virtual_items')
      .set({ state, note, updated_at: at, ...(state === 'published' && { ready_at: at + EFFECTIVE_MS }) })
      .where('merchant_id', '=', row.merchant_id)
      .where('item_id', '=', row.item_id)
      .where('state', '=', row.state)
      .execute()
  })

async function fail(services: Services, row: ItemRow, why: string): Promise<void> {
  await moveTo(services, row, 'failed', why.slice(0, 200))
  await services.transaction(tx => {
    const text = `虚拟商品「${row.name}」没有通过微信虚拟支付的上架：${why}。请改名称或图片后改价重试，或在小程序后台处理`
    return raiseAlarm(
      tx,
      { merchantId: row.merchant_id, key: `virtual-item:${row.item_id}`, text },
      services.clock.now(),
    )
  })
}

/** A row for each choice on sale that has none at its present price. */
async function wantItems(tx: Tx, merchantId: number, now: Date): Promise<void> {
  const skus = await tx
    .selectFrom('skus')
    .innerJoin('goods', join =>
      join.onRef('goods.merchant_id', '=', 'skus.merchant_id').onRef('goods.id', '=', 'skus.goods_id'),
    )
    .leftJoin('virtual_items', join =>
      join
        .onRef('virtual_items.merchant_id', '=', 'skus.merchant_id')
        .onRef('virtual_items.sku_id', '=', 'skus.id')
        .onRef('virtual_items.price_fen', '=', 'skus.price_fen'),
    )
    .select(['skus.id', 'skus.price_fen', 'goods.name', 'goods.pic'])
    .where('skus.merchant_id', '=', merchantId)
    .where('goods.supply_type', '!=', '')
    .where('goods.supply_kind', '!=', PHYSICAL)
    .where('goods.status', '=', 0)
    .where('skus.price_fen', '>', 0 as never)
    .where('virtual_items.item_id', 'is', null)
    .limit(AT_ONCE)
    .execute()
  if (skus.length === 0) return
  const at = now.getTime()
  await tx
    .insertInto('virtual_items')
    .values(
      skus.map(({ id, price_fen, name, pic }) => ({
        merchant_id: merchantId,
        item_id: itemIdOf(id, price_fen),
        sku_id: id,
        price_fen,
        name,
        pic,
        state: 'wanted',
        created_at: at,
        updated_at: at,
      })),
    )
    .onConflict(conflict => conflict.columns(['merchant_id', 'item_id']).doNothing())
    .execute()
}

const openItems = (db: Db, merchantId: number): Promise<ItemRow[]> =>
  db
    .selectFrom('virtual_items')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('state', 'in', ['wanted', 'uploading', 'publishing'])
    .orderBy('created_at')
    .orderBy('item_id')
    .limit(AT_ONCE)
    .execute()

/** The newest published item of a choice that can be bought by now. */
export const readyItem = (db: Db, merchantId: number, skuId: number, now: Date): Promise<ItemRow | undefined> =>
  db
    .selectFrom('virtual_items')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('sku_id', '=', skuId)
    .where('state', '=', 'published')
    .where('ready_at', '<=', now.getTime())
    .orderBy('price_fen', 'desc')
    .limit(1)
    .executeTakeFirst()
