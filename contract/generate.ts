/**
 * `npm run contract` writes what follows from the contract: the typed client and the reference pages. With `--check` it
 * writes nothing and fails when one of them is stale.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { generatedFiles, orphans, staleFiles } from './generate/files'

if (process.argv.includes('--check')) {
  const stale = staleFiles()
  if (stale.length) {
    console.error(`stale, run \`npm run contract\`: ${stale.join(', ')}`)
    process.exit(1)
  }
} else {
  const files = generatedFiles()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const path of orphans(files)) rmSync(path)
  console.log(`${Object.keys(files).length} files written`)
}
