/**
 * `npm run bench`: what the server does a second, as ratios to a bare Fastify measured in the same run, and how many SQL
 * statements each operation takes, and what a shopper on a slow phone waits for. `--seconds N` for each measurement (3);
 * `--codes` measures card codes alone, `--storefront` the phone alone. With `DATABASE_URL`, on PostgreSQL too.
 */

import { measureCodes } from './bench/codes'
import { measureOrders } from './bench/orders'
import { measureReads } from './bench/reads'
import { type Place, places } from './bench/servers'
import { countStatements } from './bench/statements'
import { measureStorefront } from './bench/storefront'
import { buildSteps } from './build'

async function main(): Promise<void> {
  const asked = process.argv.indexOf('--seconds')
  const seconds = asked > 0 ? Number(process.argv[asked + 1]) : 3
  const onlyCodes = process.argv.includes('--codes')
  await buildSteps(['regions', 'server', ...(onlyCodes ? [] : (['h5'] as const))], { quiet: true })
  const all = await places()
  try {
    for (const place of process.argv.includes('--storefront') ? [] : all) {
      console.log(`\n## ${place.name}\n`)
      await (onlyCodes ? reportCodes(place) : report(place, seconds))
    }
    if (all[0] && !onlyCodes) await reportStorefront(all[0])
  } finally {
    await Promise.all(all.map(place => place.remove()))
  }
  if (!process.env.DATABASE_URL) console.log('\n(PostgreSQL was not measured: DATABASE_URL is not set)')
}

async function reportCodes(place: Place): Promise<void> {
  const codes = await measureCodes(place)
  console.log(
    `\nFrom payment to codes, the supplier taking 200 ms for each answer: p50 ${codes.p50.toFixed(0)} ms, p95 ${codes.p95.toFixed(0)} ms (goal 1500), ${codes.count} orders by 5 buyers`,
  )
}

async function reportStorefront(place: Place): Promise<void> {
  console.log('\n## Storefront: slow 4G, a processor of a quarter of the speed\n')
  const figures = await measureStorefront(place)
  if (!figures) return console.log('(not measured: no Chromium)')
  console.log('| what | figure | goal |\n|---|---|---|')
  for (const { what, value, goal } of figures) console.log(`| ${what} | ${value} | ${goal} |`)
}

async function report(place: Place, seconds: number): Promise<void> {
  console.log('| read | ours /s | p50 ms | p99 ms | bare Fastify /s | ratio |\n|---|---|---|---|---|---|')
  for (const { what, ours, bare, ratio } of await measureReads(place, seconds)) {
    console.log(
      `| ${what} | ${ours.perSecond.toFixed(0)} | ${ours.p50} | ${ours.p99} | ${bare.perSecond.toFixed(0)} | ${ratio.toFixed(2)} |`,
    )
  }
  const orders = await measureOrders(place, seconds * 3)
  console.log(
    `\nOrders placed and paid: ${orders.perSecond.toFixed(0)} /s by 20 shoppers (${orders.count} in all), p50 ${orders.p50.toFixed(0)} ms, p99 ${orders.p99.toFixed(0)} ms; resident memory afterwards ${orders.memoryMb.toFixed(0)} MB`,
  )
  await reportCodes(place)
  console.log('\n| operation | SQL statements | begin and commit |\n|---|---|---|')
  for (const { what, statements, brackets } of await countStatements(place))
    console.log(`| ${what} | ${statements} | ${brackets} |`)
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
