/** Addresses of the net. A demo shop that all stories share stands behind a proxy, so that each phone has its own. */
import { randomInt } from 'node:crypto'

/** What the proxy says of a phone that nobody else has: limits per address do not add up over unrelated stories. */
export const viaProxy = () => ({
  'x-forwarded-for': `10.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`,
})
