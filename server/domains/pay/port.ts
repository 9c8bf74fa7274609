/**
 * The port to whoever brings money. A provider is the party behind it, one file in `providers/`; a channel is one way to
 * pay through a provider, one file in `channels/`.
 */
import type { Fen } from '../../../contract/money'
import type { Gateways } from '../../gateways'
import type { BillLine } from '../../gateways/bill'
import type { SignedIn } from '../../http/handlers'
import type { PayProvider } from '../../ledger/ledger'

/** Money that has come, as the provider tells it by a message or when asked. */
export interface Received {
  provider: PayProvider
  outTradeNo: string
  /** The provider's own number: under it the money is booked once. */
  transactionId: string
  amountFen: Fen
  currency: string
  /** Whether it went to our own account there. Otherwise a person must look. */
  isOurs: boolean
}

/**
 * `payable`: somebody may still pay. `over`: nobody can any more, or all of it was given back. `unclear`: the provider says
 * that money came and not how much, or to whom.
 */
export type Found = { state: 'payable' | 'over' | 'unclear' } | { state: 'paid'; received: Received }

/** The payer's openid in the mini-program, looked up when a provider needs it. */
export type WhoPaid = () => Promise<string | undefined>

export interface GivingBack {
  payer: WhoPaid
  outTradeNo: string
  /** The provider gives back once under each number, however often it is asked. */
  outRefundNo: string
  amountFen: Fen
  totalFen: Fen
  reason: string
  notifyUrl?: string | undefined
}

/** `underWay`: ask again later. `failed`: the provider will not, a person must look. */
export type GivenBack = 'done' | 'underWay' | 'failed'

export interface Provider {
  /** Undefined when the provider has no such payment. Throws `GatewayError`. */
  query(outTradeNo: string, payer: WhoPaid): Promise<Found | undefined>
  /** Makes sure that nobody pays it any more; closing twice is fine. Throws `GatewayError`. */
  close(outTradeNo: string): Promise<void>
  /** Throws `GatewayError`; a refusal for good is `failed`. */
  giveBack(order: GivingBack): Promise<GivenBack>
}

/** Who tells on the day after what came and what went back. */
export interface Biller {
  readonly provider: PayProvider
  /** `2026-01-31`, in Beijing. Throws `GatewayError`, `noBill` when there was no trade. */
  bill(day: string): Promise<BillLine[]>
}

export interface ProviderKind {
  /** What shoppers and shop keepers read of it. */
  readonly title: string
  /** Undefined on a server that has no account there. */
  of(gateways: Gateways): Provider | undefined
  /** Left out by those who send no bills. */
  bill?(gateways: Gateways): Biller['bill'] | undefined
}

/** What a provider needs to prepare a payment. */
export interface Prepared {
  outTradeNo: string
  description: string
  amountFen: Fen
  notifyUrl: string
  expiresAt: Date
  /** Where a cashier's browser comes back to, where it must be known beforehand. */
  returnUrl?: string | undefined
}

export interface Channel<Sheet> {
  /** As it stands in `payments.channel`. */
  readonly name: string
  readonly provider: PayProvider
  /**
   * Looks first whether this shopper can pay this way, and refuses before anything is written down. What it answers has the
   * provider prepare the payment, and throws `GatewayError`.
   */
  open(context: SignedIn): Promise<(prepared: Prepared) => Promise<Sheet>>
}
