/** Distribution as a shop keeper sets it up. */
import { fen } from '../../contract/money'
import { setTerms } from '../../server/domains/fx/keeper'
import { approve } from '../../server/domains/fx/sellers'
import { dataOf, type Person, signIn } from './people'
import type { Shop } from './shop'

/** In basis points, the nearest first. */
export const openDistribution = ({ app, merchantId }: Shop, rates: [number, number, number], price = 9900) => {
  const [rate1_bp, rate2_bp, rate3_bp] = rates
  const terms = { can_apply: 1, can_buy: 1, price_fen: fen(price), rate1_bp, rate2_bp, rate3_bp }
  return app.services.transaction(tx => setTerms(tx, merchantId, terms))
}

/** A distributor, below another where one is named. */
export async function seller(shop: Shop, name: string, above?: Person): Promise<Person> {
  const person = await signIn(shop, name)
  if (above) await dataOf(shop.wxapi.bindSeller({ token: person.token, uid: above.uid }))
  const { transaction, clock } = shop.app.services
  await transaction(tx => approve(tx, shop.merchantId, person.uid, clock.now()))
  return person
}
