/** Partner teams (合伙人、团队长): members of a team, its leader, and the partner above who earn by what the members buy. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, Enum, FileUrl, Flag, Id, optional, Page, PageSize, row, Text, Time, Token, Yuan } from './fields'

/** Why nobody becomes a leader. */
export const byLeading = ['partnerClosed', 'partnerAlready', 'partnerNotMember'] as const

export const partner = {
  partnerSetting: get('common:/{subDomain}/partner/setting', {
    about: 'What leaders and partners earn, and what it costs a member to become a leader',
    data: Type.Object({
      isOpen: Flag,
      pPartner: Type.Number({ description: 'per cent for the partner' }),
      pLeader: Type.Number({ description: 'per cent for the leader' }),
      priceLeader: Yuan,
      leaderUserLevelId: optional(Id),
      memberUserLevelId: optional(Id),
    }),
  }),
  partnerBindTeamLeader: post('common:/{subDomain}/partner/bindTeamLeader', {
    about:
      'Join the team of the leader `uid`, and get the level of its members where the shop says so; once, until that leader is none any more',
    args: [{ token: Token }, { uid: Id }],
    refuses: ['partnerClosed', 'partnerLeaderUnknown', 'partnerBound', 'partnerAlready'],
  }),
  bindPartner: post('common:/{subDomain}/user/bindPartner', {
    about: 'A leader comes below the partner `uid`, once, until that partner is none any more',
    args: [{ token: Token }, { uid: Id }],
    refuses: ['partnerClosed', 'partnerUnknown', 'partnerBound', 'partnerNotLeader'],
  }),
  partnerBuyTeamLeader: post('common:/{subDomain}/partner/buy', {
    about:
      'A member becomes a leader at once, from the balance, below the partner of their leader; answers what is left of it. 20000: it is too small',
    args: [{ token: Token }],
    data: Type.Object({ balance: Yuan }),
    refuses: [...byLeading, 'balanceShort'],
  }),
  partnerMembersStatistics: get('common:/{subDomain}/partner/members/statistics', {
    about:
      "How many leaders a partner has, and how many members there are in the caller's team or in all teams of theirs",
    args: [{ token: Token }],
    data: Type.Object({ leaders: Count, members: Count }),
  }),
  partnerMembers: post('common:/{subDomain}/partner/members', {
    about: 'Who is below the caller, the newest first: leaders of a partner (1), or members (2)',
    args: {
      token: Token,
      type: optional(Enum({ 1: 'leaders', 2: 'members' })),
      page: Page,
      pageSize: PageSize,
    },
    data: Type.Object({
      result: Type.Array(
        row('PartnerMember', {
          id: Id,
          uid: Id,
          nick: Text,
          avatarUrl: FileUrl,
          mobileMasks: Text,
          isTeamLeader: Flag,
          members: Type.Integer({ description: 'in the team of a leader' }),
          dateAdd: Time,
        }),
      ),
      totalRow: Count,
      totalPage: Count,
      statisticsCommisionMap: Type.Record(
        Type.String(),
        Type.Object({
          amount: Yuan,
          number: Count,
          commision: Yuan,
        }),
      ),
    }),
  }),
}
