import type { Fen } from '../../../contract/money'
import { GatewayError } from '../error'
import { openLine } from '../http'
import type { JsonObject } from '../json'
import { fieldsOf, isReading, orderIdIn, PARTY, readAnswer, rowsOf, type WeilianAction } from './answers'
import { type CardCode, readCodes } from './codes'
import { type PhpValue, phpForm } from './form'
import { readGoods, readOrder, readYuan, type WeilianGoods, type WeilianGoodsType, type WeilianOrder } from './rows'
import { type WeilianAccount, weilianToken } from './token'

export type { CardCode } from './codes'
export type { WeilianGoods, WeilianGoodsType, WeilianOrder } from './rows'

export interface WeilianSettings extends WeilianAccount {
  /** `https://app.weilian.xin/api`, or a simulator's address; called exactly as written, slash or no slash at the end. */
  baseUrl: string
  timeoutMs?: number
}

export interface PurchaseWish {
  goodsId: string
  quantity: number
  /** The only thing beside `fields` by which the purchase can be found again among the supplier's orders. */
  mobile: string
  /** What the goods ask the buyer for, by name. */
  fields?: Readonly<Record<string, string>>
  /** Card codes are expected for type 0 only, which is assumed. */
  type?: WeilianGoodsType
}

/** What was bought. Not `complete`: money is gone and something is missing or odd, so a human has to look. */
export type Purchase = { codes: CardCode[] /** Our money at the supplier, afterwards. */; balanceFen?: Fen } & (
  | { complete: true; orderId: string }
  | { complete: false; orderId?: string }
)

/**
 * A supplier of card codes. Calls throw `GatewayError` with `missingParameter`, `noApiRight`, `credentials`, `frozen`,
 * `badQuantity`, `goodsUnknown`, `badMobile`, `balanceShort`, `outOfStock` (`sent: 'yes'`: nothing was sold); with
 * `orderFailed`, `unknownCode`, `unreadable`, `badStatus` (`sent: 'maybe'`); and with what a line throws.
 */
export interface Weilian {
  goods(): Promise<WeilianGoods[]>
  goodsById(ids: readonly string[]): Promise<WeilianGoods[]>
  /**
   * Spends money, and the supplier knows no key that would make a repeat harmless: after `sent: 'maybe'` it must never
   * simply be called again.
   */
  buy(wish: PurchaseWish): Promise<Purchase>
  orders(): Promise<WeilianOrder[]>
  mallOrders(): Promise<WeilianOrder[]>
  /** Reports an order as sent: what a seller does with physical goods. Not to be repeated by a program. */
  deliver(orderId: string): Promise<void>
  /** Ends the connections. */
  end(): Promise<void>
}

/** PHP drops the fields of a form past its thousandth without a word. */
const IDS_PER_CALL = 100

export function createWeilian(settings: WeilianSettings): Weilian {
  const { call, end } = createCaller(settings)
  const list = async (action: WeilianAction, fields?: Fields) => rowsOf(await call(action, fields), action)

  return {
    async goods() {
      return (await list('batchselectgoods')).map(readGoods)
    },

    async goodsById(ids) {
      const goods: WeilianGoods[] = []
      for (let i = 0; i < ids.length; i += IDS_PER_CALL) {
        const rows = await list('getmultiplegoods', { goods_number: ids.slice(i, i + IDS_PER_CALL) })
        goods.push(...rows.map(readGoods))
      }
      return goods
    },

    async buy(wish) {
      check(wish)
      const { goodsId, quantity, mobile, fields } = wish
      // `goods_moblie` is the supplier's own spelling.
      const form = { goods_id: goodsId, goods_num: quantity, goods_moblie: mobile, goods_field: fields }
      return purchaseOf(await call('buygoods', form), wish)
    },

    async orders() {
      return (await list('getorder')).map(readOrder)
    },

    async mallOrders() {
      return (await list('mallorder')).map(readOrder)
    },

    async deliver(orderId) {
      await call('delivergoods', { order_id: orderId })
    },

    end,
  }
}

type Fields = Readonly<Record<string, PhpValue>>

function createCaller({ baseUrl, timeoutMs, ...account }: WeilianSettings) {
  const url = new URL(baseUrl).href
  const line = openLine(PARTY, { timeoutMs, keepAlive: false })
  const { appid, user, appkey } = account
  const identity = { appid, user, appkey, token: weilianToken(account) }

  async function call(action: WeilianAction, fields: Fields = {}): Promise<JsonObject> {
    const answer = await line.send({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: phpForm({ ...identity, ...fields, do: action }),
      repeatable: isReading(action),
    })
    return readAnswer(answer, action)
  }

  return { call, end: line.end }
}

/** Refuses what would reach the supplier as something else than was meant. */
function check({ quantity, fields = {} }: PurchaseWish): void {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new GatewayError(PARTY, 'badQuantity', { sent: 'no' })
  const isMisread = ([name, text]: [string, string]) => /[[\]]|^$/.test(name) || /\p{Surrogate}/u.test(name + text)
  if (Object.entries(fields).some(isMisread)) throw new GatewayError(PARTY, 'badField', { sent: 'no' })
}

function purchaseOf(answer: JsonObject, { quantity, type = 0 }: PurchaseWish): Purchase {
  const { goods_info: info, money } = fieldsOf(answer)
  const orderId = orderIdIn(answer)
  const { codes, isClear } = readCodes(info)
  const distinct = new Set(codes.map(({ number, secret }) => `${number}\n${secret}`)).size
  const areAllThere = type !== 0 || (isClear && codes.length === quantity && distinct === quantity)
  const bought = { codes, balanceFen: readYuan(money) }
  return orderId && areAllThere ? { ...bought, complete: true, orderId } : { ...bought, complete: false, orderId }
}
