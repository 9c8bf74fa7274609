export const faults = [
  /** The notification of a payment never arrives, nor do its repeats. */
  'loseNotification',
  /** The notification arrives twice. */
  'repeatNotification',
  /** The notification tells of one fen more than the order. */
  'wrongAmount',
  'badSignature',
  'staleTimestamp',
  /** The bank takes its time: a refund is accepted, and done when it is asked for again. */
  'slowRefund',
  /** The payer's card takes no money back. */
  'abnormalRefund',
  /** The shop's own account does not hold enough to give back. */
  'shopBalanceShort',
  /** The API answers an error page without a signature. */
  'down',
] as const

export type Fault = (typeof faults)[number]

/** How many times each fault is still to happen. */
export function createFaults() {
  const left = new Map<Fault, number>()
  return {
    arm: (fault: Fault, times: number): void => void left.set(fault, times),

    /** Uses up one time, if there is one. */
    take(fault: Fault): boolean {
      const times = left.get(fault) ?? 0
      left.set(fault, Math.max(0, times - 1))
      return times > 0
    },
  }
}

export type Faults = ReturnType<typeof createFaults>
