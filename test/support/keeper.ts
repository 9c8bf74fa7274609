/** The shop keeper's command line, beside a server that runs on the same data. */
import { type Ended, envOf, run } from './programs'
import type { Shop } from './shop'

/** Runs `npm run shop -- …` as it is built. */
export function keeper({ app }: Pick<Shop, 'app'>, ...args: string[]): Promise<Ended> {
  const { dataDir, databaseUrl, port } = app.services.config
  // The server's own settings may lie beside it, and some may be wrong for a tool: none of its business.
  const env = { SIMULATORS: 'off', NODE_ENV: 'production', PORT: String(port) }
  return run('shop', args, envOf({ dataDir, databaseUrl }, env))
}

/** What it says when it succeeds; throws otherwise. */
export async function told(shop: Pick<Shop, 'app'>, ...args: string[]): Promise<string> {
  const { code, said } = await keeper(shop, ...args)
  if (code !== 0) throw new Error(`shop ${args.join(' ')} ended with ${code}: ${said}`)
  return said
}

/** What it says when it refuses. */
export async function refused(shop: Pick<Shop, 'app'>, ...args: string[]): Promise<string> {
  const { code, said } = await keeper(shop, ...args)
  if (code !== 1 || /^\s+at /m.test(said)) throw new Error(`shop ${args.join(' ')} ended with ${code}: ${said}`)
  return said
}
