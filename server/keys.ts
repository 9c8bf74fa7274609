/** Keys made at first start and kept in the data directory, readable by the server's own user alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimulatedGoods } from '../simulators'
import { makeKeys, type SimulatorKeys } from '../simulators/keys'

/** Credentials of simulated parties, and what the simulated supplier sells. */
export type SimulatedParties = SimulatorKeys & { weilian: { goods?: SimulatedGoods[] } }

export interface Keys {
  secretKey: string
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
    ...(simulators && { simulators: known.simulators ?? makeKeys() }),
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

const pathIn = (dataDir: string) => join(dataDir, 'keys.json')
