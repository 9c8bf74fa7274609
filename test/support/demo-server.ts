/** The built server with the demo shop in it: started once for all files that test the built storefront. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { freshPlace } from './database'
import { freePort } from './port'

export interface DemoShopAddress {
  origin: string
  /** What the built programs must find in their environment to work on this shop. */
  env: Record<string, string>
}

declare module 'vitest' {
  export interface ProvidedContext {
    demoShop: DemoShopAddress
  }
}

const BUILT = ['build/server.mjs', 'build/demo.mjs', 'build/shop.mjs', 'dist/weapp/app.json', 'dist/h5/index.html']
const START_WITHIN_MS = 20_000

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shop = await startDemoShop()
  project.provide('demoShop', shop.address)
  return shop.stop
}

export async function startDemoShop(): Promise<{ address: DemoShopAddress; stop(): Promise<void> }> {
  const missing = BUILT.filter(path => !existsSync(path))
  if (missing.length) throw new Error(`not built yet: ${missing.join(', ')}; \`npm test\` builds it first`)
  const place = await freshPlace()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    SIMULATORS: 'on',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: place.dataDir,
    LOG_LEVEL: 'error',
    REQUESTS_PER_ADDRESS: '1000000',
    REQUESTS_PER_TOKEN: '1000000',
    // Empty is not set; but what is there, empty or not, is not read from a developer's `.env`.
    DATABASE_URL: place.databaseUrl ?? '',
    REDIS_URL: '',
    // A phone says its address as a proxy would: see `viaProxy`.
    TRUSTED_PROXIES: '1',
    PUBLIC_URL: '',
    NODE_ENV: '',
  }
  const seeding = start('build/demo.mjs', env)
  if ((await seeding.ended) !== 0) throw new Error(`the demo shop could not be filled:\n${seeding.output()}`)
  const server = start('build/server.mjs', env)
  await answering(`${origin}/readyz`, server)
  return {
    address: { origin, env },
    async stop() {
      server.child.kill('SIGTERM')
      await server.ended
      await place.remove()
    },
  }
}

interface Program {
  child: ChildProcess
  ended: Promise<number | null>
  output(): string
}

function start(program: string, env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', chunk => (output += chunk))
  child.stderr?.on('data', chunk => (output += chunk))
  return { child, ended: new Promise(resolve => child.on('close', resolve)), output: () => output }
}

async function answering(url: string, { child, output }: Program): Promise<void> {
  const end = Date.now() + START_WITHIN_MS
  while (Date.now() < end && child.exitCode === null) {
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not start:\n${output()}`)
}
