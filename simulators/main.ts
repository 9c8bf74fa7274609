/** The outside parties as a program of their own, so that a test can kill the shop's server while they live on. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Fastify from 'fastify'
import { createClock } from './clock'
import { simulators } from './index'
import { completeKeys, makeKeys, type SimulatorKeys } from './keys'
import { startMailServer } from './mail'

async function main(): Promise<void> {
  const { PORT = '3100', HOST = '127.0.0.1', SIMULATOR_KEYS = './data/simulator-keys.json' } = process.env
  const app = Fastify()
  const keys = keysIn(SIMULATOR_KEYS)
  const mailServer = await startMailServer(keys.mail)
  app.addHook('onClose', mailServer.close)
  await app.register(simulators, { prefix: '/_sim', clock: createClock(), ...keys, mailServer })
  const address = await app.listen({ port: Number(PORT), host: HOST })
  console.log(`${address}/_sim`)
  console.log(`smtp://127.0.0.1:${mailServer.port}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.close())
}

/** The credentials in a file, made on first use; only the owner may read them. */
function keysIn(file: string): SimulatorKeys {
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(makeKeys(), null, 2), { mode: 0o600, flag: 'wx' })
  return completeKeys(JSON.parse(readFileSync(file, 'utf8')) as SimulatorKeys)
}

void main()
