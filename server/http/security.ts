import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config'
import { inlineScriptHashes, otherOrigins } from './storefront'
import { originsBeside } from './storefront-beside'

const HALF_A_YEAR = 'max-age=15552000; includeSubDomains'

/** Where WeChat's own script for pages lies, which only pages in WeChat's browser load. */
const wechatScripts = ({ simulators, parties }: Config): string[] =>
  simulators || parties?.official ? ['https://res.wx.qq.com'] : []

/**
 * What browsers may do with what we send, and which other sites may call us. Pages get all of helmet (`reply.helmet()`);
 * answers to the app get the two headers that mean something beside JSON, because helmet alone costs a third of a kept answer.
 */
export async function secure(app: FastifyInstance, config: Config, storefront: string): Promise<void> {
  const isHttps = config.publicUrl?.startsWith('https:') === true
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScriptHashes(storefront), ...wechatScripts(config)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
        mediaSrc: ["'self'", 'https:'],
        // Pictures that a shopper chose are read from `blob:` to be uploaded.
        // A storefront of a hosted service asks that one.
        connectSrc: ["'self'", 'blob:', ...otherOrigins(storefront), ...originsBeside(config.upstream)],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'", 'https:'],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    if (isHttps) reply.header('strict-transport-security', HALF_A_YEAR)
    done()
  })
  // A list and nothing else: the mini-program needs none of it, and our own storefront lives on this origin.
  if (config.corsOrigins.length) {
    await app.register(cors, { origin: config.corsOrigins, methods: ['GET', 'POST'], maxAge: 86_400 })
  }
}
