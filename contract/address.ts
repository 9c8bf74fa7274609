/** The shopper's address book. */
import Type from 'typebox'
import { get, post } from './define'
import { Enum, ExtJson, Flag, Id, optional, Page, Paged, PageSize, RegionId, row, Text, Time, Token } from './fields'

const Coordinate = optional(Type.Number({ minimum: -180, maximum: 180 }))
const Phone = Type.String({ pattern: '^\\+?[\\d\\- ]{5,20}$', message: '请输入正确的联系电话' })

const fields = {
  linkMan: Type.String({ minLength: 1, maxLength: 50, message: '请填写收货人' }),
  mobile: Phone,
  provinceId: optional(RegionId),
  cityId: optional(RegionId),
  districtId: optional(RegionId),
  streetId: optional(RegionId),
  address: Type.String({ minLength: 1, maxLength: 200, message: '请填写详细地址' }),
  code: optional(Type.String({ maxLength: 20, description: 'postcode' })),
  isDefault: optional(Flag),
  latitude: Coordinate,
  longitude: Coordinate,
  extJsonStr: optional(ExtJson),
}

/** Where somebody lives, as every answer with an address has it. */
export const place = {
  provinceId: Text,
  cityId: Text,
  districtId: Text,
  streetId: Text,
  provinceStr: Text,
  cityStr: Text,
  areaStr: Text,
  streetStr: Text,
  address: Text,
  code: Text,
}

const AddressRow = row('Address', {
  id: Id,
  uid: Id,
  userId: Id,
  linkMan: Text,
  mobile: Text,
  ...place,
  isDefault: Flag,
  latitude: Coordinate,
  longitude: Coordinate,
  status: Enum({ 0: 'in use' }),
  statusStr: Text,
  dateAdd: Time,
  dateUpdate: Time,
})

const AddressInfo = Type.Object({ info: AddressRow, extJson: ExtJson })

export const address = {
  queryAddressV2: post('common:/{subDomain}/user/shipping-address/list/v2', {
    about: "The caller's addresses, the default first",
    args: {
      token: Token,
      nameLike: optional(Text),
      mobileLike: optional(Text),
      page: Page,
      pageSize: PageSize,
    },
    data: Paged(AddressRow),
  }),
  addAddress: post('common:/{subDomain}/user/shipping-address/add', {
    about: 'Add an address; the first one becomes the default',
    args: { token: Token, ...fields },
    data: Type.Object({ id: Id }),
    refuses: ['regionUnknown', 'addressLimit'],
  }),
  updateAddress: post('common:/{subDomain}/user/shipping-address/update', {
    about: 'Change an address; fields left out stay',
    args: {
      token: Token,
      id: Id,
      ...fields,
      linkMan: optional(fields.linkMan),
      mobile: optional(fields.mobile),
      address: optional(fields.address),
    },
    refuses: ['addressUnknown', 'regionUnknown'],
  }),
  defaultAddress: get('common:/{subDomain}/user/shipping-address/default/v2', {
    about: "The caller's default address",
    args: [{ token: Token }],
    data: AddressInfo,
  }),
  addressDetail: get('common:/{subDomain}/user/shipping-address/detail/v2', {
    about: 'One address of the caller',
    args: [{ token: Token }, { id: Id }],
    data: AddressInfo,
  }),
  deleteAddress: post('common:/{subDomain}/user/shipping-address/delete', {
    about: 'Delete an address',
    args: [{ token: Token }, { id: Id }],
    refuses: ['addressUnknown'],
  }),
}
