import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../../server/config'
import { type Database, openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { FileStore } from '../../server/domains/file/file-store'
import type { Merchant } from '../../server/http/handlers'

/** What a shop keeper did wrong, in words for them. */
export class CommandError extends Error {}

export interface Shop {
  config: Config
  database: Database
  files: FileStore
  now: Date
  /** The shop that `--shop` names, or the only one. */
  merchant(subDomain: string | undefined): Promise<Merchant>
  close(): Promise<void>
}

export interface Command {
  usage: string
  about: string
  run(args: string[], shop: Shop): Promise<void>
}

export async function openShop(): Promise<Shop> {
  try {
    process.loadEnvFile()
  } catch {
    // no `.env` file: the environment alone
  }
  // The tool needs no credentials of outside parties, whatever the server's settings say of them: it only knows the database.
  const config = readConfig({ ...process.env, SIMULATORS: 'on', NODE_ENV: undefined })
  const database = openDatabase(config)
  await migrate(database)
  return {
    config,
    database,
    files: new FileStore(join(config.dataDir, 'files')),
    now: new Date(),
    merchant: subDomain => findMerchant(database, subDomain),
    close: () => database.close(),
  }
}

async function findMerchant({ db }: Database, subDomain: string | undefined): Promise<Merchant> {
  const rows = await db.selectFrom('merchants').select(['id', 'sub_domain', 'name']).orderBy('id').execute()
  const merchants = rows.map(({ id, sub_domain, name }) => ({ id, name, subDomain: sub_domain }))
  const names = merchants.map(merchant => merchant.subDomain).join(', ')
  if (merchants.length === 0)
    throw new CommandError('还没有店铺，先运行 create-shop / there is no shop yet: run create-shop')
  if (subDomain === undefined) {
    const [only, ...others] = merchants
    if (!only || others.length)
      throw new CommandError(`有多间店，请用 --shop 指定 / several shops, name one with --shop: ${names}`)
    return only
  }
  const merchant = merchants.find(one => one.subDomain === subDomain)
  if (!merchant) throw new CommandError(`没有店铺 ${subDomain} / no such shop; there is: ${names}`)
  return merchant
}

type Options = Record<string, 'string' | 'boolean'>

/** The word that says what to do, and the rest; options may come without it, as in `payments --shop tea`. */
export function verbFrom(words: readonly string[], usual: string): [verb: string, args: string[]] {
  const [first, ...rest] = words
  return first === undefined || first.startsWith('--') ? [usual, [...words]] : [first, rest]
}

/** Positional arguments and options; `--shop` is always understood. Refuses what is missing or unknown, with the usage. */
export function readArguments(args: string[], usage: string, names: readonly string[], options: Options = {}) {
  try {
    const known = { shop: 'string' as const, ...options }
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }])),
    })
    if (positionals.length < names.length)
      throw new Error(`缺少 / missing: ${names.slice(positionals.length).join(' ')}`)
    if (positionals.length > names.length)
      throw new Error(`多余的参数 / too many: ${positionals.slice(names.length).join(' ')}`)
    return {
      positionals,
      values: values as Record<string, string | boolean | undefined>,
      shop: values.shop as string | undefined,
    }
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n用法 / usage: ${usage}`)
  }
}

/** An id as people type it; 0, which nothing has, for anything else. */
export const idFrom = (text: string | undefined): number => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0)
