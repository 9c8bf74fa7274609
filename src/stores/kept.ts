/**
 * Answers of the catalogue that are kept on the phone: shown at once while fresh ones load, and where there is no network.
 * Nothing of a shopper's own. The name of an answer says what it depends on: `goods:981`.
 */
import Taro from '@tarojs/taro'
import { type KeptEntry, LARGEST, withEntry } from '@/lib/kept-index'
import { shop } from '@/platform/shop'

const INDEX = 'kept'
/** Another shop and another contract have answers of their own. */
const OURS = `kept:${shop.subDomain}:${CONTRACT}:`

/** What this program has written, so that what is the same is not written again. */
const written = new Map<string, string>()

export function keptAnswer<Data>(name: string): Data | undefined {
  return Taro.getStorageSync<Data | ''>(OURS + name) || undefined
}

/** Keeps an answer, a moment later: nobody waits for it. */
export function keepAnswer(name: string, data: unknown): void {
  setTimeout(() => {
    const key = OURS + name
    const text = JSON.stringify(data)
    if (text === undefined) return forgetAnswer(name)
    if (text.length > LARGEST || written.get(key) === text) return
    try {
      const { kept, dropped } = withEntry(entries(), { key, size: text.length })
      for (const old of dropped) Taro.removeStorageSync(old)
      Taro.setStorageSync(key, data)
      Taro.setStorageSync(INDEX, kept)
      written.set(key, text)
    } catch {
      // The phone has no room left: what is kept is the first that can go.
      clearKept()
    }
  })
}

/** What turned out to be there no more. */
export function forgetAnswer(name: string): void {
  const key = OURS + name
  Taro.removeStorageSync(key)
  Taro.setStorageSync(
    INDEX,
    entries().filter(entry => entry.key !== key),
  )
  written.delete(key)
}

/** Lets everything go. Answers how many characters that were. */
export function clearKept(): number {
  const all = entries()
  for (const { key } of all) Taro.removeStorageSync(key)
  Taro.removeStorageSync(INDEX)
  written.clear()
  return all.reduce((sum, { size }) => sum + size, 0)
}

const entries = (): KeptEntry[] => Taro.getStorageSync<KeptEntry[] | ''>(INDEX) || []
