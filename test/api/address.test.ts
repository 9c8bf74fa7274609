import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/api/wxapi.gen'
import { HANGZHOU } from '../support/goods'
import { codeOf, dataOf, type Person, refusalOf, signIn } from '../support/people'
import { createShop } from '../support/shop'
import { rowsOf } from '../support/tables'

const shop = await createShop()
const { wxapi } = shop
const UNKNOWN = 12001
const NO_REGION = 12003

const add = async ({ token }: Person, more: object = {}) =>
  (await dataOf(wxapi.addAddress({ token, ...HANGZHOU, ...more }))).id
const infoOf = async ({ token }: Person, id: number): Promise<Address> =>
  (await dataOf(wxapi.addressDetail(token, id))).info
const all = async ({ token }: Person) => (await dataOf(wxapi.queryAddressV2({ token, pageSize: 100 }))).result
const defaultsOf = async (person: Person) =>
  (await all(person)).filter(({ isDefault }) => isDefault).map(({ id }) => id)

describe('addAddress', () => {
  it('stores what it is given, with the names of the regions', async () => {
    const ann = await signIn(shop, 'ann')
    const id = await add(ann, { streetId: '330106002000', code: '310012', latitude: 30.28, longitude: 120.13 })
    expect(await infoOf(ann, id)).toMatchObject({
      ...HANGZHOU,
      id,
      uid: ann.uid,
      userId: shop.merchantId,
      streetId: '330106002000',
      provinceStr: '浙江省',
      cityStr: '杭州市',
      areaStr: '西湖区',
      streetStr: '北山街道',
      code: '310012',
      latitude: 30.28,
      longitude: 120.13,
      status: 0,
    })
  })

  it('makes the first address the default, and another one only when asked', async () => {
    const bob = await signIn(shop, 'bob')
    const first = await add(bob, { isDefault: false })
    expect(await defaultsOf(bob)).toEqual([first])
    const second = await add(bob)
    expect(await defaultsOf(bob)).toEqual([first])
    const third = await add(bob, { isDefault: true })
    expect(await defaultsOf(bob)).toEqual([third])
    expect((await all(bob)).map(({ id }) => id)).toEqual([third, second, first])
  })

  it('has one default however many come at the same moment', async () => {
    const cat = await signIn(shop, 'cat')
    await Promise.all(Array.from({ length: 6 }, (_, i) => add(cat, { isDefault: i % 2 === 0 })))
    expect(await defaultsOf(cat)).toHaveLength(1)
    const ids = (await all(cat)).map(({ id }) => id)
    await Promise.all(ids.map(id => dataOf(wxapi.updateAddress({ token: cat.token, id, isDefault: true }))))
    expect(await defaultsOf(cat)).toHaveLength(1)
  })

  it('takes the ids of old clients: six digits, and 0 for none', async () => {
    const dan = await signIn(shop, 'dan')
    const id = await add(dan, { provinceId: '330000', cityId: '330100', districtId: '0', streetId: '0' })
    expect(await infoOf(dan, id)).toMatchObject({
      provinceId: '330000000000',
      cityId: '330100000000',
      districtId: '',
      streetId: '',
      cityStr: '杭州市',
      areaStr: '',
    })
  })

  it('takes cities without districts', async () => {
    const dan = await signIn(shop, 'dan')
    const dongguan = { provinceId: '440000000000', cityId: '441900000000', districtId: '441900003000' }
    expect(await infoOf(dan, await add(dan, dongguan))).toMatchObject({ cityStr: '东莞市', areaStr: '东城街道' })
    const hongkong = { provinceId: '810000000000', cityId: '810002000000', districtId: undefined }
    expect(await infoOf(dan, await add(dan, hongkong))).toMatchObject({
      provinceStr: '香港特别行政区',
      cityStr: '湾仔区',
    })
  })

  it.each<[string, object]>([
    ['a province that is not on the map', { provinceId: '990000000000' }],
    ['a city of another province', { cityId: '320100000000' }],
    ['a district of another city', { districtId: '330203000000' }],
    ['a street of another district', { streetId: '110101001000' }],
    ['a district that is not on the map', { districtId: '330199000000' }],
    ['a province where the city belongs', { cityId: '320000000000' }],
  ])('refuses %s', async (_, regions) => {
    const eve = await signIn(shop, 'eve')
    expect(await codeOf(wxapi.addAddress({ token: eve.token, ...HANGZHOU, ...regions }))).toBe(NO_REGION)
    expect(await codeOf(wxapi.queryAddressV2({ token: eve.token }))).toBe(700)
  })

  it.each<[string, object, string]>([
    ['without a name', { linkMan: '' }, '请填写收货人'],
    ['without a phone', { mobile: '' }, '请输入正确的联系电话'],
    ['with a phone that is none', { mobile: 'call me' }, '请输入正确的联系电话'],
    ['without a street', { address: '' }, '请填写详细地址'],
    ['with a broken region', { provinceId: '33' }, '地区编号不正确'],
  ])('refuses an address %s in words', async (_, fields, msg) => {
    const { token } = await signIn(shop, 'eve')
    expect(await refusalOf(wxapi.addAddress({ token, ...HANGZHOU, ...fields }))).toEqual({ code: 400, msg })
  })

  it('takes phones of every kind', async () => {
    const fay = await signIn(shop, 'fay')
    for (const mobile of ['13800138000', '0571-88888888', '+852 2345 6789', '95588'])
      expect((await infoOf(fay, await add(fay, { mobile }))).mobile).toBe(mobile)
  })

  it('keeps fifty and refuses the next', async () => {
    const gus = await signIn(shop, 'gus')
    for (let i = 0; i < 49; i++) await add(gus)
    const last = await Promise.all([1, 2, 3].map(() => codeOf(wxapi.addAddress({ token: gus.token, ...HANGZHOU }))))
    expect(last.sort()).toEqual([0, 12004, 12004])
    expect(await all(gus)).toHaveLength(50)
  })

  it('needs a token', async () => {
    expect(await codeOf(wxapi.addAddress({ token: 'void', ...HANGZHOU }))).toBe(2000)
  })
})

describe('updateAddress', () => {
  it('changes what it is given and leaves the rest alone', async () => {
    const hal = await signIn(shop, 'hal')
    const id = await add(hal, { extJsonStr: { 门牌: '3-201' }, latitude: 30.28, longitude: 120.13 })
    const before = await infoOf(hal, id)
    await shop.advance(60)
    await dataOf(wxapi.updateAddress({ token: hal.token, id, linkMan: '哈尔' }))
    const after = await infoOf(hal, id)
    expect(after).toEqual({ ...before, linkMan: '哈尔', dateUpdate: after.dateUpdate })
    expect(after.dateUpdate > before.dateUpdate).toBe(true)
    expect((await dataOf(wxapi.addressDetail(hal.token, id))).extJson).toEqual({ 门牌: '3-201' })
  })

  it('replaces the regions from the largest given downwards', async () => {
    const ivy = await signIn(shop, 'ivy')
    const id = await add(ivy, { streetId: '330106002000' })
    const change = async (regions: object) => {
      await dataOf(wxapi.updateAddress({ token: ivy.token, id, ...regions }))
      const { provinceStr, cityStr, areaStr, streetStr } = await infoOf(ivy, id)
      return [provinceStr, cityStr, areaStr, streetStr]
    }
    expect(await change({ districtId: '330102000000' })).toEqual(['浙江省', '杭州市', '上城区', ''])
    expect(await change({ cityId: '330200000000' })).toEqual(['浙江省', '宁波市', '', ''])
    expect(await change({ provinceId: '110000000000' })).toEqual(['北京市', '', '', ''])
  })

  it('refuses a region that lies elsewhere, and changes nothing', async () => {
    const jim = await signIn(shop, 'jim')
    const id = await add(jim)
    const before = await rowsOf(shop)
    for (const regions of [{ districtId: '330203000000' }, { cityId: '320100000000' }, { provinceId: '990000000000' }])
      expect(await codeOf(wxapi.updateAddress({ token: jim.token, id, linkMan: 'x', ...regions }))).toBe(NO_REGION)
    expect(await rowsOf(shop)).toEqual(before)
  })

  it('moves the default, or gives it up', async () => {
    const kim = await signIn(shop, 'kim')
    const [first, second] = [await add(kim), await add(kim)]
    await dataOf(wxapi.updateAddress({ token: kim.token, id: second, isDefault: true }))
    expect(await defaultsOf(kim)).toEqual([second])
    await dataOf(wxapi.updateAddress({ token: kim.token, id: second, isDefault: true }))
    expect(await defaultsOf(kim)).toEqual([second])
    await dataOf(wxapi.updateAddress({ token: kim.token, id: second, isDefault: false }))
    expect(await defaultsOf(kim)).toEqual([])
    expect(first).not.toBe(second)
  })
})

describe('defaultAddress', () => {
  it('answers the default, 700 when there is none', async () => {
    const lea = await signIn(shop, 'lea')
    expect(await codeOf(wxapi.defaultAddress(lea.token))).toBe(700)
    const id = await add(lea, { extJsonStr: { a: 1 } })
    const answer = await dataOf(wxapi.defaultAddress(lea.token))
    expect(answer).toEqual(await dataOf(wxapi.addressDetail(lea.token, id)))
    expect(answer).toMatchObject({ info: { id, isDefault: true }, extJson: { a: 1 } })
    expect(await codeOf(wxapi.defaultAddress('void'))).toBe(2000)
  })
})

describe('queryAddressV2', () => {
  it('finds by name and number, whole words or not, and pages', async () => {
    const max = await signIn(shop, 'max')
    await add(max, { linkMan: 'Max MÜLLER', mobile: '13900139000' })
    await add(max, { linkMan: '100%', mobile: '13700137000' })
    await add(max, { linkMan: '一_二', mobile: '13600136000' })
    const found = async (filter: object) => {
      const reply = await wxapi.queryAddressV2({ token: max.token, ...filter })
      return reply.code === 0 ? reply.data.result.map(({ linkMan }) => linkMan) : reply.code
    }
    expect(await found({ nameLike: 'max' })).toEqual(['Max MÜLLER'])
    expect(await found({ nameLike: 'MÜLL' })).toEqual(['Max MÜLLER'])
    expect(await found({ nameLike: '%' })).toEqual(['100%'])
    expect(await found({ nameLike: '_' })).toEqual(['一_二'])
    expect(await found({ mobileLike: '1390' })).toEqual(['Max MÜLLER'])
    expect(await found({ nameLike: 'nobody' })).toBe(700)
    const page = await dataOf(wxapi.queryAddressV2({ token: max.token, page: 2, pageSize: 2 }))
    expect(page).toMatchObject({ totalRow: 3, totalPage: 2 })
    expect(page.result).toHaveLength(1)
    expect(await codeOf(wxapi.queryAddressV2({ token: max.token, page: 3, pageSize: 2 }))).toBe(700)
    expect(await codeOf(wxapi.queryAddressV2({ token: 'void' }))).toBe(2000)
  })
})

describe('deleteAddress', () => {
  it('deletes once; deleting the default leaves none', async () => {
    const ned = await signIn(shop, 'ned')
    const [first, second] = [await add(ned), await add(ned)]
    await dataOf(wxapi.deleteAddress(ned.token, first))
    expect((await all(ned)).map(({ id }) => id)).toEqual([second])
    expect(await codeOf(wxapi.defaultAddress(ned.token))).toBe(700)
    expect(await codeOf(wxapi.deleteAddress(ned.token, first))).toBe(UNKNOWN)
    expect(await codeOf(wxapi.addressDetail(ned.token, first))).toBe(700)
    expect(await codeOf(wxapi.deleteAddress('void', second))).toBe(2000)
  })
})

describe('the address of another shopper', () => {
  it('is not found, not changed and not deleted', async () => {
    const [owner, thief] = [await signIn(shop, 'owner'), await signIn(shop, 'thief')]
    const id = await add(owner)
    await add(thief)
    const before = await rowsOf(shop)
    expect(await codeOf(wxapi.addressDetail(thief.token, id))).toBe(700)
    expect(await codeOf(wxapi.updateAddress({ token: thief.token, id, linkMan: 'x', isDefault: true }))).toBe(UNKNOWN)
    expect(await codeOf(wxapi.deleteAddress(thief.token, id))).toBe(UNKNOWN)
    expect((await all(thief)).map(address => address.id)).not.toContain(id)
    expect(await rowsOf(shop)).toEqual(before)
  })
})
