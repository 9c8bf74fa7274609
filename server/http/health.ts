import type { FastifyInstance } from 'fastify'
import type { Db } from '../db/database'

/** `/healthz`: the process lives. `/readyz`: the database answers, and we are not stopping. */
export function reportHealth(app: FastifyInstance, db: Db, isStopping: () => boolean): void {
  app.get('/healthz', { config: { unlimited: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config: { unlimited: true } }, async (_request, reply) => {
    const isReady = !isStopping() && (await answers(db))
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' })
  })
}

async function answers(db: Db): Promise<boolean> {
  try {
    await db.selectFrom('merchants').select('id').limit(1).execute()
    return true
  } catch {
    return false
  }
}
