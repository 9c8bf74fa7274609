/** What follows from the contract, by path: the typed client and the reference pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { clientText } from './client'
import { referencePages } from './reference-pages'

const PAGES = 'docs/api'

export const generatedFiles = (): Record<string, string> => ({
  'src/api/wxapi.gen.ts': clientText(),
  ...referencePages(),
})

/** Pages of domains that are no more. */
export function orphans(files = generatedFiles()): string[] {
  const pages = existsSync(PAGES) ? readdirSync(PAGES).map(name => `${PAGES}/${name}`) : []
  return pages.filter(path => !(path in files))
}

/** Those that are not what the contract says now. */
export function staleFiles(): string[] {
  const files = generatedFiles()
  const isStale = (path: string) => !existsSync(path) || readFileSync(path, 'utf8') !== files[path]
  return [...Object.keys(files).filter(isStale), ...orphans(files)]
}
