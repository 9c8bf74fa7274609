/** Holds what the supplier really sold against what buyers hold and what waits for a person, piece by piece. */
import type { Db } from '../../server/db/database'
import { readJson } from '../../server/json'
import type { SimulatedPurchase } from '../../simulators/weilian/supplier'
import type { Wxapi } from './client'
import { dataOf, type Person } from './people'
import type { Shop } from './shop'
import { supplyOf } from './upstream'

/** One row of the table: what became of the purchases of one scene. */
export interface MatrixRow {
  scene: string
  purchases: number
  /** What the supplier sold, whatever it said. */
  sold: number
  withBuyers: number
  /** Sold, and a person has to look. */
  waitsSold: number
  /** Not sold, and a person has to look. */
  waitsUnsold: number
  /** Surely not sold: refused, or the money went back. */
  refused: number
  twice: number
  lost: number
  /** Codes that stand in the order of somebody who did not buy them, or in two orders. */
  strangers: number
  /** Purchases that nobody is at any more and that came to no end. */
  stuck: number
}

/** One line of an order, as its buyer sees it, and how its purchase stands. */
export interface SeenLine {
  mark: string
  number: number
  state: string
  codes: string[]
}

export interface Sight {
  look(placed: Placed): Promise<SeenLine[]>
  sold: readonly SimulatedPurchase[]
}

export interface Placed {
  buyer: Person
  orderId: number
}

const WAITS = ['unknown', 'incomplete']
const ENDED_WITHOUT = ['rejected', 'refunded']

/** Every purchase has a mark of its own among its fields, by which both sides know it. */
export const MARK = '标记'

export async function tally(scene: string, { look, sold }: Sight, placed: readonly Placed[]) {
  const row: MatrixRow = {
    scene,
    purchases: 0,
    sold: 0,
    withBuyers: 0,
    waitsSold: 0,
    waitsUnsold: 0,
    refused: 0,
    twice: 0,
    lost: 0,
    strangers: 0,
    stuck: 0,
  }
  const soldTo = new Map<string, Set<string>>()
  for (const { fields, codes } of sold)
    for (const { password } of codes) soldTo.set(password, (soldTo.get(password) ?? new Set()).add(fields[MARK] ?? ''))
  // A code that the supplier sold twice is shown to one of the two, whose answer came first, and never to both.
  const shownTo = new Map<string, string>()
  const isStrange = (code: string, mark: string): boolean => {
    const first = shownTo.get(code) ?? mark
    shownTo.set(code, first)
    return first !== mark || !soldTo.get(code)?.has(mark)
  }
  for (const one of placed) {
    for (const { mark, number, state, codes } of await look(one)) {
      const shown = codes.map(passwordIn)
      const sales = sold.filter(({ fields }) => fields[MARK] === mark)
      const owned = sales.flatMap(sale => sale.codes.map(({ password }) => password))
      count(row, { state, sales: sales.length, isWhole: isWhole(owned, shown, number) })
      row.strangers += shown.filter(code => isStrange(code, mark)).length
    }
  }
  return row
}

/** Number and password may come in one piece: `number----password`. */
const passwordIn = (coupon: string): string => coupon.split('----').at(-1) ?? coupon

const isWhole = (owned: readonly string[], shown: readonly string[], number: number): boolean =>
  shown.length === number && shown.every(code => owned.includes(code))

function count(row: MatrixRow, { state, sales, isWhole }: { state: string; sales: number; isWhole: boolean }): void {
  row.purchases += 1
  row.sold += sales
  if (sales > 1) row.twice += 1
  if (['planned', 'sending', ''].includes(state)) row.stuck += 1
  if (sales === 0) {
    if (WAITS.includes(state)) row.waitsUnsold += 1
    if (ENDED_WITHOUT.includes(state)) row.refused += 1
  } else if (isWhole && state === 'bought') row.withBuyers += 1
  else if (WAITS.includes(state)) row.waitsSold += 1
  else row.lost += 1
}

type Home = Pick<Shop, 'merchantId'> & { db: Db }

/** Where the shop that took the order is the one that buys: a line tells its mark. */
export const lookAlone =
  (wxapi: Wxapi, home: Home) =>
  async ({ buyer, orderId }: Placed): Promise<SeenLine[]> => {
    const { goodsCoupons = [], goods } = await dataOf(wxapi.orderDetail(buyer.token, orderId))
    const states = await statesOf(home, orderId)
    return goods.map(({ id, number, fields }) => ({
      mark: fields?.find(({ key }) => key === MARK)?.value ?? '',
      number,
      state: states.get(id) ?? '',
      codes: goodsCoupons.filter(({ orderGoodsId }) => orderGoodsId === id).map(({ coupon }) => coupon),
    }))
  }

/** Beside a hosted service: an order there has one line, and its mark in what the buyer told. */
export const lookBeside =
  (hosted: Wxapi, proxy: Pick<Shop, 'origin'>, home: Home) =>
  async ({ buyer, orderId }: Placed): Promise<SeenLine[]> => {
    const { goods, extJson } = await dataOf(hosted.orderDetail(buyer.token, orderId))
    const { code, data } = await supplyOf(proxy, buyer, orderId)
    if (code !== 0) throw new Error(`the proxy refuses with ${code}`)
    const mirror = await home.db
      .selectFrom('upstream_orders')
      .select('order_id')
      .where('merchant_id', '=', home.merchantId)
      .where('upstream_id', '=', String(orderId))
      .executeTakeFirstOrThrow()
    const [state = ''] = (await statesOf(home, mirror.order_id)).values()
    const codes = (data?.goodsCoupons ?? []).map(({ coupon }) => coupon)
    return goods.map(({ number }) => ({ mark: String(extJson[MARK] ?? ''), number, state, codes }))
  }

async function statesOf({ db, merchantId }: Home, orderId: number): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('supply_purchases')
    .select(['order_line_id', 'state', 'fields_json'])
    .where('merchant_id', '=', merchantId)
    .where('order_id', '=', orderId)
    .execute()
  for (const { fields_json } of rows)
    if (!readJson<Record<string, string>>(fields_json)[MARK]) throw new Error('a purchase without its mark')
  return new Map(rows.map(({ order_line_id, state }) => [order_line_id, state]))
}

/** What is wrong in a row; nothing when all that was sold is accounted for. */
export function wrongIn(row: MatrixRow): Partial<MatrixRow> {
  const { sold, withBuyers, waitsSold, waitsUnsold, refused, purchases } = row
  const open = {
    ...(row.twice && { twice: row.twice }),
    ...(row.lost && { lost: row.lost }),
    ...(row.strangers && { strangers: row.strangers }),
    ...(row.stuck && { stuck: row.stuck }),
  }
  const adds = sold === withBuyers + waitsSold && purchases === withBuyers + waitsSold + waitsUnsold + refused
  return adds ? open : { ...open, ...row }
}

/** The table that the command prints. */
export function tableOf(title: string, rows: readonly MatrixRow[]): string {
  const columns = Object.keys(rows[0] ?? {}) as (keyof MatrixRow)[]
  const total = Object.fromEntries(
    columns.map(name => [name, name === 'scene' ? 'all' : rows.reduce((sum, row) => sum + Number(row[name]), 0)]),
  ) as unknown as MatrixRow
  const lines = [...rows, total].map(row => `| ${columns.map(name => row[name]).join(' | ')} |`)
  return [`\n${title}\n`, `| ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length)}`, ...lines].join('\n')
}
