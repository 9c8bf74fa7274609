import { fen } from '../../../contract/money'
import type { partner } from '../../../contract/partner'
import { cached, type Handlers } from '../../http/handlers'
import { balanceOf, book, userAccount } from '../../ledger/ledger'
import { someOf, totals } from '../../paging'
import { maskedMobile } from '../user/masked-mobile'
import { buyToLead, joinPartner, joinTeam } from './joining'
import { broughtBelow, countBelow, listBelow, teamSizes } from './members'
import { findPerson, ROLE, termsOf } from './people'

const LEADERS = 1

export const partnerHandlers: Handlers<typeof partner> = {
  partnerSetting: cached('site', async (_, { db, merchant }) => {
    const terms = await termsOf(db, merchant.id)
    return {
      isOpen: terms.is_open === 1,
      pPartner: terms.partner_bp / 100,
      pLeader: terms.leader_bp / 100,
      priceLeader: terms.leader_price_fen,
      leaderUserLevelId: terms.leader_level_id ?? undefined,
      memberUserLevelId: terms.member_level_id ?? undefined,
    }
  }),

  async partnerBindTeamLeader({ uid }, { transaction, merchant, user, now }) {
    await transaction(tx => joinTeam(tx, merchant.id, { userId: user.id, uid }, now))
  },

  async bindPartner({ uid }, { transaction, merchant, user, now }) {
    await transaction(tx => joinPartner(tx, merchant.id, { userId: user.id, uid }, now))
  },

  async partnerBuyTeamLeader(_, { db, transaction, merchant, user, now }) {
    await transaction(async tx => book(tx, merchant.id, now, await buyToLead(tx, merchant.id, user.id, now)))
    return { balance: fen(await balanceOf(db, merchant.id, userAccount(user.id))) }
  },

  async partnerMembersStatistics(_, { db, merchant, user }) {
    return {
      leaders: await countBelow(db, merchant.id, user.id, ROLE.leader),
      members: await countBelow(db, merchant.id, user.id, ROLE.member),
    }
  },

  async partnerMembers({ type, ...request }, { db, merchant, user }) {
    const own = await findPerson(db, merchant.id, user.id)
    const wantsLeaders = type === undefined ? own?.role === ROLE.partner : type === LEADERS
    const role = wantsLeaders ? ROLE.leader : ROLE.member
    const rows = someOf(await listBelow(db, merchant.id, user.id, role, request))
    const leaders = rows.filter(row => row.role === ROLE.leader).map(({ user_id }) => user_id)
    const sizes = new Map((await teamSizes(db, merchant.id, leaders)).map(row => [row.above_id, Number(row.members)]))
    const brought = await broughtBelow(db, merchant.id, user.id, rows)
    return {
      result: rows.map(row => ({
        id: row.user_id,
        uid: row.user_id,
        nick: row.nick,
        avatarUrl: row.avatar_url,
        mobileMasks: maskedMobile(row.mobile),
        isTeamLeader: row.role === ROLE.leader,
        members: sizes.get(row.user_id) ?? 0,
        dateAdd: new Date(row.created_at),
      })),
      ...totals(rows[0]?.total ?? 0, request),
      statisticsCommisionMap: Object.fromEntries(
        brought.map(({ userId, orders, bought, earned }) => [
          userId,
          { amount: fen(bought), number: orders, commision: fen(earned) },
        ]),
      ),
    }
  },
}
