/** Servers to measure: ours on either database, and a bare Fastify that stringifies the same JSON. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface Measured {
  origin: string
  /** Resident memory now, in MB. */
  memoryMb(): number
  stop(): Promise<void>
}

export interface Place {
  name: 'SQLite' | 'PostgreSQL'
  env: Record<string, string>
  remove(): Promise<void>
}

/** A demo shop on each database that is there: SQLite always, PostgreSQL where `DATABASE_URL` offers one. */
export async function places(): Promise<Place[]> {
  const all = [await makePlace('SQLite', undefined)]
  if (process.env.DATABASE_URL) all.push(await makePlace('PostgreSQL', process.env.DATABASE_URL))
  return all
}

async function makePlace(name: Place['name'], offered: string | undefined): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xiaopu-bench-'))
  const database = offered ? await createDatabase(offered) : undefined
  const env: Record<string, string> = {
    DATA_DIR: dataDir,
    DATABASE_URL: database?.url ?? '',
    SIMULATORS: 'on',
    LOG_LEVEL: 'silent',
    REQUESTS_PER_ADDRESS: '1000000000',
    REQUESTS_PER_TOKEN: '1000000000',
  }
  await finished(run(['build/demo.mjs'], env))
  return {
    name,
    env,
    async remove() {
      rmSync(dataDir, { recursive: true, force: true })
      await database?.drop()
    },
  }
}

async function createDatabase(offered: string) {
  const name = `xiaopu_bench_${randomBytes(5).toString('hex')}`
  const administer = async (sql: string) => {
    const client = new pg.Client({ connectionString: offered })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await administer(`create database ${name}`)
  const url = new URL(offered)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(`drop database if exists ${name} with (force)`) }
}

export async function startShop({ env }: Place, settings: Record<string, string> = {}): Promise<Measured> {
  const port = await freePort()
  const child = run(['build/server.mjs'], { ...env, ...settings, PORT: String(port) })
  const origin = `http://127.0.0.1:${port}`
  await answers(`${origin}/readyz`)
  return measured(child, origin)
}

/** A command of `npm run shop`. */
export const runCommand = ({ env }: Place, args: string[]): Promise<void> =>
  finished(run(['build/shop.mjs', ...args], env))

/** Answers `GET /0`, `/1` … with the given values, stringified anew each time. */
export async function startBare(values: readonly unknown[]): Promise<Measured> {
  const port = await freePort()
  const script = `
    import Fastify from 'fastify'
    const values = JSON.parse(process.env.VALUES)
    const app = Fastify()
    values.forEach((value, i) => app.get('/' + i, async (request, reply) => {
      reply.header('content-type', 'application/json; charset=utf-8')
      return JSON.stringify(value)
    }))
    await app.listen({ port: ${port}, host: '127.0.0.1' })`
  const child = run(['--input-type=module', '-e', script], { VALUES: JSON.stringify(values) })
  const origin = `http://127.0.0.1:${port}`
  await answers(`${origin}/0`)
  return measured(child, origin)
}

const run = (args: string[], env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] })

function measured(child: ChildProcess, origin: string): Measured {
  return {
    origin,
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async stop() {
      child.kill('SIGTERM')
      await new Promise(resolve => child.once('close', resolve))
    },
  }
}

const finished = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) =>
    child.once('close', code => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`)))),
  )

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isThere = await fetch(url).then(
      response => response.ok,
      () => false,
    )
    if (isThere) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`${url} does not answer`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
