import type { subshop } from '../../../contract/subshop'
import { cached, type Handlers } from '../../http/handlers'
import { orRefuse } from '../../http/refusal'
import { someOf, totals, windowOf } from '../../paging'
import { regionIdOf } from '../region/checked-regions'
import { distanceKm, type Place } from './distance'
import { type BranchRow, findBranch, findBranches } from './store'

export const subshopHandlers: Handlers<typeof subshop> = {
  fetchShops: cached('site', async (request, { db, merchant }) => {
    const { nameLike, curlatitude, curlongitude } = request
    const regions = {
      provinceId: regionIdOf(request.provinceId),
      cityId: regionIdOf(request.cityId),
      districtId: regionIdOf(request.districtId),
    }
    const branches = await findBranches(db, merchant.id, { nameLike, ...regions })
    const isKnown = curlatitude !== undefined && curlongitude !== undefined
    const from = isKnown ? { latitude: curlatitude, longitude: curlongitude } : undefined
    const { limit, offset } = windowOf(request)
    return [...someOf(nearestFirst(branches, from).slice(offset, offset + limit))]
  }),

  shopSubdetail: cached('site', async ({ id }, { db, merchant }) => ({
    info: branchOf(orRefuse(await findBranch(db, merchant.id, id), 'noData')),
    extJson: {},
  })),

  pickPoints: cached('site', async (request, { db, merchant }) => {
    const branches = await findBranches(db, merchant.id, { ids: request.shopIds })
    const points = branches.filter(({ hands_out, is_open }) => hands_out === 1 && is_open === 1)
    const { limit, offset } = windowOf(request)
    const result = someOf(points.slice(offset, offset + limit)).map(row => branchOf(row))
    return { result, ...totals(points.length, request) }
  }),
}

/** Those of whose place nothing is known come last. */
function nearestFirst(rows: readonly BranchRow[], from: Place | undefined) {
  const branches = rows.map(row => branchOf(row, from))
  if (!from) return branches
  return branches.toSorted((a, b) => (a.distance ?? Number.MAX_VALUE) - (b.distance ?? Number.MAX_VALUE))
}

function branchOf(row: BranchRow, from?: Place) {
  const { latitude, longitude } = row
  const distance = from && latitude !== null && longitude !== null && distanceKm(from, { latitude, longitude })
  return {
    id: row.id,
    name: row.name,
    pic: row.pic,
    provinceId: row.province_id,
    cityId: row.city_id,
    districtId: row.district_id,
    address: row.address,
    latitude: latitude ?? undefined,
    longitude: longitude ?? undefined,
    distance: distance === false ? undefined : distance,
    linkMan: row.link_man,
    linkPhone: row.phone,
    openingHours: row.hours,
    openZiqu: row.hands_out === 1 && row.is_open === 1,
    openWaimai: false,
    isOpening: row.is_open === 1,
    characteristic: row.characteristic,
    introduce: row.introduce,
    number: '',
    numberOrder: 0,
    numberGoodReputation: 0,
    paixu: row.paixu,
    status: 1,
    statusStr: '正常',
    userId: row.merchant_id,
    dateAdd: new Date(row.created_at),
    dateUpdate: new Date(row.updated_at),
  }
}
