import type { IncomingHttpHeaders } from 'node:http'
import { Agent, type Dispatcher, errors, request } from 'undici'
import { GatewayError } from './error'

export interface Call {
  method: 'GET' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: string
  /** The party does the same thing once however often it is asked, so a lost answer may be asked for again. */
  repeatable?: boolean
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** One party's connections. Redirects are answers like any other: a POST that is redirected would become a GET. */
export interface Line {
  /** Throws `GatewayError` with code `unreachable`, `timeout`, `broken` or `tooLarge`. */
  send(call: Call): Promise<Answer>
  /** Waits for what is under way, then closes the connections. */
  end(): Promise<void>
}

export interface LineSettings {
  /** How long to wait for the first byte of the answer, and then between bytes. */
  timeoutMs?: number
  /** How long a call may take in all. The other times begin anew with every byte, and a body may trickle for ever. */
  deadlineMs?: number
  /**
   * A connection kept open can be closed by the party at the moment it is used, and then nobody knows whether the request
   * arrived. Calls that must not be repeated open a fresh one.
   */
  keepAlive?: boolean
}

const CONNECT_MS = 3_000
const TIMEOUT_MS = 10_000
const LARGEST_ANSWER = 1 << 20

export function openLine(party: string, settings: LineSettings = {}): Line {
  const { timeoutMs = TIMEOUT_MS, keepAlive = true } = settings
  const { deadlineMs = CONNECT_MS + 2 * timeoutMs } = settings
  const agent = new Agent({
    connect: { timeout: CONNECT_MS },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: LARGEST_ANSWER,
    pipelining: keepAlive ? 1 : 0,
  })
  return { send: call => send(party, agent, call, deadlineMs), end: () => agent.close() }
}

async function send(party: string, agent: Agent, call: Call, deadlineMs: number): Promise<Answer> {
  const { method, url, headers, body, repeatable = false } = call
  const progress = { started: false }
  try {
    const answer = await request(url, {
      method,
      headers,
      body,
      dispatcher: agent.compose(noting(progress)),
      signal: AbortSignal.timeout(deadlineMs),
    })
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) }
  } catch (cause) {
    if (cause instanceof errors.InvalidArgumentError) throw cause
    throw new GatewayError(party, progress.started ? trouble(cause) : 'unreachable', {
      sent: progress.started ? 'maybe' : 'no',
      retry: !progress.started || repeatable,
      cause,
    })
  }
}

/** undici calls `onRequestStart` when the connection and its TLS stand, just before it writes the first byte. */
function noting(progress: { started: boolean }): Dispatcher.DispatcherComposeInterceptor {
  return dispatch => (options, handler) =>
    dispatch(options, {
      onRequestStart(controller, context) {
        handler.onRequestStart?.(controller, context)
        progress.started = !controller.aborted
      },
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => handler.onResponseStart?.(...args),
      onResponseData: (...args) => handler.onResponseData?.(...args),
      onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
      onResponseError: (...args) => handler.onResponseError?.(...args),
    })
}

function trouble(cause: unknown): string {
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'tooLarge'
  const isTimeout =
    cause instanceof errors.HeadersTimeoutError ||
    cause instanceof errors.BodyTimeoutError ||
    (cause instanceof Error && cause.name === 'TimeoutError')
  return isTimeout ? 'timeout' : 'broken'
}

/** `https://host/prefix/` and `/path` to one address. Throws when the base is no http address. */
export function addressOf(baseUrl: string, path: string): URL {
  const base = new URL(baseUrl)
  if (!/^https?:$/.test(base.protocol)) throw new TypeError(`${base.protocol} is not http`)
  return new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`)
}
