import type { kanjia } from '../../../contract/kanjia'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { someOf } from '../../paging'
import { checkText, mustWait } from '../content/check'
import { findShownGoods } from '../goods/store'
import { isOver } from '../goods/terms'
import { findUser } from '../user/users'
import {
  type BargainRow,
  bargainOf,
  clearBargain,
  findBargain,
  listBargains,
  lockBargain,
  startBargain,
} from './bargains'
import { findHelp, type HelpRow, helpBargain, listHelps } from './help'
import { findSet, isSoldOut, listSets, type SetRow } from './sets'

export const kanjiaHandlers: Handlers<typeof kanjia> = {
  async kanjiaSet({ goodsId: goodsIds, token }, { db, merchant, visitor, now }) {
    const user = token ? await visitor(token) : undefined
    const own = user ? await listBargains(db, merchant.id, user.id) : []
    const filter = goodsIds ? { goodsIds } : token ? { ids: own.map(({ set_id }) => set_id) } : { openAt: now }
    const sets = await listSets(db, merchant.id, filter)
    // Of a product the one that runs, of one's own all.
    return someOf(sets).map(set =>
      setOf(
        set,
        own.find(({ set_id }) => set_id === set.id),
        now,
      ),
    )
  },

  async kanjiaJoin({ kjid }, { db, transaction, merchant, user, now }) {
    const set = orRefuse(await findSet(db, merchant.id, kjid), 'kanjiaUnknown')
    const before = await findBargain(db, merchant.id, { setId: kjid, userId: user.id })
    if (before) return bargainOf(before, set, now)
    if (isOver(set, now)) throw new Refusal('kanjiaOver')
    if (isSoldOut(set)) throw new Refusal('kanjiaSoldOut')
    const goods = await findShownGoods(db, merchant.id, set.goods_id)
    if (goods?.status !== 0) throw new Refusal('goodsGone')
    return bargainOf(await transaction(tx => startBargain(tx, set, user.id, now)), set, now)
  },

  async kanjiaMyJoinInfo({ kjid }, { db, merchant, user, now }) {
    const set = orRefuse(await findSet(db, merchant.id, kjid), 'noData')
    const bargain = orRefuse(await findBargain(db, merchant.id, { setId: kjid, userId: user.id }), 'noData')
    return bargainOf(bargain, set, now)
  },

  async kanjiaClear({ kjid }, { transaction, merchant, user, now }) {
    await transaction(async tx => {
      const own = { setId: kjid, userId: user.id }
      const bargain = orRefuse(await lockBargain(tx, merchant.id, own, now), 'kanjiaUnknown')
      if (bargain.order_id !== null) throw new Refusal('kanjiaOrdered')
      await clearBargain(tx, bargain)
    })
  },

  async kanjiaDetail({ kjid, joiner }, { db, merchant, now }) {
    const set = orRefuse(await findSet(db, merchant.id, kjid), 'noData')
    const bargain = orRefuse(await findBargain(db, merchant.id, { setId: kjid, userId: joiner }), 'noData')
    const user = await findUser(db, merchant.id, joiner)
    return {
      kanjiaInfo: bargainOf(bargain, set, now),
      joiner: { uid: joiner, nick: user?.nick ?? '', avatarUrl: user?.avatar_url ?? '' },
      helps: (await listHelps(db, bargain)).map(help => ({
        uid: help.user_id,
        nick: help.nick,
        avatarUrl: help.avatar_url,
        cutPrice: help.cut_fen,
        remark: help.remark,
        dateAdd: new Date(help.created_at),
      })),
    }
  },

  async kanjiaHelp({ kjid, joinerUser, remark = '' }, context) {
    const check = await checkText(context, { userId: context.user.id, scene: 'comment', text: remark })
    // A cut must not wait for its words: those that do not pass at once are left out.
    const words = mustWait(check) ? '' : remark
    const { bargain, help } = await helpBargain(context, { setId: kjid, userId: joinerUser, remark: words })
    return helpOf(bargain, help)
  },

  async kanjiaHelpDetail({ kjid, joinerUser }, { db, merchant, user }) {
    const bargain = orRefuse(await findBargain(db, merchant.id, { setId: kjid, userId: joinerUser }), 'noData')
    return helpOf(bargain, orRefuse(await findHelp(db, bargain, user.id), 'noData'))
  },
}

const helpOf = ({ goods_id }: BargainRow, { cut_fen, remark, user_id, created_at }: HelpRow) => ({
  cutPrice: cut_fen,
  goodsId: goods_id,
  remark,
  uid: user_id,
  dateAdd: new Date(created_at),
})

function setOf(set: SetRow, joined: BargainRow | undefined, now: Date) {
  const status = isOver(set, now) ? 1 : isSoldOut(set) ? 2 : 0
  return {
    ...termsOf(set),
    status,
    statusStr: ['进行中', '已结束', '已抢完'][status] ?? '',
    userId: set.merchant_id,
    joined: joined && bargainOf(joined, set, now),
  }
}

export const termsOf = (set: SetRow) => ({
  id: set.id,
  goodsId: set.goods_id,
  originalPrice: set.original_price_fen,
  minPrice: set.min_price_fen,
  helpPriceMin: set.help_min_fen,
  helpPriceMax: set.help_max_fen,
  numberHelp: set.helps_planned,
  number: set.number,
  numberBuy: set.number_bought,
  dateAdd: new Date(set.created_at),
  dateEnd: new Date(set.ends_at),
})
