import { listOf, reading, wxapi } from '@/api'
import type { AddressForm } from '@/lib/address-form'
import { type Regions, recogniseAddress, takeBelow } from '@/lib/address-paste'

const PROVINCE_CITY_DISTRICT = 3

let regions: Promise<Regions> | undefined

/** All regions down to the districts, fetched when the first address is read. */
function allRegions(): Promise<Regions> {
  regions ??= reading(async () => {
    const [provinces, cities, districts] = await Promise.all([
      listOf(wxapi.provinceV2()),
      listOf(wxapi.cityV2()),
      listOf(wxapi.districts()),
    ])
    return { provinces, cities, districts }
  }).catch(error => {
    regions = undefined
    throw error
  })
  return regions
}

/** What a text says of an address; what it does not say is left out. */
export async function recognised(text: string): Promise<Partial<AddressForm>> {
  const { linkMan, mobile, region, address } = recogniseAddress(text, await allRegions())
  const lowest = region[region.length - 1]
  const isOpen = lowest && region.length >= PROVINCE_CITY_DISTRICT - 1
  const below = isOpen ? await reading(() => listOf(wxapi.nextRegionV2(lowest.id))) : []
  const further = takeBelow(address, below)
  const path = further.region ? [...region, { id: further.region.id, name: further.region.name }] : region
  return {
    ...(linkMan && { linkMan }),
    ...(mobile && { mobile }),
    ...(path.length && { region: path }),
    ...(further.address && { address: further.address }),
  }
}
