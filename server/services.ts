import type { FastifyBaseLogger } from 'fastify'
import type { AnswerCache } from './cache'
import type { Clock } from './clock'
import type { Config } from './config'
import type { Database, Db } from './db/database'
import type { FileStore } from './domains/file/file-store'
import type { Views } from './domains/goods/views'
import type { Gateways } from './gateways'
import type { Merchants } from './merchants'
import type { Secrets } from './secrets'

/** What every part of the server may use. Made once, in `app.ts`, and passed on as an argument. */
export interface Services {
  readonly config: Config
  readonly clock: Clock
  readonly db: Db
  readonly transaction: Database['transaction']
  readonly statement: Database['statement']
  readonly merchants: Merchants
  readonly cache: AnswerCache
  readonly gateways: Gateways
  readonly files: FileStore
  readonly views: Views
  readonly articleViews: Views
  readonly secrets: Secrets
  readonly log: FastifyBaseLogger
}
