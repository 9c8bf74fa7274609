import type { Services } from '../../services'
import { openidOf } from '../user/wechat-identity'
import type { WhoPaid } from './port'

/** Whose payment it is, as WeChat knows them. */
export const payerOf =
  ({ db, gateways }: Pick<Services, 'db' | 'gateways'>, row: { merchant_id: number; user_id: number }): WhoPaid =>
  async () =>
    (await openidOf(db, row.merchant_id, gateways.appid, row.user_id))?.openid
