/** The regions of China, read once from what the build made of public data. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../project-root'

export type Level = 1 | 2 | 3 | 4

export interface Region {
  id: string
  name: string
  pid: string
  level: Level
  /** Latin capital; streets have none. */
  firstLetter: string
}

const ROOT = '0'
let tree: Map<string, Region[]> | undefined
let byId: Map<string, Region> | undefined

/** What lies directly below a region; provinces when there is none. */
export const regionsBelow = (pid: string = ROOT): readonly Region[] => load().tree.get(pid) ?? []
export const regionById = (id: string): Region | undefined => load().byId.get(id)
export const regionsOfLevel = (level: Level): Region[] =>
  [...load().byId.values()].filter(region => region.level === level)

function load() {
  if (tree && byId) return { tree, byId }
  const path = join(projectRoot, 'build', 'regions.txt')
  if (!existsSync(path)) throw new Error('build/regions.txt is missing: run `npm run build`')
  tree = new Map()
  byId = new Map()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [id, name, firstLetter = ''] = line.split(' ')
    if (!id || !name) continue
    const region = { id, name, firstLetter, ...placeOf(id) }
    byId.set(id, region)
    const siblings = tree.get(region.pid) ?? []
    siblings.push(region)
    tree.set(region.pid, siblings)
  }
  return { tree, byId }
}

/** Two digits name a province, four a city, six a district, nine a street; zeros fill up to twelve. */
function placeOf(id: string): { level: Level; pid: string } {
  const padded = (digits: number) => id.slice(0, digits).padEnd(12, '0')
  if (id.endsWith('0000000000')) return { level: 1, pid: ROOT }
  if (id.endsWith('00000000')) return { level: 2, pid: padded(2) }
  if (id.endsWith('000000')) return { level: 3, pid: padded(4) }
  return { level: 4, pid: padded(6) }
}

/** The names of an address's regions; empty where an id is not given. */
export function regionNames(ids: { province_id: string; city_id: string; district_id: string; street_id: string }) {
  const name = (id: string) => (id ? (regionById(id)?.name ?? '') : '')
  return {
    provinceStr: name(ids.province_id),
    cityStr: name(ids.city_id),
    areaStr: name(ids.district_id),
    streetStr: name(ids.street_id),
  }
}
