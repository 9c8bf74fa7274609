/** The shop's clock. Only simulators may move it; every rule takes its moment from here. */
export interface Clock {
  now(): Date
  advance(seconds: number): void
}

export function createClock(): Clock {
  let offsetMs = 0
  return {
    now: () => new Date(Date.now() + offsetMs),
    advance(seconds) {
      offsetMs += seconds * 1000
    },
  }
}
