import { inject } from 'vitest'
import { clientOf } from './client'
import { type DemoShop, shopAt } from './shop-at'

export type { DemoShop }

/** The demo shop that `demo-server.ts` started for this run. */
export function demoShop(): DemoShop {
  const address = inject('demoShop')
  return shopAt(address, clientOf(address.origin, 'demo', '1'))
}
