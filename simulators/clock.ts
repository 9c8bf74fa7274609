/** The demo's time. It can be moved ahead, so that what is due later happens now. */
export interface Clock {
  now(): Date
  advance(seconds: number): void
}

/** A clock that starts on time. */
export function createClock(): Clock {
  let aheadMs = 0
  return {
    now: () => new Date(Date.now() + aheadMs),
    advance(seconds) {
      aheadMs += seconds * 1000
    },
  }
}

/**
 * The time by which a caller dated its message, or undefined when that is further off than `toleranceSeconds`. The demo's
 * clock may be ahead of the wall, and callers follow the one or the other.
 */
export function callersNow(datedAt: Date, clock: Clock, toleranceSeconds: number): Date | undefined {
  return [clock.now(), new Date()].find(now => Math.abs(now.getTime() - datedAt.getTime()) <= toleranceSeconds * 1000)
}
