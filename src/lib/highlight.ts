export interface Part {
  text: string
  isMatch: boolean
}

/** A name in parts, those marked that somebody is typing; capital or small does not matter. */
export function highlighted(name: string, typed: string): Part[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const parts: Part[] = []
  let rest = name
  while (rest) {
    const [at, length] = firstOf(rest.toLowerCase(), words)
    if (at > 0) parts.push({ text: rest.slice(0, at), isMatch: false })
    if (length > 0) parts.push({ text: rest.slice(at, at + length), isMatch: true })
    rest = rest.slice(at + length)
  }
  return parts
}

/** Where the first of the words begins, and how long it is; the end when there is none. */
function firstOf(text: string, words: readonly string[]): [at: number, length: number] {
  let found: [number, number] = [text.length, 0]
  for (const word of words) {
    const at = text.indexOf(word)
    if (at >= 0 && at < found[0]) found = [at, word.length]
  }
  return found
}
