import { type Alias, isAlias, type Method } from '../define'
import { domains } from '../index'

export interface NamedMethod extends Method {
  readonly name: string
  readonly domain: string
  /** The name whose handler serves this one, for a second name. */
  readonly twin?: string
}

/** All entries of the contract, in its order. Throws when an alias has no named base in its domain. */
export const methods: readonly NamedMethod[] = Object.entries(domains).flatMap(([domain, entries]) =>
  Object.entries(entries as Record<string, Method | Alias>).map(([name, method]) => {
    if (!isAlias(method)) return { ...method, name, domain }
    const twin = Object.entries(entries).find(([, entry]) => entry === method.aliasOf)?.[0]
    if (!twin) throw new Error(`${name}: the method that it is an alias of has no name in contract/${domain}.ts`)
    return { ...method, name, domain, twin }
  }),
)

export const answersNothing = ({ data }: Method): boolean => (data as { type?: string }).type === 'null'
