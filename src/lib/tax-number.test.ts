import { expect, it } from 'vitest'
import { isTaxNumber, taxNumberIn } from './tax-number'

it('knows a unified social credit code by its last sign', () => {
  // Tencent and Alibaba, as their invoices have it.
  expect(isTaxNumber('9144030071526726XG')).toBe(true)
  expect(isTaxNumber(' 91330100 799655058b ')).toBe(true)
  expect(isTaxNumber('9144030071526726XH')).toBe(false)
  expect(isTaxNumber('91440300715267I6XG'), 'I is no sign of it').toBe(false)
})

it('takes older numbers of 15 and 20 characters, and no others', () => {
  expect(isTaxNumber('330106789012345')).toBe(true)
  expect(isTaxNumber('12345')).toBe(false)
  expect(taxNumberIn(' a 1 ')).toBe('A1')
})
