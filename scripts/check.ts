/** `npm run check`: format, lint, types, and that what follows from the contract is up to date. */
import { run } from './run'

const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['types', 'tsc', '--project', 'tsconfig.json'],
  ['contract', 'tsx', 'contract/generate.ts', '--check'],
]

async function main(): Promise<void> {
  const failed: string[] = []
  for (const [name, command, ...args] of CHECKS) {
    if ((await run(`node_modules/.bin/${command}`, args)) !== 0) failed.push(name)
    else console.log(`✓ ${name}`)
  }
  if (failed.length) {
    console.error(`✗ ${failed.join(', ')}`)
    process.exit(1)
  }
}

void main()
