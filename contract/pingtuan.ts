/** Group buys: a price for so many people who buy together within a time. */
import Type from 'typebox'
import { get, post } from './define'
import {
  Count,
  Enum,
  ExtJson,
  FileUrl,
  Flag,
  Id,
  IdList,
  IdOrNone,
  optional,
  Page,
  Paged,
  PageSize,
  row,
  Text,
  Time,
  Token,
  Yuan,
} from './fields'

/** Why an order with a group is refused. */
export const inGroups = ['pingtuanUnknown', 'pingtuanOver', 'pingtuanFull', 'pingtuanJoined', 'pingtuanAlone'] as const

const GroupTerms = row('GroupTerms', {
  id: Id,
  goodsId: Id,
  /** WXAPI's spelling. */
  numberPersion: Count,
  numberDoing: Count,
  numberSucccess: Count,
  numberOrder: Count,
  price: Yuan,
  timeoutHours: Count,
  refundType: Enum({ 0: 'to the balance', 1: 'the way it was paid' }),
  refundTypeStr: Text,
  status: Enum({ 0: 'under way', 1: 'over' }),
  statusStr: Text,
  dateAdd: Time,
  dateEnd: Time,
  userId: Id,
})

const TeamStatus = Enum({ 0: 'open', 1: 'complete', 2: 'failed' })
const Person = Type.Object({ nick: Text, avatarUrl: FileUrl })

const Team = row('Team', {
  id: Id,
  pingtuanId: Id,
  goodsId: Id,
  uid: Type.Integer({ description: 'who has opened it; 0 for the one that the shop keeps open' }),
  helpNumber: Type.Integer({ description: 'who have paid' }),
  numberPersion: Count,
  numberLeft: Type.Integer({ description: 'places that nobody holds (ours)' }),
  status: TeamStatus,
  statusStr: Text,
  dateAdd: Time,
  dateEnd: Time,
  apiExtUser: Person,
})

export const pingtuan = {
  pingtuanSet: get('common:/{subDomain}/shop/goods/pingtuan/set', {
    about: 'The terms of group buys of a product: how many people, how long, how money goes back',
    args: [{ goodsId: Id }],
    data: GroupTerms,
    refuses: ['noData'],
  }),
  pingtuanSets: get('common:/{subDomain}/shop/goods/pingtuan/sets', {
    about: 'The terms of several products',
    args: [{ goodsId: IdList }],
    data: Type.Array(GroupTerms),
    refuses: ['noData'],
  }),
  goodsDefaultPingtuan: get('common:/{subDomain}/shop/goods/pingtuan/default', {
    about: 'The group that the shop keeps open for a product; anybody may join it',
    args: [{ goodsId: Id }],
    data: Team,
    refuses: ['noData'],
  }),
  pingtuanMultilevel: get('common:/{subDomain}/shop/goods/pingtuan/pingtuanMultilevel', {
    about: 'Prices that fall as more is sold through groups; `reached` is the one that counts now (ours)',
    args: [{ goodsId: Id }],
    data: Type.Array(
      row('GroupPriceLevel', { level: Count, numberBuy: Count, price: Yuan, reached: Flag, numberSold: Count }),
    ),
    refuses: ['noData'],
  }),
  pingtuanOpen: post('common:/{subDomain}/shop/goods/pingtuan/open', {
    about: 'Open a group; others see it when its leader has paid. A repeat answers the one that still waits for that',
    args: [{ token: Token }, { goodsId: Id }, { extJsonStr: optional(ExtJson) }],
    data: Team,
    refuses: ['pingtuanUnknown', 'pingtuanOver', 'goodsGone'],
  }),
  pingtuanTuanInfo: get('common:/{subDomain}/shop/goods/pingtuan/tuanInfo', {
    about: 'One group',
    args: [{ tuanId: Id }],
    data: Team,
    refuses: ['noData'],
  }),
  pingtuanList: post('common:/{subDomain}/shop/goods/pingtuan/list/v2', {
    about: 'Groups of a product whose leader has paid, those that end first before the others',
    args: { goodsId: Id, status: optional(TeamStatus), page: Page, pageSize: PageSize },
    data: Paged(Team),
    refuses: ['noData'],
  }),
  pingtuanJoinUsers: get('common:/{subDomain}/shop/goods/pingtuan/joiner', {
    about: 'Who have paid in a group, the leader first',
    args: [{ tuanId: Id }],
    data: Type.Array(row('TeamMember', { uid: Id, isLeader: Flag, dateAdd: Time, apiExtUserHelp: Person })),
    refuses: ['noData'],
  }),
  pingtuanMyJoined: post('common:/{subDomain}/shop/goods/pingtuan/my-join-list', {
    about: 'Groups that the caller has joined, the latest first',
    args: {
      token: Token,
      goodsId: optional(Id),
      orderId: optional(Id),
      pingtuanId: optional(Id),
      tuanId: optional(Id),
      page: Page,
      pageSize: PageSize,
    },
    data: Paged(
      row('JoinedTeam', {
        id: Id,
        tuanId: Id,
        pingtuanId: Id,
        goodsId: Id,
        goodsName: Text,
        pic: FileUrl,
        picColor: Type.String(),
        price: Yuan,
        orderId: Id,
        uid: IdOrNone,
        uidHelp: Id,
        isLeader: Flag,
        isPay: Flag,
        helpNumber: Count,
        numberPersion: Count,
        status: TeamStatus,
        statusStr: Text,
        dateAdd: Time,
        dateEnd: Time,
      }),
    ),
    refuses: ['noData'],
  }),
}
