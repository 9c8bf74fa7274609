/** Keys made at first start and kept in the data directory, readable by the server's own user alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatedGoods } from '../simulators'
import { completeKeys, makeKeys, type SimulatorKeys } from '../simulators/keys'

/** Credentials of simulated parties, and what the simulated supplier sells. */
export type SimulatedParties = SimulatorKeys & { weilian: { goods?: SimulatedGoods[] } }

export interface Keys {
  secretKey: string
  /** Those before it, the newest first: what was sealed with them still opens. */
  oldSecretKeys?: string[]
  simulators?: SimulatedParties
}

/** `secretKey`: the setting, which wins over the file. */
export function loadKeys(
  dataDir: string,
  { secretKey, simulators }: { secretKey?: string | undefined; simulators: boolean },
): Keys {
  const path = pathIn(dataDir)
  const known: Partial<Keys> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const keys: Keys = {
    ...known,
    secretKey: known.secretKey ?? randomBytes(32).toString('hex'),
    ...(simulators && { simulators: known.simulators ? completeKeys(known.simulators) : makeKeys() }),
  }
  if (keys.secretKey !== known.secretKey || keys.simulators !== known.simulators) saveKeys(dataDir, keys)
  return { ...keys, secretKey: secretKey ?? keys.secretKey }
}

/** Under another name first: half a file would lose the key to every card code. */
export function saveKeys(dataDir: string, keys: Keys): void {
  mkdirSync(dataDir, { recursive: true })
  const path = pathIn(dataDir)
  writeFileSync(`${path}.part`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.part`, path)
}

/**
 * The master keys of now, asked again and again: the shop keeper's tool puts a new one first while servers run. Those of the
 * settings win over the file.
 */
export function keyring(
  dataDir: string,
  { secretKey, oldSecretKeys }: { secretKey?: string | undefined; oldSecretKeys: readonly string[] },
): () => readonly string[] {
  if (secretKey) return () => [secretKey, ...oldSecretKeys]
  const path = pathIn(dataDir)
  let read: { at: number; keys: readonly string[] } | undefined
  return () => {
    const at = statSync(path).mtimeMs
    if (read?.at === at) return read.keys
    const { secretKey: now, oldSecretKeys: before = [] }: Keys = JSON.parse(readFileSync(path, 'utf8'))
    read = { at, keys: [now, ...before, ...oldSecretKeys] }
    return read.keys
  }
}

/** A new master key in the file; the one before it stays known. */
export function exchangeKey(dataDir: string): void {
  const known: Keys = JSON.parse(readFileSync(pathIn(dataDir), 'utf8'))
  const oldSecretKeys = [known.secretKey, ...(known.oldSecretKeys ?? [])]
  saveKeys(dataDir, { ...known, secretKey: randomBytes(32).toString('hex'), oldSecretKeys })
}

const pathIn = (dataDir: string) => join(dataDir, 'keys.json')
