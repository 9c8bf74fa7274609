/**
 * The contract language. One entry describes one WXAPI method: where it lives, how the SDK calls it, what it carries,
 * what it answers and why it may refuse. Request checks, answer encoding, handler types, the typed client and the
 * reference pages are all read off these entries.
 */
import Type, { type TObject, type TProperties, type TSchema } from 'typebox'
import type { ErrorName } from './errors'

/** The SDK's hosts. Our server answers all of them on one origin. */
export type Host = 'api' | 'common' | 'cms' | 'oss'
/** Written as on the wire: `{subDomain}` and `{merchantId}` name the shop, any other `{name}` takes that argument. */
export type Url = `${Host}:/${string}`
export type Verb = 'GET' | 'POST'
/**
 * `form`: query or form fields. `upload`: multipart, the file in part `upfile`. `picture`: nothing is sent, the SDK answers the
 * address at which the picture is.
 */
export type Transport = 'form' | 'upload' | 'picture'

export interface Method<Fields extends TProperties = TProperties, Data extends TSchema = TSchema, U extends Url = Url> {
  readonly verb: Verb
  readonly url: U
  readonly transport: Transport
  /** One sentence without a full stop. */
  readonly about: string
  /** Argument order when the SDK calls the method positionally; empty when it passes one object. */
  readonly order: readonly string[]
  /** What the SDK always adds to the request. */
  readonly constants: Readonly<Record<string, string | number>>
  readonly input: TObject<Fields>
  readonly data: Data
  /** Refusals of its own, beside those that any method may answer. */
  readonly refuses: readonly ErrorName[]
}

/** A second SDK name for a method that is already handled. */
export interface Alias<Fields extends TProperties = TProperties, Data extends TSchema = TSchema, U extends Url = Url>
  extends Method<Fields, Data, U> {
  readonly aliasOf: Method
}

/** A method that is answered by one refusal alone, because this server has no account with the party behind it. */
export interface Declined<Fields extends TProperties = TProperties, Data extends TSchema = TSchema, U extends Url = Url>
  extends Method<Fields, Data, U> {
  readonly declines: ErrorName
}

/** `[{ a }, { b }]` is called as `f(a, b)`; `{ a, b }` is called as `f({ a, b })`. */
type Args = readonly TProperties[] | TProperties
type Merged<A extends Args> = A extends readonly TProperties[] ? Intersection<A[number]> : A
type FieldsOf<A extends Args> = Merged<A> extends infer Fields extends TProperties ? Fields : never

interface Definition<A extends Args, Data extends TSchema> {
  about: string
  args?: A
  /** For a method called positionally whose arguments are more than the positional ones. */
  order?: readonly string[]
  data?: Data
  constants?: Record<string, string | number>
  refuses?: readonly ErrorName[]
}

export const get = definer('GET', 'form')
export const post = definer('POST', 'form')
export const upload = definer('POST', 'upload')
export const picture = definer('GET', 'picture')

function definer(verb: Verb, transport: Transport) {
  return <const U extends Url, const A extends Args = Record<never, never>, Data extends TSchema = typeof Nothing>(
    url: U,
    { about, args, order, data, constants = {}, refuses = [] }: Definition<A, Data>,
  ) => {
    const positional: readonly TProperties[] = Array.isArray(args) ? args : []
    const fields = Object.assign({}, ...(positional.length ? positional : [args]))
    return {
      verb,
      url,
      transport,
      about,
      order: order ?? positional.flatMap(Object.keys),
      constants,
      input: Type.Object(fields),
      data: data ?? Nothing,
      refuses,
    } as unknown as Method<FieldsOf<A>, Data, U>
  }
}

/** Commands answer without `data`. */
const Nothing = Type.Optional(Type.Null())

/** A second SDK name for a method: the same fields, often on another host, or called in the other style. */
export function alias<Fields extends TProperties, Data extends TSchema, const U extends Url>(
  of: Method<Fields, Data, U>,
  how: { url?: Url; order?: readonly (keyof Fields & string)[] } = {},
): Alias<Fields, Data, U> {
  return { ...of, ...how, aliasOf: of } as unknown as Alias<Fields, Data, U>
}

/** An alias that is called with one object: most of WXAPI's `…V2` names. */
export function objectForm<Fields extends TProperties, Data extends TSchema, const U extends Url>(
  of: Method<Fields, Data, U>,
  url?: Url,
): Alias<Fields, Data, U> {
  return alias(of, { order: [], ...(url && { url }) })
}

/**
 * Marks a method that always refuses. Its path, its fields and its need of a login are checked like any other's, so that
 * nobody takes it for missing; it has no handler. One that gets a handler loses the mark.
 */
export const declined = <Fields extends TProperties, Data extends TSchema, const U extends Url>(
  declines: ErrorName,
  method: Method<Fields, Data, U>,
): Declined<Fields, Data, U> => ({ ...method, refuses: [declines], declines })

export const isDeclined = (method: Method): method is Declined => 'declines' in method

export const isAlias = (method: Method | Alias): method is Alias => 'aliasOf' in method

export const isRequired = (method: Method, field: string): boolean =>
  ((method.input as { required?: string[] }).required ?? []).includes(field)

/** Names in the path that are arguments, not the shop: `{url}` of `payVariableUrl`. */
export const pathArguments = ({ url }: Method): string[] =>
  [...url.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name as string)
    .filter(name => name !== 'subDomain' && name !== 'merchantId')

export type Intersection<U> = (U extends unknown ? (x: U) => void : never) extends (x: infer I) => void ? I : never
