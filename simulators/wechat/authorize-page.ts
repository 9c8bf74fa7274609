import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export const SCOPES = ['snsapi_base', 'snsapi_userinfo'] as const
export type Scope = (typeof SCOPES)[number]

const PATH = '/connect/oauth2/authorize'
const YEAR_SECONDS = 31_536_000

/**
 * The page that WeChat's browser is sent to. It sends back at once who is only to be known, and asks whoever is to show name
 * and picture. Whose WeChat it is stands in a cookie, as the real one knows it without being told.
 */
export function authorizePage(
  app: FastifyInstance,
  appid: string,
  issue: (name: string, scope: Scope) => string,
): void {
  app.get(PATH, async (request, reply) => {
    const query = request.query as Record<string, string | undefined>
    const problem = problemWith(query, appid, request)
    if (problem) return page(reply, `<p>${problem}</p>`)
    const name = personIn(request) ?? `微信用户${randomBytes(3).toString('hex')}`
    reply.header('set-cookie', `${COOKIE}=${encodeURIComponent(name)}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly`)
    const { redirect_uri: back = '', state = '', scope } = query
    const agreed = backTo(back, { code: issue(name, scope as Scope), state })
    if (scope === 'snsapi_base') return reply.redirect(agreed, 302)
    const refused = backTo(back, { state })
    return page(
      reply,
      `<p>申请获得你的昵称、头像</p><p><a href="${quoted(agreed)}">允许</a> <a href="${quoted(refused)}">拒绝</a></p>`,
    )
  })
}

const COOKIE = 'wechat-person'

function personIn({ headers }: FastifyRequest): string | undefined {
  const [, value] = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(headers.cookie ?? '') ?? []
  return value && decodeURIComponent(value)
}

/** What the real page says in the same words. */
function problemWith(query: Record<string, string | undefined>, appid: string, { headers }: FastifyRequest) {
  if (!/MicroMessenger/i.test(headers['user-agent'] ?? '')) return '请在微信客户端打开链接'
  if (query.appid !== appid) return 'AppID 参数错误'
  if (!/^https?:\/\/[^\s/]+/.test(query.redirect_uri ?? '')) return 'redirect_uri 参数错误'
  if (query.response_type !== 'code' || !SCOPES.includes(query.scope as Scope)) return 'Scope 参数错误或没有 Scope 权限'
  return /^[a-zA-Z0-9]{0,128}$/.test(query.state ?? '') ? undefined : 'state 参数错误'
}

function backTo(redirectUri: string, given: Record<string, string>): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value)
  return url.href
}

const page = (reply: FastifyReply, body: string) =>
  reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-security-policy', "default-src 'none'; base-uri 'none'")
    .send(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>微信登录（模拟）</title></head><body>${body}</body></html>`,
    )

const quoted = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
