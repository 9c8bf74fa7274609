/**
 * `npm run contract` writes what follows from the contract: the typed client and the reference pages. With `--check` it
 * writes nothing and fails when one of them is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { clientText } from './generate/client'
import { referencePages } from './generate/reference-pages'

const files: Record<string, string> = { 'src/api/wxapi.gen.ts': clientText(), ...referencePages() }

const isStale = (path: string) => !existsSync(path) || readFileSync(path, 'utf8') !== files[path]
const orphans = existsSync('docs/api')
  ? readdirSync('docs/api')
      .map(name => `docs/api/${name}`)
      .filter(path => !(path in files))
  : []

if (process.argv.includes('--check')) {
  const stale = [...Object.keys(files).filter(isStale), ...orphans]
  if (stale.length) {
    console.error(`stale, run \`npm run contract\`: ${stale.join(', ')}`)
    process.exit(1)
  }
} else {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const path of orphans) rmSync(path)
  console.log(`${Object.keys(files).length} files written`)
}
