import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Holds a call for some milliseconds, or until the caller hangs up or the server closes. Answers whether the caller is
 * still there.
 */
export function createHold(app: FastifyInstance): (request: FastifyRequest, ms: number) => Promise<boolean> {
  const releases = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const release of releases) release()
  })

  return async ({ raw: { socket } }, ms) => {
    await new Promise<void>(resolve => {
      const release = () => {
        clearTimeout(timer)
        socket.off('close', release)
        releases.delete(release)
        resolve()
      }
      const timer = setTimeout(release, ms)
      socket.once('close', release)
      releases.add(release)
    })
    return !socket.destroyed
  }
}
