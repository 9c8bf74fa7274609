import { createTransport } from 'nodemailer'
import { GatewayError } from '../error'

export interface MailSettings {
  host: string
  port: number
  /** `tls` from the first byte (port 465), `starttls` after a greeting (587), `none` only inside one machine. */
  security: 'tls' | 'starttls' | 'none'
  user: string
  password: string
  /** Who writes, as `小铺 <shop@example.com>`. */
  from: string
  timeoutMs?: number
}

export interface MailMessage {
  to: string
  subject: string
  text: string
  /** Our own number for this message; part of its Message-ID. */
  key: string
}

/** Whoever carries our mail. */
export interface Mail {
  /**
   * Throws `GatewayError` with code `invalid` (there is no such mailbox), `credentials` (we may not send), `refused`, or
   * `transient`; with `sent: 'maybe'` the message may arrive all the same.
   */
  send(message: MailMessage): Promise<void>
  /** Connects and logs in without sending anything. Throws as `send` does. */
  check(): Promise<void>
  /** Ends the connections. */
  end(): Promise<void>
}

const PARTY = 'mail'
const TIMEOUT_MS = 10_000

/** SMTP. Each message has a connection of its own: codes are rare, and providers close idle ones. */
export function createMail({ host, port, security, user, password, from, timeoutMs = TIMEOUT_MS }: MailSettings): Mail {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: { user, pass: password },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // Nothing is fetched from files or the net on behalf of a message.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ to, subject, text, key }) {
      const messageId = `<${key}.${Date.now().toString(36)}@${domain}>`
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId }).catch(fail)
    },
    async check() {
      await transport.verify().catch(fail)
    },
    async end() {
      transport.close()
    },
  }
}

interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
  syscall?: string
  message?: string
}

const NEVER_HEARD = ['connect', 'getaddrinfo']
const NO_GREETING = /^(Connection timeout|Greeting never received)/

/** Its message may quote addresses and answers, so only its numbers are kept. */
function fail(error: unknown): never {
  const { code = '', command = '', responseCode, syscall, message = '' } = error as SmtpError
  const detail = [code, command, responseCode].filter(Boolean).join(' ')
  if (code === 'EAUTH') throw new GatewayError(PARTY, 'credentials', { sent: 'no', detail })
  if (responseCode === undefined) {
    // Unless no conversation began, the text may have been heard.
    const isSilent = code === 'EDNS' || (syscall && NEVER_HEARD.includes(syscall)) || NO_GREETING.test(message)
    throw new GatewayError(PARTY, 'transient', { sent: isSilent ? 'no' : 'maybe', retry: Boolean(isSilent), detail })
  }
  if (responseCode < 500) throw new GatewayError(PARTY, 'transient', { sent: 'yes', retry: true, detail })
  throw new GatewayError(PARTY, code === 'EENVELOPE' ? 'invalid' : 'refused', { sent: 'yes', detail })
}
