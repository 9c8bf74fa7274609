/** What was searched for on this phone, the latest first. It never leaves the phone. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { remembered } from '@/lib/remembered'

const KEY = 'searched'
const MOST = 20

interface SearchHistory {
  words: readonly string[]
  remember(word: string): void
  forget(word: string): void
  clear(): void
}

export const useSearchHistory = create<SearchHistory>((set, get) => {
  const keep = (words: readonly string[]) => {
    Taro.setStorageSync(KEY, words)
    set({ words })
  }
  return {
    words: wordsIn(Taro.getStorageSync(KEY)),
    remember: word => word && keep(remembered(get().words, word, MOST)),
    forget: word => keep(get().words.filter(other => other !== word)),
    clear: () => keep([]),
  }
})

/** Storage may hold what an older version left there. */
function wordsIn(stored: unknown): string[] {
  return Array.isArray(stored) ? stored.filter(word => typeof word === 'string') : []
}
