import { Refusal } from '../../http/refusal'
import { regionById } from './regions'

export interface RegionIds {
  provinceId?: string | undefined
  cityId?: string | undefined
  districtId?: string | undefined
  streetId?: string | undefined
}

/** The twelve digits of a region. Old clients send six, and `0` for "none". */
export const regionIdOf = (id: string | undefined): string => (!id || id === '0' ? '' : id.padEnd(12, '0'))

/** Ids as we store them. Refuses what is not on the map, and a district that lies elsewhere than its city. */
export function checkedRegions(ids: RegionIds) {
  const { provinceId, cityId, districtId, streetId } = ids
  const chain = [regionIdOf(provinceId), regionIdOf(cityId), regionIdOf(districtId), regionIdOf(streetId)] as const
  let above = '0'
  for (const id of chain) {
    if (!id) continue
    const region = regionById(id)
    if (!region || !belongs(region.pid, above)) throw new Refusal('regionUnknown')
    above = id
  }
  const [province_id, city_id, district_id, street_id] = chain
  return { province_id, city_id, district_id, street_id }
}

/** Whether a region lies in another, directly or not: clients leave levels out, and some cities have no districts. */
const belongs = (pid: string, above: string): boolean =>
  above === '0' || pid === above || (pid !== '0' && belongs(regionById(pid)?.pid ?? '0', above))
