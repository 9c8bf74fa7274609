/** Faults that replace the ordinary course of an answer; one call meets one of them, the oldest. */
export const courses = [
  /** Holds the call, and sells only if the caller is still there: a time-out then means "not sold". */
  'delayBeforeCommit',
  /** Sells, then holds the answer: a time-out then means "sold". */
  'delayAfterCommit',
  /** Sells, then breaks off in the middle of the answer. */
  'reset',
  /** An error page with HTTP 200, nothing sold. */
  'html',
  'error500',
  /** What a web server does to an address without its last slash. */
  'redirect',
  'code40000',
  'code40001',
  'code40002',
  'code40003',
  'code40004',
  'code40005',
  'code40006',
  'code40007',
  'code40008',
  'code40009',
  /** Says that the order failed, though it was sold and charged. */
  'code40009Sold',
] as const

/** Faults and shapes that go together with anything else. */
export const traits = [
  'duplicateCode',
  'shortGoodsInfo',
  /** Codes that are addresses, and such as would do harm if they were taken for one. */
  'linkCodes',
  'scriptCodes',
  'priceDrift',
  'stockDrift',
  /** Orders are missing from the lists: all of them, or those of the last minute. */
  'hiddenOrders',
  'lag',
  /** The shape of an answer, which the supplier does not document. */
  'flat',
  'nested',
  'infoString',
  'infoList',
  'infoObjects',
  'strings',
  'numbers',
] as const

export type Course = (typeof courses)[number]
export type Trait = (typeof traits)[number]

export const actions = [
  'batchselectgoods',
  'getmultiplegoods',
  'buygoods',
  'getorder',
  'delivergoods',
  'mallorder',
] as const
export type Action = (typeof actions)[number]

interface Armed {
  action: Action
  fault: Course | Trait
  times: number
  delayMs: number
}

export interface CallFaults {
  course?: Course
  /** How long the delaying courses hold a call. */
  delayMs: number
  traits: ReadonlySet<Trait>
}

const MOST_ARMED = 1_000

/** What will go wrong with the next calls of an action. */
export function createFaults() {
  let armed: Armed[] = []
  const isTrait = (fault: Course | Trait): fault is Trait => traits.some(trait => trait === fault)

  return {
    arm(fault: Armed): void {
      armed = [...armed, fault].slice(-MOST_ARMED)
    },

    clear(): void {
      armed = []
    },

    /** Uses up one time of the oldest course and of every trait. */
    take(action: Action): CallFaults {
      const mine = armed.filter(fault => fault.action === action)
      const course = mine.find(({ fault }) => !isTrait(fault))
      const met = mine.filter(fault => fault === course || isTrait(fault.fault))
      for (const fault of met) fault.times -= 1
      armed = armed.filter(({ times }) => times > 0)
      return {
        course: course?.fault as Course | undefined,
        delayMs: course?.delayMs ?? 0,
        traits: new Set(met.map(({ fault }) => fault).filter(isTrait)),
      }
    },
  }
}

export type Faults = ReturnType<typeof createFaults>
