import { toYuan } from '../../../contract/money'
import type { user } from '../../../contract/user'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { closeSession } from '../../http/sessions'
import { type ExtJson, readJson, writeJson } from '../../json'
import { firstNick } from '../content/first-nick'
import { checkProfile } from '../content/profile'
import { storedUrl } from '../file/stored-url'
import { isSeller } from '../fx/sellers'
import { setRenewal } from '../level/keeper'
import { standingOf } from '../level/store'
import { ROLE, teamOf } from '../partner/people'
import { phone, spendCode } from '../verification/codes'
import { accountHandlers } from './accounts'
import { emailHandlers } from './email-accounts'
import { forgetUser, unfinishedOf, unfinishedWords } from './leave'
import { logIn } from './login'
import { namesOf } from './names'
import { hashOf } from './password-hash'
import { hasPassword, setPassword } from './passwords'
import { profileFrom } from './profile'
import {
  findLevel,
  findUser,
  findUserByMobile,
  insertUser,
  knownReferrer,
  lockUser,
  nickFor,
  SOURCES,
  type Source,
  type User,
} from './users'
import { findByWechat, findOrRegister, openidOf, wechatSession } from './wechat-identity'

const WX_NICK = '微信用户'

export const userHandlers: Handlers<typeof user> = {
  ...accountHandlers,
  ...emailHandlers,

  async checkReferrer({ referrer }, { db, merchant }) {
    orRefuse(await knownReferrer(db, merchant.id, referrer), 'noData')
  },

  async authorize({ code, referrer, postJsonString }, guest) {
    const session = await wechatSession(guest, code)
    return guest.transaction(async tx => {
      const user = await findOrRegister(tx, guest, session, { nick: WX_NICK, referrer, ext: postJsonString })
      return logIn(tx, guest, user, session.openid)
    })
  },

  async register_simple({ code, referrer, postJsonString }, guest) {
    const session = await wechatSession(guest, code)
    await guest.transaction(tx => findOrRegister(tx, guest, session, { nick: WX_NICK, referrer, ext: postJsonString }))
  },

  async register_complex({ code, encryptedData, iv, referrer, postJsonString }, guest) {
    const session = await wechatSession(guest, code)
    const profile = profileFrom({ ...session, appid: guest.gateways.appid }, encryptedData, iv)
    await guest.transaction(tx => findOrRegister(tx, guest, session, { ...profile, referrer, ext: postJsonString }))
  },

  async login_wx({ code }, guest) {
    const session = await wechatSession(guest, code)
    const known = await findByWechat(guest.db, guest.merchant.id, guest.gateways.appid, session)
    if (!known) throw new Refusal('notRegistered')
    return guest.transaction(async tx => {
      const user = await findOrRegister(tx, guest, session, { nick: known.nick })
      return logIn(tx, guest, user, session.openid)
    })
  },

  async wxappServiceLogin({ code, autoReg, referrer, postJsonString }, guest) {
    const session = await wechatSession(guest, code)
    const known = await findByWechat(guest.db, guest.merchant.id, guest.gateways.appid, session)
    if (!known && !autoReg) throw new Refusal('notRegistered')
    return guest.transaction(async tx => {
      const user = await findOrRegister(tx, guest, session, { nick: WX_NICK, referrer, ext: postJsonString })
      return logIn(tx, guest, user, session.openid)
    })
  },

  async register_mobile({ mobile, code, pwd, nick, autoLogin, province, city, referrer, postJsonString }, guest) {
    await spendCode(guest, phone(mobile), 'register', code)
    const hash = pwd && (await hashOf(pwd))
    const named = await firstNick(guest, nick, nickFor(mobile))
    return guest.transaction(async tx => {
      const known = await findUserByMobile(tx, guest.merchant.id, mobile)
      if (known && !autoLogin) throw new Refusal('mobileTaken')
      const profile = {
        source: 1 as const,
        mobile,
        nick: named.nick,
        province,
        city,
        referrer,
        ext: postJsonString,
      }
      const user = known ?? (await insertUser(tx, guest.merchant.id, profile, guest.now))
      if (!known) await named.keep(tx, user.id)
      if (hash && !known) await setPassword(tx, guest.merchant.id, user.id, 'login', hash, guest.now)
      return autoLogin ? logIn(tx, guest, user) : undefined
    })
  },

  async loginMobileSmsCode({ mobile, code, autoReg, referrer, postJsonString }, guest) {
    await spendCode(guest, phone(mobile), 'login', code)
    return guest.transaction(async tx => {
      const known = await findUserByMobile(tx, guest.merchant.id, mobile)
      if (!known && !autoReg) throw new Refusal('notRegistered')
      const profile = { source: 1 as const, mobile, nick: nickFor(mobile), referrer, ext: postJsonString }
      return logIn(tx, guest, known ?? (await insertUser(tx, guest.merchant.id, profile, guest.now)))
    })
  },

  async checkToken() {},

  async userDelete({ isCheck }, { transaction, merchant, user: { id }, now }) {
    await transaction(async tx => {
      const user = orRefuse(await lockUser(tx, merchant.id, id), 'loginRequired')
      const unfinished = await unfinishedOf(tx, merchant.id, id, now)
      const words = unfinishedWords(unfinished)
      if (words) {
        const { orders, refunds, payments, balance } = unfinished
        const data = { orders, refunds, payments, balance: toYuan(balance) }
        throw new Refusal('accountUnfinished', `还有${words}，处理完才能注销`, data)
      }
      if (!isCheck) await forgetUser(tx, merchant.id, user, now)
    })
  },

  async loginout({ token }, { statement, merchant }) {
    await statement(tx => closeSession(tx, merchant.id, token))
  },

  async userDetail(_, { db, merchant, user: { id }, now }) {
    const user = orRefuse(await findUser(db, merchant.id, id), 'loginRequired')
    const isOver = user.level_until !== null && user.level_until <= now.getTime()
    const level = isOver ? undefined : await findLevel(db, merchant.id, user.level_id)
    const { is_renewing } = await standingOf(db, merchant.id, id)
    const referrer = user.referrer_id === null ? undefined : await findUser(db, merchant.id, user.referrer_id)
    const team = await teamOf(db, merchant.id, id)
    const shown = async (uid: number | undefined) => (uid === undefined ? undefined : findUser(db, merchant.id, uid))
    const [partner, leader] = [await shown(team.partnerId), await shown(team.leaderId)]
    return {
      base: {
        ...baseOf(user),
        ...(await namesOf(db, merchant.id, id)),
        isTeamLeader: team.role === ROLE.leader,
        isTeamMember: team.role === ROLE.member,
        isTeamPartner: team.role === ROLE.partner,
        pwdPay: await hasPassword(db, merchant.id, id, 'pay'),
        isSeller: await isSeller(db, merchant.id, id),
        levelRenew: is_renewing === 1,
        levelExpire: isOver || user.level_until === null ? undefined : new Date(user.level_until),
      },
      ext: readJson<ExtJson>(user.ext_json),
      userLevel: level && { id: level.id, name: level.name, level: level.rank, rebate: level.rebate_bp / 1000 },
      referrer: referrer && publicUser(referrer),
      partnerInfo: team.role === ROLE.partner ? publicUser(user) : undefined,
      parentPartnerInfo: partner && publicUser(partner),
      parentTeamLeaderInfo: leader && publicUser(leader),
    }
  },

  async userDetailSpreadUser({ uid }, { db, merchant }) {
    return { base: publicUser(orRefuse(await findUser(db, merchant.id, uid), 'noData')) }
  },

  async userWxinfo(_, { db, merchant, gateways, user: { id } }) {
    const identity = await openidOf(db, merchant.id, gateways.appid, id)
    return { uid: id, openid: identity?.openid, unionid: identity?.unionid ?? undefined }
  },

  async modifyUserInfo({ nick, avatarUrl, gender, birthday, province, city, extJsonStr, levelRenew }, signedIn) {
    const {
      transaction,
      merchant,
      user: { id },
      request,
      now,
    } = signedIn
    const profile = await checkProfile(signedIn, { nick, avatarUrl: avatarUrl && storedUrl(avatarUrl, request.origin) })
    await transaction(async tx => {
      const user = orRefuse(await lockUser(tx, merchant.id, id), 'loginRequired')
      const ext = { ...readJson<ExtJson>(user.ext_json), ...extJsonStr }
      if (Object.keys(ext).length > 50) throw new Refusal('extJsonInvalid', '扩展属性太多')
      await tx
        .updateTable('users')
        .set({
          ...profile.shown,
          gender,
          birthday,
          province,
          city,
          ext_json: writeJson(ext),
        })
        .where('merchant_id', '=', merchant.id)
        .where('id', '=', id)
        .execute()
      if (levelRenew !== undefined) await setRenewal(tx, merchant.id, id, levelRenew, now)
      await profile.keep(tx)
    })
  },
}

export const publicUser = ({ id, nick, avatar_url }: Pick<User, 'id' | 'nick' | 'avatar_url'>) => ({
  id,
  nick,
  avatarUrl: avatar_url,
})

const baseOf = (user: User) => ({
  ...publicUser(user),
  mobile: user.mobile ?? undefined,
  gender: user.gender,
  birthday: user.birthday ?? undefined,
  province: user.province,
  city: user.city,
  isIdcardCheck: false,
  source: user.source,
  sourceStr: SOURCES[user.source as Source] ?? '',
  status: user.status,
  statusStr: user.status === 0 ? '正常' : '停用',
  dateAdd: new Date(user.created_at),
  dateLogin: new Date(user.login_at),
})
