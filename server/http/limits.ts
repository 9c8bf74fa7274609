import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Redis } from 'ioredis'
import type { Config } from '../config'
import { sha256 } from '../secrets'
import { Refusal } from './refusal'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Pictures and built files, of which a page needs dozens; health, which machines must learn. */
    unlimited?: boolean
  }
}

/**
 * So many requests a minute for each address and each token. Counted in this process, or in Redis where several servers
 * share the shop.
 */
export async function limitRequests(app: FastifyInstance, config: Config, redis: Redis | undefined) {
  await app.register(rateLimit, {
    global: false,
    ...(redis && { redis, skipOnError: true, nameSpace: 'xiaopu-limit-' }),
  })
  const perAddress = app.createRateLimit({
    max: config.requestsPerAddress,
    timeWindow: '1 minute',
    keyGenerator: request => `a${request.ip}`,
  })
  const perToken = app.createRateLimit({
    max: config.requestsPerToken,
    timeWindow: '1 minute',
    keyGenerator: request => `t${sha256((request as FastifyRequest & { countedToken?: string }).countedToken ?? '')}`,
  })
  app.addHook('onRequest', async request => {
    if (request.routeOptions.config.unlimited) return
    const { isAllowed, ...count } = await perAddress(request)
    if (!isAllowed && 'isExceeded' in count && count.isExceeded) throw new Refusal('tooMany')
  })
  return async (request: FastifyRequest, token: string) => {
    const { isAllowed, ...count } = await perToken(Object.assign(request, { countedToken: token }))
    if (!isAllowed && 'isExceeded' in count && count.isExceeded) throw new Refusal('tooMany')
  }
}
