/** Writing GBK: Node reads it and cannot write it, so the table is turned round once. */
let table: Map<string, Buffer> | undefined

function bytesByCharacter(): Map<string, Buffer> {
  const decoder = new TextDecoder('gbk')
  const made = new Map<string, Buffer>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const bytes = Buffer.from([first, second])
      const character = decoder.decode(bytes)
      if (character.length === 1 && character !== '�' && !made.has(character)) made.set(character, bytes)
    }
  return made
}

/** A character that GBK does not have becomes a question mark. */
export function toGbk(text: string): Buffer {
  table ??= bytesByCharacter()
  const known = table
  return Buffer.concat(
    [...text].map(character =>
      (character.codePointAt(0) ?? 0) < 0x80 ? Buffer.from(character) : (known.get(character) ?? Buffer.from('?')),
    ),
  )
}

/** A form whose bytes are GBK. */
export const gbkForm = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join('&')

const escaped = (text: string): string =>
  [...toGbk(text)]
    .map(byte => {
      const character = String.fromCharCode(byte)
      return /[\w.*-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
