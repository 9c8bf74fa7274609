import type { address } from '../../../contract/address'
import type { Handlers } from '../../http/handlers'
import { orRefuse, Refusal } from '../../http/refusal'
import { type ExtJson, readJson, writeJson } from '../../json'
import { paged, windowOf } from '../../paging'
import { checkedRegions, type RegionIds } from '../region/checked-regions'
import { regionNames } from '../region/regions'
import { lockUser } from '../user/users'
import {
  type AddressRow,
  changeAddress,
  clearDefault,
  countAddresses,
  findAddress,
  findDefaultAddress,
  insertAddress,
  listAddresses,
  removeAddress,
} from './store'

const MOST_ADDRESSES = 50

export const addressHandlers: Handlers<typeof address> = {
  async queryAddressV2({ nameLike, mobileLike, page, pageSize }, { db, merchant, user }) {
    const rows = await listAddresses(db, merchant.id, user.id, {
      nameLike,
      mobileLike,
      ...windowOf({ page, pageSize }),
    })
    return paged(rows, { page, pageSize }, row => addressOf(row))
  },

  async addAddress({ isDefault, extJsonStr, ...fields }, { transaction, merchant, user, now }) {
    const regions = checkedRegions(fields)
    return transaction(async tx => {
      await lockUser(tx, merchant.id, user.id)
      const count = await countAddresses(tx, merchant.id, user.id)
      if (count >= MOST_ADDRESSES) throw new Refusal('addressLimit')
      const becomesDefault = isDefault === true || count === 0
      if (becomesDefault) await clearDefault(tx, merchant.id, user.id)
      const id = await insertAddress(tx, {
        merchant_id: merchant.id,
        user_id: user.id,
        link_man: fields.linkMan,
        mobile: fields.mobile,
        ...regions,
        address: fields.address,
        postcode: fields.code ?? '',
        is_default: becomesDefault ? 1 : 0,
        latitude: fields.latitude ?? null,
        longitude: fields.longitude ?? null,
        ext_json: writeJson(extJsonStr ?? {}),
        created_at: now.getTime(),
        updated_at: now.getTime(),
      })
      return { id }
    })
  },

  async updateAddress({ id, isDefault, extJsonStr, ...fields }, { transaction, merchant, user, now }) {
    await transaction(async tx => {
      await lockUser(tx, merchant.id, user.id)
      const known = orRefuse(await findAddress(tx, merchant.id, user.id, id), 'addressUnknown')
      if (isDefault) await clearDefault(tx, merchant.id, user.id)
      await changeAddress(tx, merchant.id, user.id, id, {
        link_man: fields.linkMan,
        mobile: fields.mobile,
        ...changedRegions(known, fields),
        address: fields.address,
        postcode: fields.code,
        is_default: isDefault === undefined ? undefined : Number(isDefault),
        latitude: fields.latitude,
        longitude: fields.longitude,
        ext_json: extJsonStr && writeJson(extJsonStr),
        updated_at: now.getTime(),
      })
    })
  },

  async defaultAddress(_, { db, merchant, user }) {
    return detailOf(orRefuse(await findDefaultAddress(db, merchant.id, user.id), 'noData'))
  },

  async addressDetail({ id }, { db, merchant, user }) {
    return detailOf(orRefuse(await findAddress(db, merchant.id, user.id, id), 'noData'))
  },

  async deleteAddress({ id }, { transaction, merchant, user }) {
    const isFound = await transaction(tx => removeAddress(tx, merchant.id, user.id, id))
    if (!isFound) throw new Refusal('addressUnknown')
  },
}

/** From the largest region that is given downwards, all regions are new; those above it stay. */
function changedRegions(known: AddressRow, { provinceId, cityId, districtId, streetId }: RegionIds) {
  const given = [provinceId, cityId, districtId, streetId]
  const first = given.findIndex(id => id !== undefined)
  if (first === -1) return {}
  const stays = [known.province_id, known.city_id, known.district_id]
  const [province, city, district, street] = given.map((id, level) => (level < first ? stays[level] : id))
  return checkedRegions({ provinceId: province, cityId: city, districtId: district, streetId: street })
}

const detailOf = (row: AddressRow) => ({ info: addressOf(row), extJson: readJson<ExtJson>(row.ext_json) })

const addressOf = (row: AddressRow) => ({
  id: row.id,
  uid: row.user_id,
  userId: row.merchant_id,
  linkMan: row.link_man,
  mobile: row.mobile,
  provinceId: row.province_id,
  cityId: row.city_id,
  districtId: row.district_id,
  streetId: row.street_id,
  ...regionNames(row),
  address: row.address,
  code: row.postcode,
  isDefault: row.is_default === 1,
  latitude: row.latitude ?? undefined,
  longitude: row.longitude ?? undefined,
  status: 0,
  statusStr: '正常',
  dateAdd: new Date(row.created_at),
  dateUpdate: new Date(row.updated_at),
})
