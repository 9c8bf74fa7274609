import { describe, expect, it } from 'vitest'
import type { Region } from '../../src/api/wxapi.gen'
import { codeOf, dataOf } from '../support/people'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop

const names = (regions: readonly Region[]) => regions.map(({ name }) => name)
const named = (regions: readonly Region[], name: string) => regions.find(region => region.name === name)
const idsOf = (regions: readonly Region[]) => regions.map(({ id }) => id)

describe('province', () => {
  it('answers the 34 provinces, each once', async () => {
    const provinces = await dataOf(wxapi.province())
    expect(provinces).toHaveLength(34)
    expect(new Set(idsOf(provinces)).size).toBe(34)
    expect(named(provinces, '浙江省')).toEqual({
      id: '330000000000',
      name: '浙江省',
      pid: '0',
      level: 1,
      firstLetter: 'Z',
    })
    expect(names(provinces)).toEqual(expect.arrayContaining(['台湾省', '香港特别行政区', '澳门特别行政区']))
  })

  it('is the same under its second name', async () => {
    expect(await dataOf(wxapi.provinceV2())).toEqual(await dataOf(wxapi.province()))
  })
})

describe('nextRegion', () => {
  it('goes down from province to street', async () => {
    const cities = await dataOf(wxapi.nextRegion('330000000000'))
    expect(names(cities)).toContain('杭州市')
    expect(cities.every(({ level, pid }) => level === 2 && pid === '330000000000')).toBe(true)
    const districts = await dataOf(wxapi.nextRegion(named(cities, '杭州市')?.id ?? ''))
    expect(named(districts, '西湖区')).toMatchObject({ id: '330106000000', level: 3, pid: '330100000000' })
    const streets = await dataOf(wxapi.nextRegion('330106000000'))
    expect(streets.length).toBeGreaterThan(5)
    expect(streets.every(({ level, pid }) => level === 4 && pid === '330106000000')).toBe(true)
  })

  it('lists each city once, those without districts too', async () => {
    const cities = await dataOf(wxapi.nextRegion('440000000000'))
    expect(names(cities).filter(name => name === '东莞市')).toHaveLength(1)
    const below = await dataOf(wxapi.nextRegion('441900000000'))
    expect(below.every(({ level }) => level === 4)).toBe(true)
  })

  it('goes straight to the districts in Hong Kong and Macau', async () => {
    expect(names(await dataOf(wxapi.nextRegion('810000000000')))).toContain('湾仔区')
    expect(names(await dataOf(wxapi.nextRegion('820000000000')))).toContain('大堂区')
  })

  it('takes the six digits of old clients', async () => {
    expect(await dataOf(wxapi.nextRegion('330100'))).toEqual(await dataOf(wxapi.nextRegion('330100000000')))
  })

  it('answers 700 below a street and below nothing', async () => {
    const [street] = await dataOf(wxapi.nextRegion('330106000000'))
    for (const pid of [street?.id ?? '', '999999999999', '__proto__', 'x'])
      expect(await codeOf(wxapi.nextRegion(pid)), pid).toBe(700)
  })

  it('is the same under its second name', async () => {
    expect(await dataOf(wxapi.nextRegionV2('330000000000'))).toEqual(await dataOf(wxapi.nextRegion('330000000000')))
    expect(await codeOf(wxapi.nextRegionV2('x'))).toBe(700)
  })
})

describe('cityV2', () => {
  it('answers every city of the country once', async () => {
    const cities = await dataOf(wxapi.cityV2())
    expect(cities.length).toBeGreaterThan(330)
    expect(new Set(idsOf(cities)).size).toBe(cities.length)
    expect(cities.every(({ level }) => level === 2)).toBe(true)
    expect(named(cities, '重庆市') ?? named(cities, '杭州市')).toBeDefined()
  })
})

describe('districts', () => {
  it('answers every district of the country once', async () => {
    const districts = await dataOf(wxapi.districts())
    expect(districts.length).toBeGreaterThan(2800)
    expect(new Set(idsOf(districts)).size).toBe(districts.length)
    expect(districts.every(({ level, id }) => level === 3 && id.endsWith('000000'))).toBe(true)
  })
})

describe('the first letter', () => {
  it('is how the name is read, also where that is not usual', async () => {
    const cities = await dataOf(wxapi.cityV2())
    const letters = Object.fromEntries(cities.map(({ name, firstLetter }) => [name, firstLetter]))
    expect(letters).toMatchObject({ 杭州市: 'H', 厦门市: 'X', 长沙市: 'C', 台州市: 'T', 六安市: 'L', 阿里地区: 'A' })
  })
})
