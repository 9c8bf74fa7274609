/** What the shop says of itself: settings, banners, notices. */
import Type from 'typebox'
import { get, post } from './define'
import { Count, Enum, FileUrl, Flag, Html, Id, optional, Page, PageSize, row, Text, TextList, Time } from './fields'

/** A picture of ours among the settings, such as the logo, leaves as an absolute address; any other text as it is. */
const SettingValue = Type.String({ format: 'own-file' })
const Setting = row('Setting', { key: Text, value: SettingValue })

const BannerRow = row('Banner', {
  id: Id,
  title: Text,
  picUrl: FileUrl,
  linkUrl: Text,
  businessId: Type.Integer({ description: 'goods to open, 0 for none' }),
  type: Text,
  remark: Text,
  action: Type.String({ description: 'what the button on it says (ours)' }),
  isDark: Type.Boolean({ description: 'words on it should be light (ours)' }),
  paixu: Type.Integer(),
  status: Enum({ 0: 'shown' }),
  statusStr: Text,
  userId: Id,
  dateAdd: Time,
})

const NoticeRow = row('Notice', {
  id: Id,
  title: Text,
  type: Text,
  isShow: Flag,
  isTop: Flag,
  dateAdd: Time,
  userId: Id,
})
const NoticeDetail = Type.Object({ ...NoticeRow.properties, content: Html }, { title: 'NoticeDetail' })

export const site = {
  queryConfigValue: get('common:/{subDomain}/config/value', {
    about: 'One setting of the shop',
    args: [{ key: Text }],
    data: SettingValue,
  }),
  queryConfigBatch: get('common:/{subDomain}/config/values', {
    about: 'Several settings of the shop; unknown keys are left out',
    args: [{ keys: TextList }],
    data: Type.Array(Setting),
  }),
  vipLevel: get('api:/{subDomain}/config/vipLevel', {
    about: 'The level of the back office; always above 0 here, because nothing is withheld',
    data: Type.Integer(),
  }),
  siteStatistics: get('common:/{subDomain}/site/statistics', {
    about: 'Storage in use, appid and counters of the shop',
    data: Type.Object({
      dfs: Type.Object({
        capacity: Count,
        capacityLeft: Count,
        capacityLeftStr: Text,
        capacityStr: Text,
        count: Count,
        isFixed: Flag,
      }),
      wxAppid: Text,
      wxMpAppid: optional(Type.String({ description: 'of the official account, where the shop has one' })),
      cmsArticle: Type.Object({ comments: Count, numbers: Count, fav: Count, views: Count }),
      statistics: Type.Object({ users: Count }),
    }),
  }),
  fetchSubDomainByWxappAppid: get('common:/subdomain/appid/wxapp', {
    about: 'The subDomain of the shop that a mini-program belongs to',
    args: [{ appid: Text }],
    data: Type.String(),
  }),
  banners: get('common:/{subDomain}/banner/list', {
    about: 'Banners, by type when given',
    args: { type: optional(TextList), key: optional(Text) },
    data: Type.Array(BannerRow),
  }),
  noticeLastOne: get('api:/{subDomain}/notice/last-one', {
    about: 'The newest notice',
    args: [{ type: optional(Text) }],
    data: NoticeDetail,
  }),
  noticeList: post('api:/{subDomain}/notice/list', {
    about: 'Notices, pinned ones first, then the newest',
    args: { token: optional(Text), type: optional(Text), page: Page, pageSize: PageSize },
    data: Type.Object({ dataList: Type.Array(NoticeRow), totalRow: Count, totalPage: Count }),
  }),
  noticeDetail: get('api:/{subDomain}/notice/detail', {
    about: 'A notice with its text',
    args: [{ id: Id }],
    data: NoticeDetail,
  }),
}
