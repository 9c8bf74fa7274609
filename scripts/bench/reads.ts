/** How many list and detail answers a second, as shares of a bare Fastify's, measured in turn in one run. */
import autocannon from 'autocannon'
import { type Measured, type Place, startBare, startShop } from './servers'

const CONNECTIONS = 20
const WARM_UP_SECONDS = 1
const ROUNDS = 3

export interface Rate {
  perSecond: number
  p50: number
  p99: number
}

export interface ReadResult {
  what: string
  bare: Rate
  ours: Rate
  ratio: number
}

const PAGES = [
  ['goods/list, a page of 20', '/demo/shop/goods/list?pageSize=20'],
  ['goods/detail', '/demo/shop/goods/detail?id=1'],
] as const
/** Made anew each for itself: requests for the same product that arrive together share one making. */
const IN_TURN = Array.from({ length: CONNECTIONS }, (_, i) => `/demo/shop/goods/detail?id=${i + 1}`)

/** `seconds`: of each measurement. */
export async function measureReads(place: Place, seconds: number): Promise<ReadResult[]> {
  const kept = await startShop(place)
  const anew = await startShop(place, { ANSWER_CACHE_MB: '0' })
  const values = await Promise.all(PAGES.map(([, path]) => fetch(kept.origin + path).then(response => response.json())))
  const bare = await startBare(values)
  const results: ReadResult[] = []
  for (const [i, [what, path]] of PAGES.entries()) {
    results.push(await compare(`${what}, kept`, [bare, `/${i}`], [kept, path], seconds))
    results.push(await compare(`${what}, made anew`, [bare, `/${i}`], [anew, path], seconds))
  }
  results.push(await compare('goods/detail, 20 products in turn, made anew', [bare, '/1'], [anew, IN_TURN], seconds))
  await Promise.all([kept, anew, bare].map(server => server.stop()))
  return results
}

/** In turn, so that a busy neighbour slows both; the best round of each counts. */
async function compare(
  what: string,
  bare: [Measured, string],
  ours: [Measured, string | readonly string[]],
  seconds: number,
): Promise<ReadResult> {
  const rounds: { bare: Rate; ours: Rate }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ bare: await rateOf(...bare, seconds), ours: await rateOf(...ours, seconds) })
  }
  const best = (of: 'bare' | 'ours') =>
    rounds.map(round => round[of]).reduce((a, b) => (a.perSecond > b.perSecond ? a : b))
  return { what, bare: best('bare'), ours: best('ours'), ratio: best('ours').perSecond / best('bare').perSecond }
}

/** `paths`: one, or several that every connection asks for in turn. */
async function rateOf({ origin }: Measured, paths: string | readonly string[], seconds: number): Promise<Rate> {
  const load = { url: origin, connections: CONNECTIONS, requests: [paths].flat().map(path => ({ path })) }
  await autocannon({ ...load, duration: WARM_UP_SECONDS })
  const { requests, latency, non2xx, errors } = await autocannon({ ...load, duration: seconds })
  if (non2xx || errors) throw new Error(`${load.requests[0]?.path}: ${non2xx} refused, ${errors} broken`)
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
}
