/** Partner teams as a shop keeper sets them up. */
import { fen } from '../../contract/money'
import { makeLeader, makePartner, setTerms } from '../../server/domains/partner/keeper'
import type { Terms } from '../../server/domains/partner/people'
import { dataOf, type Person, signIn } from './people'
import type { Shop } from './shop'

/** Shares in basis points. */
export const openTeams = (
  { app, merchantId }: Shop,
  {
    leader = 1000,
    partner = 500,
    priceFen = 19_900,
    ...more
  }: { leader?: number; partner?: number; priceFen?: number } & Pick<
    Partial<Terms>,
    'leader_level_id' | 'member_level_id'
  > = {},
) => {
  const terms = { is_open: 1, leader_bp: leader, partner_bp: partner, leader_price_fen: fen(priceFen), ...more }
  return app.services.transaction(tx => setTerms(tx, merchantId, terms))
}

export async function partner(shop: Shop, name: string): Promise<Person> {
  const person = await signIn(shop, name)
  const { transaction, clock } = shop.app.services
  await transaction(tx => makePartner(tx, shop.merchantId, person.uid, clock.now()))
  return person
}

/** Below a partner where one is named. */
export async function leader(shop: Shop, name: string, above?: Person): Promise<Person> {
  const person = await signIn(shop, name)
  const { transaction, clock } = shop.app.services
  await transaction(tx => makeLeader(tx, shop.merchantId, { userId: person.uid, partnerId: above?.uid }, clock.now()))
  return person
}

export async function member(shop: Shop, name: string, of: Person): Promise<Person> {
  const person = await signIn(shop, name)
  await dataOf(shop.wxapi.partnerBindTeamLeader(person.token, of.uid))
  return person
}
