import type { Merchant } from '../../../server/http/handlers'
import type { Shop } from '../context'

/** What every step of `weilian` works with. */
export interface Desk {
  shop: Shop
  merchant: Merchant
  values: Record<string, string | boolean | undefined>
}

export interface Step {
  names: string[]
  run(desk: Desk, words: string[]): Promise<void>
}
