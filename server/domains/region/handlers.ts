import type { region } from '../../../contract/region'
import type { Handlers } from '../../http/handlers'
import { Refusal } from '../../http/refusal'
import { regionIdOf } from './checked-regions'
import { type Region, regionsBelow, regionsOfLevel } from './regions'

export const regionHandlers: Handlers<typeof region> = {
  async province() {
    return [...regionsBelow()]
  },

  async nextRegion({ pid }) {
    return someOf(regionsBelow(regionIdOf(pid) || undefined))
  },

  async cityV2() {
    return regionsOfLevel(2)
  },

  async districts() {
    return regionsOfLevel(3)
  },
}

function someOf(regions: readonly Region[]): Region[] {
  if (regions.length === 0) throw new Refusal('noData')
  return [...regions]
}
