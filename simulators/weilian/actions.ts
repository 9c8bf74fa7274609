import { toYuan } from '../../contract/money'
import type { Clock } from '../clock'
import { codesAs, fullOrderRow, goodsRow, type Json, orderRow, type WeilianStyle } from './answers'
import type { Action, Trait } from './faults'
import { mapIn, type PhpForm, textIn } from './form'
import { drift, type SimulatedPurchase, type Supplier } from './supplier'

export interface Outcome {
  code: number
  content?: Json[] | { [name: string]: Json }
}

interface Circumstances {
  form: PhpForm
  traits: ReadonlySet<Trait>
  style: WeilianStyle
  clock: Clock
}

/** Orders younger than this are missing from a list that lags. */
const LAG_MS = 60_000

/** Does what a call asks for, drifting before a purchase and after a look. */
export function perform(action: Action, supplier: Supplier, circumstances: Circumstances): Outcome {
  const { form, traits } = circumstances
  const isPurchase = action === 'buygoods'
  const goodsId = isPurchase ? textIn(form, 'goods_id') : undefined
  const driftNow = () => {
    if (traits.has('priceDrift')) drift(supplier, 'price', goodsId)
    if (traits.has('stockDrift')) drift(supplier, 'stock', goodsId)
  }
  if (isPurchase) driftNow()
  const outcome = doers[action](supplier, circumstances)
  if (!isPurchase) driftNow()
  return outcome
}

const doers: Record<Action, (supplier: Supplier, circumstances: Circumstances) => Outcome> = {
  batchselectgoods: ({ goods }) => rows([...goods.values()].map(goodsRow)),

  getmultiplegoods({ goods }, { form }) {
    const ids = [...mapIn(form, 'goods_number').values()]
    if (ids.length === 0) return { code: 40000 }
    return rows(ids.flatMap(id => goods.get(id) ?? []).map(goodsRow))
  },

  buygoods(supplier, { form, traits, style }) {
    const slip = {
      duplicateCode: traits.has('duplicateCode'),
      shortGoodsInfo: traits.has('shortGoodsInfo'),
      before: traits.has('linkCodes')
        ? 'https://quan.example.com/c/'
        : traits.has('scriptCodes')
          ? 'javascript:alert(1)//'
          : '',
    }
    const sold = supplier.buy(form, slip)
    if (typeof sold === 'number') return { code: sold }
    const info = codesAs(sold.codes, style.goodsInfo)
    return { code: 1, content: { orderid: sold.orderId, goods_info: info, money: toYuan(supplier.balanceFen) } }
  },

  getorder: (supplier, circumstances) => rows(visible(supplier, circumstances).map(fullOrderRow)),

  mallorder: (supplier, circumstances) => rows(visible(supplier, circumstances).map(orderRow)),

  delivergoods({ purchases }, { form }) {
    const orderId = textIn(form, 'order_id')
    if (!orderId) return { code: 40000 }
    return { code: purchases.has(orderId) ? 8888 : 40005 }
  },
}

const rows = (content: Json[]): Outcome => ({ code: 8888, content })

/** The newest first, as back offices list them. */
function visible({ purchases }: Supplier, { traits, clock }: Circumstances): SimulatedPurchase[] {
  if (traits.has('hiddenOrders')) return []
  const latest = clock.now().getTime() - (traits.has('lag') ? LAG_MS : 0)
  return [...purchases.values()].filter(({ soldAt }) => soldAt.getTime() <= latest).reverse()
}
