/** How many times each fault is still to happen. */
export interface Armed<Fault extends string> {
  arm(fault: Fault, times: number): void
  /** Uses up one time, if there is one. */
  take(fault: Fault): boolean
}

export function createArmed<Fault extends string>(): Armed<Fault> {
  const left = new Map<Fault, number>()
  return {
    arm: (fault, times) => void left.set(fault, times),
    take(fault) {
      const times = left.get(fault) ?? 0
      left.set(fault, Math.max(0, times - 1))
      return times > 0
    },
  }
}
