/** Whom a code goes to. */
export interface Target {
  readonly channel: 'sms' | 'mail'
  readonly address: string
}

/** What a code may be used for; one without a purpose serves any. */
export type Purpose = 'login' | 'register' | 'reset' | 'bind' | 'paypwd'

/** Compared without regard to case, as people write them. */
export const mailbox = (email: string): Target => ({ channel: 'mail', address: email.toLowerCase() })

export const phone = (mobile: string): Target => ({ channel: 'sms', address: mobile })
