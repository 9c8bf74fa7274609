/** One text message; `template` says which of the approved texts it is. */
export interface SmsMessage {
  /** A mainland mobile number of eleven digits. */
  mobile: string
  template: SmsTemplate
  params: Readonly<Record<string, string>>
  /** Our own number for this message, to find it again in the provider's records. It does not keep a repeat from being sent. */
  key: string
}

export type SmsTemplate = 'code'

/** Whoever sends our text messages. */
export interface Sms {
  /**
   * Throws `GatewayError` with code
   * - `rate`: this number, or we, sent too much; later it may be sent.
   * - `invalid`: the number or what goes into the text cannot be sent.
   * - `blocked`: the number, our account, signature, template or credentials are not allowed.
   * - `balance`: our account is empty.
   * - `transient`: no message was accepted that we know of. Only with `retry` may another be sent: after a time-out a
   *   second message would be a nuisance, a cost, and a way to abuse us.
   */
  send(message: SmsMessage): Promise<{ vendorId: string }>
  /**
   * Asks whether this account could send, and sends nothing. Throws `GatewayError`: what `send` throws, and `template` when one
   * is not approved.
   */
  check(): Promise<void>
  /** Ends the connections. */
  end(): Promise<void>
}
