/** Puts the server together. Nothing here listens or reads the environment, so tests build the same app. */
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { domains } from '../contract/index'
import { supply } from '../contract/supply'
import { simulators } from '../simulators'
import { startMailServer } from '../simulators/mail'
import { AnswerCache } from './cache'
import { createClock } from './clock'
import type { Config } from './config'
import { openDatabase } from './db/database'
import { migrate } from './db/migrate'
import { addressHandlers } from './domains/address/handlers'
import { cartHandlers } from './domains/cart/handlers'
import { cmsHandlers } from './domains/cms/handlers'
import { commentHandlers } from './domains/comment/handlers'
import { couponHandlers } from './domains/coupon/handlers'
import { depositHandlers } from './domains/deposit/handlers'
import { FileStore } from './domains/file/file-store'
import { fileHandlers } from './domains/file/handlers'
import { fundHandlers } from './domains/fund/handlers'
import { fxHandlers } from './domains/fx/handlers'
import { goodsHandlers } from './domains/goods/handlers'
import { Views } from './domains/goods/views'
import { invoiceHandlers } from './domains/invoice/handlers'
import { kanjiaHandlers } from './domains/kanjia/handlers'
import { levelHandlers } from './domains/level/handlers'
import { orderHandlers } from './domains/order/handlers'
import { partnerHandlers } from './domains/partner/handlers'
import { payHandlers } from './domains/pay/handlers'
import { paymentNotifications } from './domains/pay/notify'
import { paybillHandlers } from './domains/paybill/handlers'
import { pingtuanHandlers } from './domains/pingtuan/handlers'
import { qrcodeHandlers } from './domains/qrcode/handlers'
import { serveQrcodes } from './domains/qrcode/picture'
import { refundHandlers } from './domains/refund/handlers'
import { regionHandlers } from './domains/region/handlers'
import { scoreHandlers } from './domains/score/handlers'
import { siteHandlers } from './domains/site/handlers'
import { subshopHandlers } from './domains/subshop/handlers'
import { supplyHandlers } from './domains/supply/handlers'
import { templateHandlers } from './domains/template/handlers'
import { userHandlers } from './domains/user/handlers'
import { verificationHandlers } from './domains/verification/handlers'
import { withdrawHandlers } from './domains/withdraw/handlers'
import { createGateways } from './gateways'
import { planRounds } from './housekeeping'
import { answerErrors, answerNotFound } from './http/errors-handler'
import { serveFiles } from './http/files'
import { readForms } from './http/forms'
import { reportHealth } from './http/health'
import { limitRequests } from './http/limits'
import { type Mounting, mount } from './http/routes'
import { secure } from './http/security'
import { serveStorefront } from './http/storefront'
import { MAX_UPLOAD_BYTES } from './http/uploads'
import { jobHandlers } from './jobs/kinds'
import { createWorker, type Worker } from './jobs/worker'
import { keyring, loadKeys } from './keys'
import { lentValues } from './lent-values'
import { logRequests } from './log'
import { Merchants } from './merchants'
import { projectRoot } from './project-root'
import { createSecrets } from './secrets'
import type { Services } from './services'
import { simulatedParties } from './simulated'
import { mountThirdParty } from './third-party'

export interface App {
  server: FastifyInstance
  services: Services
  worker: Worker
  /** From now on `/readyz` says no; everything is still served. */
  announceStop(): void
  /** Finishes what is in flight, then lets go of everything. */
  close(): Promise<void>
}

export interface AppOptions {
  config: Config
  log: Logger
  /** Sees every SQL statement; for counting them. */
  onStatement?: ((sql: string) => void) | undefined
}

const MAX_BODY_BYTES = 1024 * 1024
const VIEWS_EVERY_MS = 60_000

export async function createApp({ config, log, onStatement }: AppOptions): Promise<App> {
  const database = openDatabase({ ...config, ...(onStatement && { onStatement }) })
  await migrate(database)
  const clock = createClock()
  const keys = loadKeys(config.dataDir, config)
  // Simulated parties live on this server: their address is known when it listens.
  const mailServer = config.parties ? undefined : await startMailServer(requireSimulators(keys).mail)
  const parties =
    config.parties ??
    simulatedParties(requireSimulators(keys), `http://127.0.0.1:${config.port}/_sim`, mailServer?.port ?? 0)
  const server = Fastify({
    loggerInstance: log,
    // `logRequests` writes one line for each request, without query and body.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: (_address, hop) => hop < config.trustedProxies,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => answerNotFound(reply as unknown as FastifyReply),
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true, maxParamLength: 200 },
  }) as unknown as FastifyInstance
  const secrets = createSecrets(keyring(config.dataDir, config))
  const services: Services = {
    config,
    clock,
    log: server.log,
    db: database.db,
    transaction: database.transaction,
    statement: database.statement,
    merchants: new Merchants(database.db),
    cache: new AnswerCache(config.answerCacheMb * 1024 * 1024),
    gateways: createGateways(parties, {
      now: clock.now,
      weilianTimeoutMs: config.weilianTimeoutMs,
      alarmWebhook: config.alarmWebhook,
      upstream: config.upstream,
      lent: lentValues(database, clock, secrets),
    }),
    files: new FileStore(join(config.dataDir, 'files')),
    views: new Views(database.transaction, 'goods', 'catalogue'),
    articleViews: new Views(database.transaction, 'articles', 'site'),
    secrets,
  }
  const worker = createWorker(database, clock, services, jobHandlers)
  const redis = config.redisUrl
    ? new Redis(config.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false })
    : undefined
  redis?.on('error', error => log.warn({ err: error }, 'Redis does not answer; limits are not shared'))
  let isStopping = false

  const storefront = join(projectRoot, 'dist', 'h5')
  logRequests(server)
  answerErrors(server)
  readForms(server)
  await secure(server, config, storefront)
  await server.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 10, parts: 12 } })
  reportHealth(server, database.db, () => isStopping)
  serveFiles(server, services.files)
  serveQrcodes(server)
  await serveStorefront(server, storefront, config)
  // Beside a hosted service nobody pays, logs in or looks around here.
  if (!config.upstream) await server.register(paymentNotifications(services))
  if (keys.simulators && config.simulators) {
    await server.register(simulators, {
      prefix: '/_sim',
      clock,
      afterAdvance: () => worker.runDue(),
      ...keys.simulators,
      ...(mailServer && { mailServer }),
    })
  }
  const limitToken = await limitRequests(server, config, redis)
  const mounting = { app: server, services, limitToken }
  mount(mounting, supply, supplyHandlers)
  if (!config.upstream) {
    mountDomains(mounting)
    mountThirdParty(mounting)
  }

  await database.transaction(tx => planRounds(tx, clock.now()))
  const writeViews = async () => {
    for (const views of [services.views, services.articleViews])
      await views.write().catch(error => log.error({ err: error }, 'views were not written'))
  }
  const views = setInterval(writeViews, VIEWS_EVERY_MS)
  views.unref()

  return {
    server,
    services,
    worker,
    announceStop() {
      isStopping = true
    },
    async close() {
      isStopping = true
      clearInterval(views)
      await closeServer(server)
      await worker.stop()
      await writeViews()
      await services.gateways.end()
      await mailServer?.close()
      redis?.disconnect()
      await database.close()
    },
  }
}

/** Fastify hangs up on connections that are idle now. Those whose last answer is still under way are idle a moment later. */
async function closeServer(server: FastifyInstance): Promise<void> {
  const timer = setInterval(() => server.server.closeIdleConnections(), 100)
  try {
    await server.close()
  } finally {
    clearInterval(timer)
  }
}

function mountDomains(mounting: Mounting): void {
  mount(mounting, domains.site, siteHandlers)
  mount(mounting, domains.region, regionHandlers)
  mount(mounting, domains.file, fileHandlers)
  mount(mounting, domains.verification, verificationHandlers)
  mount(mounting, domains.user, userHandlers)
  mount(mounting, domains.address, addressHandlers)
  mount(mounting, domains.goods, goodsHandlers)
  mount(mounting, domains.cart, cartHandlers)
  mount(mounting, domains.order, orderHandlers)
  mount(mounting, domains.fund, fundHandlers)
  mount(mounting, domains.pay, payHandlers)
  mount(mounting, domains.cms, cmsHandlers)
  mount(mounting, domains.comment, commentHandlers)
  mount(mounting, domains.refund, refundHandlers)
  mount(mounting, domains.subshop, subshopHandlers)
  mount(mounting, domains.invoice, invoiceHandlers)
  mount(mounting, domains.kanjia, kanjiaHandlers)
  mount(mounting, domains.coupon, couponHandlers)
  mount(mounting, domains.score, scoreHandlers)
  mount(mounting, domains.level, levelHandlers)
  mount(mounting, domains.fx, fxHandlers)
  mount(mounting, domains.partner, partnerHandlers)
  mount(mounting, domains.withdraw, withdrawHandlers)
  mount(mounting, domains.deposit, depositHandlers)
  mount(mounting, domains.paybill, paybillHandlers)
  mount(mounting, domains.pingtuan, pingtuanHandlers)
  mount(mounting, domains.qrcode, qrcodeHandlers)
  mount(mounting, domains.template, templateHandlers)
}

function requireSimulators({ simulators: made }: ReturnType<typeof loadKeys>) {
  if (!made) throw new Error('neither credentials nor simulators are set')
  return made
}
