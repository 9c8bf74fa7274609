/** Goods that were looked at on this phone, the latest first. It never leaves the phone: a guest's trace is nobody's business. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { remembered } from '@/lib/remembered'
import { formatTime } from '../../contract/time'

const KEY = 'seenGoods'
const MOST = 100

export interface Footprint {
  goodsId: number
  /** When, as the server writes times. */
  at: string
}

interface Footprints {
  seen: readonly Footprint[]
  add(goodsId: number): void
  remove(goodsIds: readonly number[]): void
  /** Back to what it was, after a removal that was not meant. */
  restore(seen: readonly Footprint[]): void
}

export const useFootprints = create<Footprints>((set, get) => {
  const keep = (seen: readonly Footprint[]) => {
    Taro.setStorageSync(KEY, seen)
    set({ seen })
  }
  return {
    seen: footprintsIn(Taro.getStorageSync(KEY)),
    add: goodsId =>
      keep(remembered(get().seen, { goodsId, at: formatTime(new Date()) }, MOST, ({ goodsId }) => goodsId)),
    remove: goodsIds => keep(get().seen.filter(({ goodsId }) => !goodsIds.includes(goodsId))),
    restore: keep,
  }
})

/** Storage may hold what an older version left there. */
function footprintsIn(stored: unknown): Footprint[] {
  return Array.isArray(stored) ? stored.filter(row => Number(row?.goodsId) > 0 && typeof row?.at === 'string') : []
}
