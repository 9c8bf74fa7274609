/**
 * `npm run faults`: runs what can go wrong with money as tests, on SQLite and, with `DATABASE_URL`, on PostgreSQL, and prints the table.
 * `--write` puts it into docs/payment-faults.md.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../server/project-root'
import { run } from './run'

const FILES = ['pay-faults', 'pay-killed', 'transfer-killed'].map(name => `test/journeys/${name}.test.ts`)
const PAGE = join(projectRoot, 'docs/payment-faults.md')

interface Report {
  testResults: { assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[]
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL
  const sqlite = await resultsOf('')
  const postgres = url ? await resultsOf(url) : new Map<string, boolean>()
  const rows = [...sqlite].map(([name, isGood]) => rowOf(name, isGood, postgres.get(name)))
  const table = ['| what goes wrong | how it ends | SQLite | PostgreSQL |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
  console.log(`\n${table}\n`)
  if (process.argv.includes('--write')) writeFileSync(PAGE, pageWith(table))
  if ([...sqlite.values(), ...postgres.values()].includes(false)) process.exit(1)
}

async function resultsOf(databaseUrl: string): Promise<Map<string, boolean>> {
  const file = join(tmpdir(), `xiaopu-faults-${process.pid}.json`)
  const args = ['run', '--project', 'shop', ...FILES, '--reporter=json', `--outputFile=${file}`]
  await run('node_modules/.bin/vitest', args, { DATABASE_URL: databaseUrl })
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(file)
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  return new Map(
    tests.map(({ ancestorTitles, title, status }) => [[...ancestorTitles, title].join(' '), status === 'passed']),
  )
}

/** A test is called `what goes wrong → how it ends`. */
function rowOf(name: string, onSqlite: boolean, onPostgres: boolean | undefined): string {
  const [fault = '', end = ''] = name.split(' → ')
  return `| ${fault} | ${end} | ${mark(onSqlite)} | ${mark(onPostgres)} |`
}

const mark = (isGood: boolean | undefined) => (isGood === undefined ? '' : isGood ? '✓' : '✗')

function pageWith(table: string): string {
  const page = readFileSync(PAGE, 'utf8')
  return `${page.slice(0, page.indexOf('| what goes wrong'))}${table}\n`
}

void main()
