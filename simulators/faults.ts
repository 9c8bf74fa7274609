/** How many times each fault is still to happen. */
export interface Armed<Fault extends string> {
  /** `on`: only to calls whose path says so; programs ask for other things by themselves meanwhile. */
  arm(fault: Fault, times: number, on?: string): void
  /** Uses up one time, if there is one for this path. */
  take(fault: Fault, path?: string): boolean
}

export function createArmed<Fault extends string>(): Armed<Fault> {
  const left = new Map<Fault, { times: number; on: string }>()
  return {
    arm: (fault, times, on = '') => void left.set(fault, { times, on }),
    take(fault, path = '') {
      const armed = left.get(fault)
      if (!armed || armed.times <= 0 || !path.includes(armed.on)) return false
      armed.times -= 1
      return true
    },
  }
}
