import { toFen } from '../../contract/money'
import type { SimulatedGoods } from '../../simulators'
import type { DemoCatalog } from './catalog/types'

const SHARE_OF_PRICE = 0.9

/** What the simulated supplier must sell, so that the shop has something to buy: at nine tenths of the shop's price. */
export const suppliedGoods = ({ goods }: DemoCatalog): SimulatedGoods[] =>
  goods.flatMap(({ supply, name, price, stock }) =>
    supply
      ? [
          {
            id: supply.goodsId,
            title: name,
            priceFen: Math.floor(toFen(price) * SHARE_OF_PRICE),
            stock: Math.max(stock, 1000),
            type: supply.kind,
            field: (supply.fields ?? []).map(({ key }) => key),
          },
        ]
      : [],
  )
