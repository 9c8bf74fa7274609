/** Bargains: friends cut the price of a product, one cut each, down to a floor. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, Enum, FileUrl, Id, IdList, optional, row, Text, Time, Token, Yuan } from './fields'

/** Why an order by a bargain is refused. */
export const byBargain = [
  'kanjiaUnknown',
  'kanjiaNotStarted',
  'kanjiaOver',
  'kanjiaOrdered',
  'kanjiaSoldOut',
  'kanjiaOnePiece',
] as const

const Bargain = row('Bargain', {
  kjId: Id,
  goodsId: Id,
  uid: Id,
  curPrice: Yuan,
  minPrice: Yuan,
  originalPrice: Yuan,
  helpNumber: Count,
  numberHelp: Type.Integer({ description: 'how many friends reach the floor (ours)' }),
  status: Enum({ 0: 'under way', 1: 'at the floor', 2: 'ordered', 3: 'over' }),
  statusStr: Text,
  orderId: optional(Id),
  dateAdd: Time,
  dateUpdate: Time,
  dateEnd: Time,
})

const Help = row('BargainHelp', {
  uid: Id,
  nick: Text,
  avatarUrl: FileUrl,
  cutPrice: Yuan,
  remark: Text,
  dateAdd: Time,
})

const OwnHelp = Type.Object({ cutPrice: Yuan, goodsId: Id, remark: Text, uid: Id, dateAdd: Time })

export const BargainTerms = {
  id: Id,
  goodsId: Id,
  originalPrice: Yuan,
  minPrice: Yuan,
  helpPriceMin: Yuan,
  helpPriceMax: Yuan,
  numberHelp: Type.Integer({ description: 'how many friends reach the floor (ours)' }),
  number: Count,
  numberBuy: Count,
  dateAdd: Time,
  dateEnd: Time,
}

export const kanjia = {
  kanjiaSet: get('api:/{subDomain}/shop/goods/kanjia/set/v2', {
    about:
      'The terms of bargains for some goods; without goods those the caller takes part in, for a guest all that run (ours)',
    args: { goodsId: optional(IdList), token: optional(Token) },
    order: ['goodsId', 'token'],
    data: Type.Array(
      row('BargainSet', {
        ...BargainTerms,
        status: Enum({ 0: 'under way', 1: 'over', 2: 'sold out' }),
        statusStr: Text,
        userId: Id,
        joined: optional(Bargain),
      }),
    ),
  }),
  kanjiaJoin: post('api:/{subDomain}/shop/goods/kanjia/join', {
    about: 'Start a bargain; a repeat answers the one that was started',
    args: [{ token: Token }, { kjid: Id }],
    data: Bargain,
    refuses: ['kanjiaUnknown', 'kanjiaOver', 'kanjiaSoldOut', 'goodsGone'],
  }),
  kanjiaMyJoinInfo: get('api:/{subDomain}/shop/goods/kanjia/my', {
    about: "The caller's own bargain",
    args: [{ token: Token }, { kjid: Id }],
    data: Bargain,
    refuses: ['noData'],
  }),
  kanjiaClear: post('api:/{subDomain}/shop/goods/kanjia/clear', {
    about: "Give the caller's bargain up, with all its cuts; it can be started anew",
    args: [{ token: Token }, { kjid: Id }],
    refuses: ['kanjiaUnknown', 'kanjiaOrdered'],
  }),
  kanjiaDetail: get('api:/{subDomain}/shop/goods/kanjia/info', {
    about: "One shopper's bargain, with all who have helped, the latest first",
    args: [{ kjid: Id }, { joiner: Id }],
    data: Type.Object({
      kanjiaInfo: Bargain,
      joiner: Type.Object({ uid: Id, nick: Text, avatarUrl: FileUrl }),
      helps: Type.Array(Help),
    }),
    refuses: ['noData'],
  }),
  kanjiaHelp: post('api:/{subDomain}/shop/goods/kanjia/help', {
    about: 'Cut the price of a bargain, once each; a repeat answers the first cut',
    args: [{ token: Token }, { kjid: Id }, { joinerUser: Id }, { remark: optional(Text) }],
    data: OwnHelp,
    refuses: ['kanjiaUnknown', 'kanjiaOver', 'kanjiaAtFloor', 'kanjiaOrdered', 'contentRisky'],
  }),
  kanjiaHelpDetail: get('api:/{subDomain}/shop/goods/kanjia/myHelp', {
    about: "What the caller has cut off a friend's price",
    args: [{ token: Token }, { kjid: Id }, { joinerUser: Id }],
    data: OwnHelp,
    refuses: ['noData'],
  }),
}
