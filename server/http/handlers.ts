/** What a handler gets and gives. Its types come from the contract. */
import type { Alias, Declined, Method } from '../../contract/define'
import type { Answer, Input } from '../../contract/index'
import type { Topic } from '../cache'
import type { Services } from '../services'
import type { Upload } from './uploads'

export interface Merchant {
  readonly id: number
  readonly subDomain: string
  readonly name: string
}

/** The shopper that a token stands for. */
export interface SignedInUser {
  readonly id: number
  readonly levelId: number | null
  /** What the shopper's level pays, in basis points of the price; 10000 is all of it. */
  readonly rebateBp: number
}

export interface Request {
  readonly id: string
  readonly ip: string
  readonly userAgent: string
  /** `https://shop.example.com`, where the caller found us. */
  readonly origin: string
  readonly upload?: Upload | undefined
}

/** For paths that name no shop: regions, look-ups. */
export interface Anywhere extends Services {
  readonly now: Date
  readonly request: Request
}

export interface Guest extends Anywhere {
  readonly merchant: Merchant
  /** Who calls, where a token is optional: looked up when asked for, nobody when it is void. */
  visitor(token?: string): Promise<SignedInUser | undefined>
}

export interface SignedIn extends Guest {
  readonly user: SignedInUser
  readonly token: string
}

/** A method whose `token` is required runs signed in. */
export type ContextOf<M extends Method> = M['url'] extends
  | `${string}/{subDomain}${string}`
  | `${string}/{merchantId}${string}`
  ? Input<M> extends { token: string }
    ? SignedIn
    : Guest
  : Anywhere

export interface Cached {
  cachedBy?: Topic
  /** Done at every call that is answered, also when a kept answer serves it. */
  eachTime?: ((input: never, context: Guest) => void) | undefined
}

export type Handlers<Domain> = {
  [N in keyof Domain as Domain[N] extends Alias | Declined ? never : N]: Domain[N] extends Method
    ? ((input: Input<Domain[N]>, context: ContextOf<Domain[N]>) => Promise<Answer<Domain[N]>>) & Cached
    : never
}

/**
 * Marks a handler whose answer depends on nothing but shop and input, until what `topic` counts has changed. `eachTime` is
 * done at every call that is answered, also when a kept answer serves it.
 */
export const cached = <Input, Data>(
  topic: Topic,
  handler: (input: Input, context: Guest) => Promise<Data>,
  eachTime?: (input: Input, context: Guest) => void,
): ((input: Input, context: Guest) => Promise<Data>) & Cached =>
  // Its own function, so that marking one handler marks no other.
  Object.assign((input: Input, context: Guest) => handler(input, context), { cachedBy: topic, eachTime })
