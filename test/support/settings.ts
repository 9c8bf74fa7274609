import { setSetting } from '../../server/domains/site/settings'
import type { Shop } from './shop'

/** As the shop keeper's tool sets it. */
export const set = ({ app, merchantId }: Pick<Shop, 'app' | 'merchantId'>, key: string, value: string) =>
  app.services.transaction(tx => setSetting(tx, merchantId, { key, value }, app.services.clock.now(), false))
