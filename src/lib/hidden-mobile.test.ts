import { expect, it } from 'vitest'
import { hiddenMobile } from './hidden-mobile'

it('hiddenMobile shows the beginning and the end', () => {
  expect(hiddenMobile('13800001418')).toBe('138****1418')
  expect(hiddenMobile('')).toBe('')
})
