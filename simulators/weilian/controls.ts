import type { FastifyInstance } from 'fastify'
import { toFen, toYuan } from '../../contract/money'
import { remember } from '../bounded'
import type { Clock } from '../clock'
import { ControlError, countOf, fieldsOf, oneOf, textOf } from '../control'
import { goodsRow } from './answers'
import { actions, courses, type Faults, traits } from './faults'
import type { SimulatedGoods, Supplier } from './supplier'

/** Longer than the gateway waits. */
const DELAY_MS = 15_000
const MOST_GOODS = 5_000

/** The demo's and the tests' hand on the supplier. Money is in yuan. */
export function weilianControls(app: FastifyInstance, supplier: Supplier, faults: Faults, clock: Clock): void {
  app.post('/faults', async request => {
    const fields = fieldsOf(request.body)
    const action = oneOf(fields, 'action', actions)
    const fault = oneOf(fields, 'fault', [...courses, ...traits])
    const armed = { action, fault, times: countOf(fields, 'times', 1), delayMs: countOf(fields, 'delayMs', DELAY_MS) }
    faults.arm(armed)
    return armed
  })

  app.post('/faults/clear', async () => {
    faults.clear()
    return {}
  })

  app.get('/purchases', async () => [...supplier.purchases.values()])

  app.post('/send', async request => {
    const sold = supplier.purchases.get(textOf(fieldsOf(request.body), 'orderId'))
    if (sold?.type !== 2) throw new ControlError(404, 'no such order of goods that are sent')
    sold.sentAt = clock.now()
    return { ...sold }
  })

  app.post('/goods', async request => {
    const fields = fieldsOf(request.body)
    const id = textOf(fields, 'id')
    const known = supplier.goods.get(id)
    const item = known ?? newGoods(id, fields)
    if (fields.stock !== undefined) item.stock = Math.floor(countOf(fields, 'stock'))
    if (fields.price !== undefined) item.priceFen = yuanIn(fields, 'price')
    if (!known) remember(supplier.goods, id, item, MOST_GOODS)
    return goodsRow(item)
  })

  app.post('/balance', async request => {
    supplier.balanceFen = yuanIn(fieldsOf(request.body), 'balance')
    return { balance: toYuan(supplier.balanceFen) }
  })
}

/** Goods that the supplier did not have are card codes, and need a title, a price and a stock. */
function newGoods(id: string, fields: Record<string, unknown>): SimulatedGoods {
  if (fields.title === undefined) throw new ControlError(404, 'no such goods; new goods need a title, price and stock')
  return {
    id,
    title: textOf(fields, 'title'),
    priceFen: yuanIn(fields, 'price'),
    stock: countOf(fields, 'stock'),
    type: 0,
  }
}

function yuanIn(fields: Record<string, unknown>, name: string) {
  try {
    return toFen(countOf(fields, name))
  } catch {
    throw new ControlError(400, `${name} must be yuan with two decimals at most`)
  }
}
