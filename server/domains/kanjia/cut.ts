/** How much one help cuts. Pure; every amount is fen. */
import { type Fen, fen } from '../../../contract/money'

/** Where a bargain stands before a help. */
export interface Standing {
  /** Still above the floor. */
  leftFen: number
  /** Helps until the floor, this one included. */
  helpsLeft: number
  minFen: number
  maxFen: number
}

/**
 * A random cut within the bounds that leaves the rest reachable: whoever helps later can cut within the bounds too, and the
 * last help that was planned lands on the floor to the fen. `draw` answers a whole number from its first to its second
 * argument, both included.
 */
export function cutOf(
  { leftFen, helpsLeft, minFen, maxFen }: Standing,
  draw: (from: number, to: number) => number,
): Fen {
  if (helpsLeft <= 1) return fen(leftFen)
  const others = helpsLeft - 1
  const least = Math.max(minFen, leftFen - others * maxFen)
  const most = Math.min(maxFen, leftFen - others * minFen)
  return fen(draw(least, most))
}

export interface Plan {
  minFen: Fen
  maxFen: Fen
}

/** Bounds around the mean when none are given: from half of it to half as much again. */
export function boundsFor(totalFen: number, helps: number): Plan {
  const mean = totalFen / helps
  return { minFen: fen(Math.max(1, Math.floor(mean / 2))), maxFen: fen(Math.max(1, Math.ceil(mean * 1.5))) }
}

/** Whether so many helps within the bounds can come out at exactly the total. */
export const isReachable = (totalFen: number, helps: number, { minFen, maxFen }: Plan): boolean =>
  minFen >= 1 && minFen <= maxFen && helps * minFen <= totalFen && totalFen <= helps * maxFen
