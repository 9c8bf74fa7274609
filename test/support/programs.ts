/** The built programs as processes, each with a data directory of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildSteps } from '../../scripts/build'
import { projectRoot } from '../../server/project-root'
import type { Place } from './database'

type Env = Record<string, string | undefined>

export interface Ended {
  code: number | null
  /** What it said, on either channel. */
  said: string
}

export interface Running {
  kill(signal: NodeJS.Signals): void
  ended: Promise<Ended>
}

const BUILDING = join('build', '.building')

/** Builds what is stale; of several test files that ask at once, one does it and the others wait. */
export async function builtPrograms(): Promise<void> {
  mkdirSync('build', { recursive: true })
  for (let tries = 0; !claims(BUILDING); tries++) {
    if (tries > 600) throw new Error(`${BUILDING} is in the way`)
    await wait(100)
  }
  try {
    await buildSteps(['regions', 'server'], { quiet: true })
  } finally {
    rmSync(BUILDING, { recursive: true, force: true })
  }
}

function claims(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Nothing of the surrounding settings but the path to find programs. */
export const envOf = (place: Pick<Place, 'dataDir' | 'databaseUrl'>, more: Env = {}): Env => ({
  PATH: process.env.PATH,
  DATA_DIR: place.dataDir,
  DATABASE_URL: place.databaseUrl,
  LOG_LEVEL: 'warn',
  ...more,
})

/** Runs a program to its end. */
export const run = (program: string, args: readonly string[], env: Env): Promise<Ended> =>
  spawned(program, args, env).ended

/** Starts a program and answers when it has said `sign`. */
export async function start(program: string, env: Env, sign: string | RegExp): Promise<Running> {
  const child = spawned(program, [], env)
  const isReady = child.says(sign)
  await Promise.race([isReady, child.ended])
  if (!child.hasSaid(sign)) throw new Error(`${program} did not start: ${(await child.ended).said}`)
  return { kill: child.kill, ended: child.ended }
}

/** What a test that failed has left running ends with us. */
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

function spawned(program: string, args: readonly string[], env: Env) {
  const path = join(projectRoot, 'build', `${program}.mjs`)
  // Away from the project, so that nobody's `.env` file has a say.
  const child = spawn(process.execPath, [path, ...args], { env, cwd: env.DATA_DIR })
  running.add(child)
  let said = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    said += chunk
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => {
      running.delete(child)
      resolve({ code, said })
    })
  })
  const hasSaid = (sign: string | RegExp) => said.match(sign) !== null
  const says = (sign: string | RegExp) =>
    new Promise<void>(resolve => {
      listeners.add(() => hasSaid(sign) && resolve())
    })
  return { ended, hasSaid, says, kill: (signal: NodeJS.Signals) => void child.kill(signal) }
}
