export type PhpValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly PhpValue[]
  | { readonly [key: string]: PhpValue }

/**
 * A form as PHP's `http_build_query` writes it: `list[0]=…`, `map[key]=…`, space as `+`, null left out. An empty list
 * leaves no trace at all, which its reader takes for a missing field.
 */
export function phpForm(fields: Readonly<Record<string, PhpValue>>): string {
  return Object.entries(fields)
    .flatMap(([name, value]) => pairsOf(encode(name), value))
    .join('&')
}

function pairsOf(name: string, value: PhpValue): string[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => pairsOf(`${name}%5B${encode(key)}%5D`, item))
  return [`${name}=${encode(typeof value === 'boolean' ? String(Number(value)) : String(value))}`]
}

/** PHP's `urlencode`: only letters, digits, `-`, `_` and `.` stay. */
const encode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*~]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
