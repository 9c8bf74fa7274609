/** Knows what was built from what: a target is stale when the content of its inputs has changed, or it is not there. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STAMPS = join('build', 'stamps.json')

export function fingerprintOf(inputs: readonly string[], settings: Record<string, string | undefined> = {}): string {
  const hash = createHash('sha256').update(JSON.stringify(settings))
  for (const path of inputs.flatMap(filesBelow).sort())
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

export const isStale = (target: string, fingerprint: string): boolean =>
  !existsSync(target) || readStamps()[target] !== fingerprint

export function stamp(target: string, fingerprint: string): void {
  mkdirSync('build', { recursive: true })
  writeFileSync(STAMPS, `${JSON.stringify({ ...readStamps(), [target]: fingerprint }, null, 2)}\n`)
}

const readStamps = (): Record<string, string> => (existsSync(STAMPS) ? JSON.parse(readFileSync(STAMPS, 'utf8')) : {})

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap(name => filesBelow(join(path, name)))
}
