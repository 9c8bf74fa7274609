import { describe, expect, it } from 'vitest'
import type { Address } from '@/api'
import { addressFields, formOf, formProblem, newForm } from './address-form'

const region = [
  { id: '330000000000', name: '浙江省' },
  { id: '330100000000', name: '杭州市' },
  { id: '330106000000', name: '西湖区' },
]
const form = { linkMan: ' 林 ', mobile: '13800138000', region, address: '文三路 1 号', isDefault: true }

describe('formProblem', () => {
  it('names the first thing missing', () => {
    expect(formProblem(newForm)).toBe('personMissing')
    expect(formProblem({ ...form, mobile: 'abc' })).toBe('mobileWrong')
    expect(formProblem({ ...form, region: region.slice(0, 2) })).toBe('regionMissing')
    expect(formProblem({ ...form, address: ' ' })).toBe('detailMissing')
    expect(formProblem(form)).toBeUndefined()
  })
})

describe('addressFields', () => {
  it('says "none" for a street that is not there', () => {
    expect(addressFields(form)).toMatchObject({ linkMan: '林', districtId: '330106000000', streetId: '0' })
  })
})

describe('formOf', () => {
  it('reads a saved address back', () => {
    const saved = { ...addressFields(form), provinceStr: '浙江省', cityStr: '杭州市', areaStr: '西湖区', streetStr: '' }
    expect(formOf(saved as unknown as Address)).toEqual({ ...form, linkMan: '林' })
  })
})
