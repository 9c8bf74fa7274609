/** A wrong request to a simulator's own controls, answered with `statusCode` and the text. */
export class ControlError extends Error {
  constructor(
    readonly statusCode: 400 | 404 | 409,
    message: string,
  ) {
    super(message)
  }
}

/** The fields of a control's JSON body. */
export function fieldsOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ControlError(400, 'the body must be a JSON object')
  return body as Record<string, unknown>
}

export function textOf(fields: Record<string, unknown>, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '') throw new ControlError(400, `${name} must be text`)
  return value
}

/** A number of at least 0, or `fallback` when it is not given. */
export function countOf(fields: Record<string, unknown>, name: string, fallback?: number): number {
  const value = fields[name] ?? fallback
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new ControlError(400, `${name} must be a number of at least 0`)
  return value
}

export function oneOf<Name extends string>(
  fields: Record<string, unknown>,
  name: string,
  known: readonly Name[],
): Name {
  const value = known.find(candidate => candidate === fields[name])
  if (!value) throw new ControlError(400, `${name} must be one of ${known.join(', ')}`)
  return value
}
