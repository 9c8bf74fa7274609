/** An address while it is being written. */
import type { Address } from '@/api'

export interface AddressForm {
  linkMan: string
  mobile: string
  /** Province, city, district, and the street where there is one. */
  region: ReadonlyArray<{ id: string; name: string }>
  address: string
  isDefault: boolean
  /** Where on the map, when somebody has marked it. */
  point?: { latitude: number; longitude: number } | undefined
}

export const newForm: AddressForm = { linkMan: '', mobile: '', region: [], address: '', isDefault: false }

export function formOf(saved: Address): AddressForm {
  const { linkMan, mobile, address, isDefault } = saved
  const region = [
    { id: saved.provinceId, name: saved.provinceStr },
    { id: saved.cityId, name: saved.cityStr },
    { id: saved.districtId, name: saved.areaStr },
    { id: saved.streetId, name: saved.streetStr },
  ].filter(({ id, name }) => id && id !== '0' && name)
  const { latitude, longitude } = saved
  const point = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined
  return { linkMan, mobile, region, address, isDefault, ...(point && { point }) }
}

/** The first thing that is missing, by the name of its text. */
export function formProblem({ linkMan, mobile, region, address }: AddressForm) {
  if (!linkMan.trim()) return 'personMissing'
  if (!/^\+?[\d\- ]{5,20}$/.test(mobile.trim())) return 'mobileWrong'
  if (region.length < 3) return 'regionMissing'
  if (!address.trim()) return 'detailMissing'
  return undefined
}

/** `0` is "none": it takes back a street that was chosen before. */
export function addressFields({ linkMan, mobile, region, address, isDefault, point }: AddressForm) {
  const [province, city, district, street] = region
  return {
    linkMan: linkMan.trim(),
    mobile: mobile.trim(),
    provinceId: province?.id ?? '0',
    cityId: city?.id ?? '0',
    districtId: district?.id ?? '0',
    streetId: street?.id ?? '0',
    address: address.trim(),
    isDefault,
    ...point,
  }
}
