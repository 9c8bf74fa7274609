/** Administrative regions of China, down to the street. */
import Type from 'typebox'
import { alias, get } from './define'
import { Enum, row, Text } from './fields'

const RegionRow = row('Region', {
  id: Text,
  name: Text,
  pid: Text,
  level: Enum({ 1: 'province', 2: 'city', 3: 'district', 4: 'street' }),
  firstLetter: Text,
})
const Regions = Type.Array(RegionRow)

const province = get('api:/common/region/v2/province', { about: 'All provinces', data: Regions })
const nextRegion = get('api:/common/region/v2/child', {
  about: 'What lies below a region',
  args: [{ pid: Text }],
  data: Regions,
})

export const region = {
  province,
  provinceV2: alias(province, { url: 'common:/{subDomain}/region/province' }),
  nextRegion,
  nextRegionV2: alias(nextRegion, { url: 'common:/{subDomain}/region/child' }),
  cityV2: get('common:/{subDomain}/region/city', { about: 'All cities', data: Regions }),
  districts: get('api:/common/region/v2/districts', { about: 'All districts', data: Regions }),
}
