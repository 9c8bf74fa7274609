/** Whether a call reached the party: the difference between "try again" and "find out first". */
export type Sent = 'no' | 'maybe' | 'yes'

interface Circumstances {
  sent: Sent
  retry?: boolean
  /** For the log: a status or the party's own code. Never a body, an address with its query, or a header. */
  detail?: string
  cause?: unknown
}

/**
 * How every call to an outside party fails. `party` and `code` name the trouble, and the message holds nothing secret.
 *
 * - `sent: 'no'`: nothing left this machine, so the call may be repeated.
 * - `sent: 'maybe'`: the party may have acted on it: time-out or reset after sending, or an answer that proves nothing.
 * - `sent: 'yes'`: the party answered that it refuses.
 *
 * `retry` says that the very same call, made a little later, does no harm and may succeed.
 */
export class GatewayError extends Error {
  readonly retry: boolean
  readonly sent: Sent

  constructor(
    readonly party: string,
    readonly code: string,
    { sent, retry = false, detail, cause }: Circumstances,
  ) {
    super(`${party}: ${code}${detail ? ` (${detail})` : ''}`, cause === undefined ? undefined : { cause })
    this.name = 'GatewayError'
    this.sent = sent
    this.retry = retry
  }
}
