/**
 * `npm test`: builds what is stale, runs every test and ends with one line that counts them. Arguments go to vitest, as in
 * `npm test -- test/api/pay.test.ts`. With `DATABASE_URL` the tests run on PostgreSQL, in databases of their own.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSteps } from './build'
import { run } from './run'

async function main(): Promise<void> {
  await buildSteps(['regions', 'server', 'h5', 'weapp', 'gallery'])
  const folder = mkdtempSync(join(tmpdir(), 'xiaopu-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('node_modules/.bin/vitest', ['run', ...reporters, ...process.argv.slice(2)])
  const counted = countIn(report)
  rmSync(folder, { recursive: true, force: true })
  console.log(`\n${process.env.DATABASE_URL ? 'PostgreSQL' : 'SQLite'}: ${counted}`)
  process.exit(code)
}

function countIn(report: string): string {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return `${numPassedTests} tests passed, ${numFailedTests} failed, ${numPendingTests} skipped`
  } catch {
    return 'the tests did not run to their end'
  }
}

void main()
