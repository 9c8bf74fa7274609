/** After-sale as shoppers ask for it and the shop keeper decides. */
import {
  type Agreement,
  agreeToRefund,
  giveUnasked,
  refuseRefund,
  takeBackGoods,
} from '../../server/domains/refund/keeper'
import type { RefundRow } from '../../server/domains/refund/store'
import type { Person } from './people'
import { dataOf } from './people'
import type { Shop } from './shop'

type Server = Pick<Shop, 'app' | 'merchantId'>

export async function refundRow({ app, merchantId }: Server, id: number): Promise<RefundRow> {
  return app.services.db
    .selectFrom('refunds')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

const step = async (
  shop: Server,
  id: number,
  run: (tx: Parameters<typeof agreeToRefund>[0], row: RefundRow, now: Date) => Promise<void>,
) => {
  const row = await refundRow(shop, id)
  const { transaction, clock } = shop.app.services
  await transaction(tx => run(tx, row, clock.now()))
}

const RETURN_TO = { linkMan: '小铺售后', mobile: '13800138111', address: '杭州市西湖区文三路 1 号' }

export const agree = (shop: Server, id: number, how: Agreement = { returnTo: RETURN_TO }) =>
  step(shop, id, (tx, row, now) => agreeToRefund(tx, row, how, now))

export const refuse = (shop: Server, id: number, reason: string) =>
  step(shop, id, (tx, row, now) => refuseRefund(tx, row, reason, now))

export const cameBack = (shop: Server, id: number, how: Parameters<typeof takeBackGoods>[2] = {}) =>
  step(shop, id, (tx, row, now) => takeBackGoods(tx, row, how, now))

export function give({ app, merchantId }: Server, orderId: number, more: { amountFen?: never; lineId?: number } = {}) {
  const { transaction, clock } = app.services
  return transaction(tx => giveUnasked(tx, { merchantId, orderId, reason: '店家补偿', ...more }, clock.now()))
}

/** Asks for money back for all of an order, unless said otherwise; answers the request's id. */
export async function ask(
  { wxapi }: Pick<Shop, 'wxapi'>,
  { token }: Person,
  orderId: number,
  more: Partial<Parameters<Shop['wxapi']['refundApply']>[0]> = {},
): Promise<number> {
  const { id } = await dataOf(wxapi.refundApply({ token, orderId, type: 0, reason: '不想要了', ...more }))
  if (id === undefined) throw new Error('nothing was asked for')
  return id
}

/** The newest request for an order. */
export async function newest({ wxapi }: Pick<Shop, 'wxapi'>, { token }: Person, orderId: number) {
  const [first] = await dataOf(wxapi.refundApplyDetail(token, orderId))
  if (!first) throw new Error('there is none')
  return first
}
