import type { IncomingHttpHeaders } from 'node:http'
import { Agent, errors, request } from 'undici'
import { GatewayError } from './error'
import { isStuck, noting, type Progress } from './sending'

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
  /**
   * Throws `GatewayError`. Nothing was sent: `unreachable`, `connectTimeout`. It may have arrived: `sendTimeout` (some of the
   * request is still here), `timeout` (no answer), `broken`, `tooLarge`.
   */
  send(call: Call): Promise<Answer>
  /** Waits for what is under way, then closes the connections. */
  end(): Promise<void>
}

export interface LineSettings {
  /** How long the connection may take, with its name and its TLS. */
  connectMs?: number
  /** How long to wait for the first byte of the answer, and then between bytes. */
  timeoutMs?: number
  /** How long a call may take in all. The other times begin anew with every byte, and a body may trickle for ever. */
  deadlineMs?: number
  /**
   * A connection kept open can be closed by the party at the moment it is used, and then nobody knows whether the request
   * arrived. Calls that must not be repeated open a fresh one.
   */
  keepAlive?: boolean
  /** Who we are, where a party asks for a certificate: PEM. */
  cert?: string
  key?: string
  /** Bytes; a mebibyte when not said. */
  largestAnswer?: number
}

const CONNECT_MS = 3_000
const TIMEOUT_MS = 10_000
const LARGEST_ANSWER = 1 << 20

export function openLine(party: string, settings: LineSettings = {}): Line {
  const { connectMs = CONNECT_MS, timeoutMs = TIMEOUT_MS, keepAlive = true, largestAnswer = LARGEST_ANSWER } = settings
  const { deadlineMs = connectMs + 2 * timeoutMs } = settings
  const agent = new Agent({
    connect: { timeout: connectMs, cert: settings.cert, key: settings.key },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: largestAnswer,
    pipelining: keepAlive ? 1 : 0,
  })
  const patience = { deadlineMs, sendMs: timeoutMs / 2 }
  return { send: call => send(party, agent, call, patience), end: () => agent.close() }
}

interface Patience {
  deadlineMs: number
  /** Requests are small: one that has not left by then is stuck. */
  sendMs: number
}

async function send(party: string, agent: Agent, call: Call, { deadlineMs, sendMs }: Patience): Promise<Answer> {
  const { method, url, headers, body, repeatable = false } = call
  const progress: Progress = { started: false }
  const stuck = new AbortController()
  const watch = setInterval(() => isStuck(progress) && stuck.abort(new SendTimeout()), sendMs)
  try {
    const answer = await request(url, {
      method,
      headers,
      body,
      dispatcher: agent.compose(noting(progress)),
      signal: AbortSignal.any([AbortSignal.timeout(deadlineMs), stuck.signal]),
    })
    return { status: answer.statusCode, headers: answer.headers, body: Buffer.from(await answer.body.arrayBuffer()) }
  } catch (cause) {
    if (cause instanceof errors.InvalidArgumentError) throw cause
    throw new GatewayError(party, progress.started ? trouble(cause) : whyUnreachable(cause), {
      sent: progress.started ? 'maybe' : 'no',
      retry: !progress.started || repeatable,
      cause,
    })
  } finally {
    clearInterval(watch)
  }
}

class SendTimeout extends Error {}

const whyUnreachable = (cause: unknown): string =>
  cause instanceof errors.ConnectTimeoutError || isTimeoutSignal(cause) ? 'connectTimeout' : 'unreachable'

const isTimeoutSignal = (cause: unknown) => cause instanceof Error && cause.name === 'TimeoutError'

function trouble(cause: unknown): string {
  if (cause instanceof SendTimeout) return 'sendTimeout'
  if (cause instanceof errors.ResponseExceededMaxSizeError) return 'tooLarge'
  const isTimeout =
    cause instanceof errors.HeadersTimeoutError || cause instanceof errors.BodyTimeoutError || isTimeoutSignal(cause)
  return isTimeout ? 'timeout' : 'broken'
}

/** `https://host/prefix/` and `/path` to one address. Throws when the base is no http address. */
export function addressOf(baseUrl: string, path: string): URL {
  const base = new URL(baseUrl)
  if (!/^https?:$/.test(base.protocol)) throw new TypeError(`${base.protocol} is not http`)
  return new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${path}`)
}
