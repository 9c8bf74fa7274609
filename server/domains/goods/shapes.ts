/** What the JSON columns of goods and freight templates hold. */
import type { Fen } from '../../../contract/money'

/** Ids are unique within the product. */
export interface Property {
  id: number
  name: string
  values: { id: number; name: string; pic?: string | undefined }[]
}

export interface AdditionGroup {
  id: number
  name: string
  required: boolean
  several: boolean
  items: { id: number; name: string; priceFen: Fen }[]
}

/** What the shopper must tell at checkout, as an account to top up. */
export interface OrderField {
  key: string
  label: string
  placeholder: string
  required: boolean
  pattern?: string | undefined
}

/** `first` and `each further` in pieces or, by weight, in grams. No regions: everywhere else. */
export interface FreightRule {
  type: 0 | 1 | 2
  regions: string[]
  first: number
  firstFen: Fen
  further: number
  furtherFen: Fen
}

/** Sold as it is, by whole days, or by parts of a day. */
export const BOOKED_BY = { nothing: 0, days: 1, slots: 2 } as const

export const BY_PIECE = 0
export const BY_WEIGHT = 1
export const FEE_TYPES: Record<number, string> = { [BY_PIECE]: '按件数', [BY_WEIGHT]: '按重量' }
