import { randomInt } from 'node:crypto'
import { atRate, type Fen, fen } from '../../contract/money'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { demoGoods } from './demo-goods'
import { mapIn, type PhpForm, textIn } from './form'

export interface SimulatedGoods {
  /** 16 letters and digits. */
  id: string
  title: string
  thumb?: string
  priceFen: number
  stock: number
  /** 0 card codes, 1 virtual, 2 physical. */
  type: 0 | 1 | 2
  /** What the buyer has to fill in. */
  field?: string[]
}

export interface SimulatedCode {
  number: string
  password: string
}

/** What was really sold and charged, whatever the caller was told. */
export interface SimulatedPurchase {
  orderId: string
  orderNumber: string
  goodsId: string
  type: 0 | 1 | 2
  quantity: number
  priceFen: Fen
  mobile: string
  fields: Record<string, string>
  codes: SimulatedCode[]
  soldAt: Date
  /** Its parcel has left; only for physical goods. */
  sentAt?: Date
}

/** How a sale goes wrong on the supplier's side. */
export interface Slip {
  duplicateCode?: boolean
  shortGoodsInfo?: boolean
  /** Stands before each code, which then comes without a number. */
  before?: string
}

/** The supplier's code for a refusal: nothing was sold. */
export type SupplierRefusal = 40000 | 40004 | 40005 | 40006 | 40007 | 40008

const MOST_PURCHASES = 10_000
const MOST_PER_ORDER = 100

export function createSupplier(clock: Clock, balance: number, goodsAtStart: readonly SimulatedGoods[] = demoGoods) {
  const goods = new Map(goodsAtStart.map(item => [item.id, { ...item }]))
  const purchases = new Map<string, SimulatedPurchase>()
  const supplier = { goods, purchases, balanceFen: fen(balance), buy }

  /** Sells or refuses. The order of the checks decides which refusal a caller with two mistakes hears. */
  function buy(form: PhpForm, slip: Slip): SimulatedPurchase | SupplierRefusal {
    const wish = readWish(form)
    if (typeof wish === 'number') return wish
    const { goodsId, quantity, mobile, fields } = wish
    const item = goods.get(goodsId)
    if (!item) return 40005
    if (!/^1[3-9]\d{9}$/.test(mobile)) return 40006
    if (item.type === 1 && item.field?.some(name => !fields.get(name))) return 40000
    if (item.stock < quantity) return 40008
    const priceFen = fen(item.priceFen * quantity)
    if (supplier.balanceFen < priceFen) return 40007

    item.stock -= quantity
    supplier.balanceFen = fen(supplier.balanceFen - priceFen)
    const codes = item.type === 0 ? codesFor(quantity, slip, lastCode()) : []
    sold = codes.at(-1) ?? sold
    const filledIn = Object.fromEntries(fields)
    return keep({ goodsId, type: item.type, quantity, priceFen, mobile, fields: filledIn, codes })
  }

  let sold: SimulatedCode | undefined
  const lastCode = () => sold

  function keep(sale: Omit<SimulatedPurchase, 'orderId' | 'orderNumber' | 'soldAt'>): SimulatedPurchase {
    const orderNumber = `WL${Date.now()}${randomDigits(6)}`
    const purchase = { orderId: randomText(16), orderNumber, ...sale, soldAt: clock.now() }
    remember(purchases, purchase.orderId, purchase, MOST_PURCHASES)
    return purchase
  }

  return supplier
}

/** The fields of a purchase. `goods_moblie` is how this supplier spells it. */
function readWish(form: PhpForm) {
  const [goodsId, count, mobile] = ['goods_id', 'goods_num', 'goods_moblie'].map(name => textIn(form, name))
  if (!goodsId || !count || !mobile) return 40000
  const quantity = /^\d{1,6}$/.test(count) ? Number(count) : 0
  if (quantity < 1 || quantity > MOST_PER_ORDER) return 40004
  return { goodsId, quantity, mobile, fields: mapIn(form, 'goods_field') }
}

export type Supplier = ReturnType<typeof createSupplier>

/** Makes some goods, or all, dearer by a tenth or sold out, as happens between a look and a purchase. */
export function drift({ goods }: Supplier, what: 'price' | 'stock', goodsId?: string): void {
  for (const item of goods.values()) {
    if (goodsId && item.id !== goodsId) continue
    if (what === 'stock') item.stock = 0
    else item.priceFen = Math.max(item.priceFen + 1, atRate(fen(item.priceFen), 11_000))
  }
}

function codesFor(quantity: number, slip: Slip, soldBefore: SimulatedCode | undefined): SimulatedCode[] {
  const codes = Array.from({ length: quantity - Number(slip.shortGoodsInfo ?? false) }, () => newCode(slip.before))
  const repeated = soldBefore ?? codes.at(-1)
  if (slip.duplicateCode && repeated && codes.length > 0) codes[0] = repeated
  return codes
}

/** Ten to the 32nd are possible, so that none comes twice. */
const newCode = (before = ''): SimulatedCode => ({
  number: before ? '' : randomDigits(16),
  password: before + randomDigits(16),
})

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789'
const randomText = (length: number): string => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
const randomDigits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('')
