import type { pingtuan } from '../../../contract/pingtuan'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { paged, someOf } from '../../paging'
import { findShownGoods } from '../goods/store'
import { isOver } from '../goods/terms'
import { TEAM, TEAM_TEXTS } from './states'
import { findTeam, listJoined, listMembers, listTeams, openTeam, standingTeam, teamOf } from './teams'
import { currentTerms, levelsOf, listTerms, priceNow, REFUND_TO } from './terms'

export const pingtuanHandlers: Handlers<typeof pingtuan> = {
  async pingtuanSet({ goodsId }, { db, merchant, now }) {
    const [terms] = await listTerms(db, merchant.id, [goodsId])
    return termsOf(orRefuse(terms, 'noData'), now)
  },

  async pingtuanSets({ goodsId: goodsIds }, { db, merchant, now }) {
    return someOf(await listTerms(db, merchant.id, goodsIds)).map(terms => termsOf(terms, now))
  },

  async goodsDefaultPingtuan({ goodsId }, { db, merchant, now }) {
    const terms = orRefuse(await currentTerms(db, merchant.id, goodsId), 'noData')
    if (isOver(terms, now)) throw new Refusal('noData')
    return teamOf(orRefuse(await standingTeam(db, merchant.id, terms.id, now), 'noData'))
  },

  async pingtuanMultilevel({ goodsId }, { db, merchant }) {
    const terms = orRefuse(await currentTerms(db, merchant.id, goodsId), 'noData')
    const levels = levelsOf(terms)
    if (levels.length < 2) throw new Refusal('noData')
    return levels.map(({ from, priceFen }, i) => ({
      level: i + 1,
      numberBuy: from,
      price: priceFen,
      reached: priceFen === priceNow(terms),
      numberSold: terms.number_sold,
    }))
  },

  async pingtuanOpen({ goodsId }, { db, transaction, merchant, user, now }) {
    const terms = orRefuse(await currentTerms(db, merchant.id, goodsId), 'pingtuanUnknown')
    if (isOver(terms, now)) throw new Refusal('pingtuanOver')
    const goods = await findShownGoods(db, merchant.id, goodsId)
    if (goods?.status !== 0) throw new Refusal('goodsGone')
    const id = await transaction(tx => openTeam(tx, terms, user.id, now))
    return teamOf(orRefuse(await findTeam(db, merchant.id, id), 'pingtuanUnknown'))
  },

  async pingtuanTuanInfo({ tuanId }, { db, merchant }) {
    const team = orRefuse(await findTeam(db, merchant.id, tuanId), 'noData')
    if (team.is_visible === 0) throw new Refusal('noData')
    return teamOf(team)
  },

  async pingtuanList({ goodsId, status = TEAM.open, ...page }, { db, merchant, now }) {
    return paged(await listTeams(db, merchant.id, { goodsId, status, ...page }, now), page, teamOf)
  },

  async pingtuanJoinUsers({ tuanId }, { db, merchant }) {
    return someOf(await listMembers(db, merchant.id, tuanId)).map(member => ({
      uid: member.user_id,
      isLeader: member.user_id === member.leader_id,
      dateAdd: new Date(member.created_at),
      apiExtUserHelp: { nick: member.nick, avatarUrl: member.avatar_url },
    }))
  },

  async pingtuanMyJoined(filter, { db, merchant, user }) {
    return paged(await listJoined(db, merchant.id, user.id, filter), filter, row => ({
      id: row.order_id,
      tuanId: row.id,
      pingtuanId: row.terms_id,
      goodsId: row.goods_id,
      goodsName: row.name,
      pic: row.pic,
      picColor: row.pic_color,
      price: row.amount_fen,
      orderId: row.order_id,
      uid: row.leader_id,
      uidHelp: user.id,
      isLeader: row.leader_id === user.id,
      isPay: row.is_paid === 1,
      helpNumber: row.paid,
      numberPersion: row.persons,
      status: row.status,
      statusStr: TEAM_TEXTS[row.status] ?? '',
      dateAdd: new Date(row.joined_at),
      dateEnd: new Date(row.ends_at),
    }))
  },
}

function termsOf(terms: Awaited<ReturnType<typeof listTerms>>[number], now: Date) {
  const teams = (status: number) => Number(terms.counts.find(row => row.status === status)?.teams ?? 0)
  const status = isOver(terms, now) ? 1 : 0
  return {
    id: terms.id,
    goodsId: terms.goods_id,
    numberPersion: terms.persons,
    numberDoing: teams(TEAM.open),
    numberSucccess: teams(TEAM.complete),
    numberOrder: terms.counts
      .filter(row => row.status !== TEAM.failed)
      .reduce((sum, { orders }) => sum + Number(orders ?? 0), 0),
    price: priceNow(terms),
    timeoutHours: terms.hours,
    refundType: terms.refund_type,
    refundTypeStr: terms.refund_type === REFUND_TO.balance ? '用户钱包余额' : '原路退回',
    status,
    statusStr: status === 0 ? '正常' : '已结束',
    dateAdd: new Date(terms.created_at),
    dateEnd: new Date(terms.ends_at),
    userId: terms.merchant_id,
  }
}
