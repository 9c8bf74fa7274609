import type { site } from '../../../contract/site'
import { cached, type Guest, type Handlers, type Merchant } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { someOf, totals, windowOf } from '../../paging'
import { publicSettings, type Setting } from './settings'
import { findBanners, findNotice, listNotices, type NoticeRow, siteCounts } from './store'

export const siteHandlers: Handlers<typeof site> = {
  queryConfigValue: cached('site', async ({ key }, guest) => {
    const [setting] = await settingsFor(guest, [key])
    return orRefuse(setting?.value, 'noData')
  }),

  queryConfigBatch: cached('site', async ({ keys }, guest) => settingsFor(guest, keys)),

  async vipLevel() {
    return 1
  },

  async siteStatistics(_, { db, merchant, gateways }) {
    const { bytes, files, users, articles, views } = await siteCounts(db, merchant.id)
    return {
      dfs: {
        capacity: bytes,
        capacityLeft: 0,
        capacityLeftStr: '0 B',
        capacityStr: `${(bytes / 1_048_576).toFixed(2)} MB`,
        count: files,
        isFixed: false,
      },
      wxAppid: gateways.appid,
      wxMpAppid: gateways.official?.appid,
      cmsArticle: { comments: 0, numbers: articles, fav: 0, views },
      statistics: { users },
    }
  },

  async fetchSubDomainByWxappAppid({ appid }, { gateways, merchants }) {
    const merchant = appid === gateways.appid ? await merchants.first() : undefined
    return orRefuse(merchant?.subDomain, 'noData')
  },

  banners: cached('site', async ({ type = [] }, { db, merchant }) =>
    someOf(await findBanners(db, merchant.id, type)).map(row => ({
      id: row.id,
      title: row.title,
      picUrl: row.pic_url,
      linkUrl: row.link_url,
      businessId: row.business_id,
      type: row.type,
      remark: row.remark,
      action: row.action,
      isDark: row.is_dark === 1,
      paixu: row.paixu,
      status: 0,
      statusStr: '显示',
      userId: merchant.id,
      dateAdd: new Date(row.created_at),
    })),
  ),

  noticeLastOne: cached('site', async ({ type }, { db, merchant }) => {
    const [notice] = await listNotices(db, merchant.id, type, { limit: 1, offset: 0, pinnedFirst: false })
    return noticeDetail(orRefuse(notice, 'noData'), merchant)
  }),

  noticeList: cached('site', async ({ type, page, pageSize }, { db, merchant }) => {
    const rows = someOf(
      await listNotices(db, merchant.id, type, { ...windowOf({ page, pageSize }), pinnedFirst: true }),
    )
    return { dataList: rows.map(row => noticeRow(row, merchant)), ...totals(rows[0]?.total ?? 0, { page, pageSize }) }
  }),

  noticeDetail: cached('site', async ({ id }, { db, merchant }) =>
    noticeDetail(orRefuse(await findNotice(db, merchant.id, id), 'noData'), merchant),
  ),
}

async function settingsFor(guest: Guest, keys: readonly string[]): Promise<Setting[]> {
  const own = settingsOfServer(guest).filter(({ key, value }) => value && keys.includes(key))
  const settings = await publicSettings(guest.db, guest.merchant.id, keys)
  return [...settings.filter(({ key }) => !own.some(setting => setting.key === key)), ...own]
}

/** What the storefront must know of the server: that outside parties are simulated, and which of them there are. */
const settingsOfServer = ({ config, gateways }: Guest): Setting[] => [
  { key: 'demo', value: config.simulators ? '1' : '' },
  { key: 'wechat_login', value: gateways.official?.authorizePage ?? '' },
  { key: 'pay_alipay', value: gateways.alipay ? '1' : '' },
]

const noticeRow = ({ id, title, type, is_top, created_at }: Omit<NoticeRow, 'content'>, merchant: Merchant) => ({
  id,
  title,
  type,
  isShow: true,
  isTop: is_top === 1,
  dateAdd: new Date(created_at),
  userId: merchant.id,
})

const noticeDetail = (row: NoticeRow, merchant: Merchant) => ({ ...noticeRow(row, merchant), content: row.content })
