import { type ErrorName, errors } from '../../contract/errors'

/** The one way a handler refuses. The name picks code and text from `contract/errors.ts`. */
export class Refusal extends Error {
  constructor(
    readonly reason: ErrorName,
    msg: string = errors[reason][1],
    /** Some refusals carry a value: a label, an amount still to pay. */
    readonly data?: unknown,
  ) {
    super(msg)
  }
}

/** The value, or a refusal where there is none. */
export function orRefuse<Value>(value: Value | undefined | null, reason: ErrorName): Value {
  if (value === undefined || value === null) throw new Refusal(reason)
  return value
}
