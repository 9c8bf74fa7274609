export type JsonObject = Record<string, unknown>

/**
 * The JSON object in a body, or undefined. The error of `JSON.parse` is dropped on purpose: it quotes the text, and the
 * text may hold a session key or a card code.
 */
export function parseObject(body: Buffer | string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text(body)))
  } catch {
    return undefined
  }
}

/** Any JSON, with integers of 16 digits and more as strings, since a number would lose their last digits. */
export function parseExactly(body: Buffer | string): unknown {
  try {
    const json = text(body)
    // Parsed first, so that the search runs over whole strings only: an open one makes it quadratic.
    const value = JSON.parse(json)
    return /\d{16}/.test(json) ? JSON.parse(quoteLongIntegers(json)) : value
  } catch {
    return undefined
  }
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

/** Text, or a number as its text: parties differ, and one party differs from itself. Empty text is no text. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

/** An integer, or its decimal text. */
export function asInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value
  return Number.isSafeInteger(number) ? (number as number) : undefined
}

const quoteLongIntegers = (json: string): string =>
  json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, token =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
  )

/** Throws on bytes that are not UTF-8, because a mangled code is worse than none; drops a byte order mark. */
function text(body: Buffer | string): string {
  return typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body)
}
