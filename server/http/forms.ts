import type { FastifyInstance } from 'fastify'

/** WXAPI sends forms. Of a name that comes twice the last value counts, as in the SDK's own encoding. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(text as string))),
  )
}
