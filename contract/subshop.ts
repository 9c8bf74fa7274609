/** Branches of a merchant: where they are, when they are open, what can be fetched there. */
import Type from 'typebox'
import { get, post } from './define'
import {
  Count,
  Enum,
  ExtJson,
  FileUrl,
  Flag,
  Id,
  IdList,
  LongText,
  optional,
  Page,
  Paged,
  PageSize,
  RegionId,
  row,
  Text,
  Time,
} from './fields'

const Branch = row('Branch', {
  id: Id,
  name: Text,
  pic: FileUrl,
  provinceId: Text,
  cityId: Text,
  districtId: Text,
  address: Text,
  latitude: optional(Type.Number({ description: 'GCJ-02, as WeChat maps have it' })),
  longitude: optional(Type.Number()),
  distance: optional(Type.Number({ description: 'kilometres, when the caller has said where they are' })),
  linkMan: Text,
  linkPhone: Text,
  openingHours: Text,
  openZiqu: Type.Boolean({ description: 'goods can be fetched here' }),
  openWaimai: Flag,
  isOpening: Type.Boolean({ description: 'not closed for now by the shop keeper' }),
  characteristic: Text,
  introduce: LongText,
  number: Text,
  numberOrder: Count,
  numberGoodReputation: Count,
  paixu: Type.Integer(),
  status: Enum({ 1: 'open' }),
  statusStr: Text,
  userId: Id,
  dateAdd: Time,
  dateUpdate: Time,
})

export const subshop = {
  fetchShops: post('api:/{subDomain}/shop/subshop/list', {
    about: 'Branches: the nearest first when the caller says where they are, else as the shop keeper has them',
    args: {
      curlatitude: optional(Type.Number({ minimum: -90, maximum: 90 })),
      curlongitude: optional(Type.Number({ minimum: -180, maximum: 180 })),
      nameLike: optional(Text),
      provinceId: optional(RegionId),
      cityId: optional(RegionId),
      districtId: optional(RegionId),
      type: optional(Text),
      page: Page,
      pageSize: PageSize,
    },
    data: Type.Array(Branch),
  }),
  shopSubdetail: get('api:/{subDomain}/shop/subshop/detail/v2', {
    about: 'One branch',
    args: [{ id: Id }],
    data: Type.Object({ info: Branch, extJson: ExtJson }),
  }),
  pickPoints: post('common:/{subDomain}/shop/subshop/pickPoints', {
    about: 'Where goods can be fetched: the branches that hand out',
    args: { shopIds: optional(IdList), page: Page, pageSize: PageSize },
    data: Paged(Branch),
  }),
}
