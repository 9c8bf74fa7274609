/** Categories, goods, prices, favourites, what was bought before. */
import Type from 'typebox'
import { alias, get, objectForm, post } from './define'
import {
  Count,
  Enum,
  ExtJson,
  FileUrl,
  Flag,
  Html,
  Id,
  IdList,
  IdOrNone,
  optional,
  Page,
  Paged,
  PageSize,
  PaidYuan,
  Pairs,
  RegionId,
  row,
  Text,
  Time,
  Token,
  Word,
  Yuan,
} from './fields'
import { goodsReviews } from './goods-reviews'
import { goodsTimes } from './goods-times'

const CategoryRow = row('Category', {
  id: Id,
  pid: IdOrNone,
  level: Type.Integer({ description: '1 at the root' }),
  name: Text,
  key: Text,
  type: Text,
  icon: FileUrl,
  isUse: Flag,
  paixu: Type.Integer(),
  userId: Id,
  dateAdd: Time,
  dateUpdate: Time,
})

export const GoodsRow = row('Goods', {
  id: Id,
  name: Text,
  subName: Text,
  characteristic: Text,
  categoryId: IdOrNone,
  shopId: IdOrNone,
  pic: FileUrl,
  picColor: Type.String({ description: 'ground of the picture, shown until it has loaded (ours)' }),
  minPrice: Yuan,
  originalPrice: Yuan,
  minScore: Count,
  stores: Count,
  unit: Text,
  tags: Text,
  weight: Type.Number({ description: 'kg' }),
  minBuyNumber: Count,
  logisticsId: Type.Integer({ description: 'freight template, 0 when nothing is shipped' }),
  supplyType: Text,
  propertyIds: Type.String({ description: '`,1,2,` when a choice is needed, else empty' }),
  hasAddition: Flag,
  limitation: Flag,
  recommendStatus: Enum({ 0: 'ordinary', 1: 'recommended' }),
  recommendStatusStr: Text,
  status: Enum({ 0: 'on the shelf', 1: 'off the shelf' }),
  statusStr: Text,
  paixu: Type.Integer(),
  views: Count,
  numberFav: Count,
  numberOrders: Count,
  numberSells: Count,
  numberReputation: Count,
  numberGoodReputation: Count,
  afterSale: Type.String({ description: 'after-sale kinds allowed: 0 refund, 1 return, 2 exchange' }),
  commission: Yuan,
  commissionType: Enum({ 0: 'none', 1: 'score', 2: 'money: what the nearest distributor earns by a piece' }),
  gotScore: Type.Number(),
  gotScoreType: Type.Integer(),
  kanjia: Flag,
  kanjiaPrice: Yuan,
  pingtuan: Flag,
  pingtuanPrice: Yuan,
  miaosha: Flag,
  miaoshaPrice: optional(Yuan),
  dateStart: optional(Time),
  dateEnd: optional(Time),
  hasDayPrice: optional(Type.Boolean({ description: 'sold by days, see `goodsPriceDaily` (ours)' })),
  hasGoodsTimes: optional(Type.Boolean({ description: 'sold by time slots, see `goodsTimesDays`' })),
  barCode: Text,
  videoId: optional(Id),
  userId: Id,
  dateAdd: Time,
  dateUpdate: Time,
})

const FreightRule = row('FreightRule', {
  type: Enum({ 0: 'express', 1: 'EMS', 2: 'post' }),
  regions: Type.Array(Text, { description: 'region ids; empty for everywhere else (ours)' }),
  firstNumber: Type.Number(),
  firstAmount: Yuan,
  addNumber: Type.Number(),
  addAmount: Yuan,
  userId: Id,
})

const Freight = row('Freight', {
  id: Id,
  isFree: Flag,
  feeType: Enum({ 0: 'by piece', 1: 'by weight' }),
  feeTypeStr: Text,
  freeFrom: Type.Optional(Yuan),
  details: Type.Array(FreightRule),
})

const SkuRow = row('Sku', {
  id: Id,
  propertyChildIds: Pairs,
  price: Yuan,
  originalPrice: Yuan,
  pingtuanPrice: Yuan,
  score: Count,
  stores: Count,
  weight: Type.Number(),
  pic: optional(FileUrl),
})

export const OrderField = row('OrderField', {
  key: Text,
  label: Text,
  placeholder: Text,
  required: Flag,
  pattern: optional(Text),
})

const GoodsDetail = Type.Object(
  {
    basicInfo: GoodsRow,
    priceMultilevels: optional(
      Type.Array(row('LadderPrice', { number: Count, price: Yuan }), {
        description: 'what the cheapest choice costs from so many pieces on',
      }),
    ),
    category: optional(CategoryRow),
    content: Html,
    pics: Type.Array(Type.Object({ id: Id, goodsId: Id, pic: FileUrl, userId: Id })),
    logistics: optional(Freight),
    extJson: ExtJson,
    properties: optional(
      Type.Array(
        row('Property', {
          id: Id,
          name: Text,
          childsCurGoods: Type.Array(row('PropertyValue', { id: Id, name: Text, propertyId: Id })),
        }),
      ),
    ),
    skuList: optional(Type.Array(SkuRow)),
    subPics: optional(Type.Array(Type.Object({ optionValueId: Id, pic: FileUrl }))),
    orderFields: Type.Array(OrderField, {
      description: 'what the shopper must tell at checkout, as an account to top up (ours)',
    }),
  },
  { title: 'GoodsDetail' },
)

const Filters = {
  token: optional(Token),
  categoryId: optional(IdOrNone),
  categoryKey: optional(Text),
  k: optional(Type.String({ maxLength: 50, description: 'searched in name, tags and introduction' })),
  nameLike: optional(Text),
  tagsLike: optional(Text),
  barCode: optional(Text),
  gids: optional(IdList),
  shopId: optional(IdOrNone),
  recommendStatus: optional(Enum({ 0: 'ordinary', 1: 'recommended' })),
  status: optional(Enum({ [-1]: 'any', 0: 'on the shelf', 1: 'off the shelf' })),
  hidden: optional(Enum({ 0: 'shown ones', 1: 'hidden ones' })),
  kanjia: optional(Flag),
  pingtuan: optional(Flag),
  miaosha: optional(Flag),
  priceMin: optional(Yuan),
  priceMax: optional(Yuan),
  orderBy: optional(Word('priceUp', 'priceDown', 'ordersUp', 'ordersDown', 'addedUp', 'addedDown', 'nameUp')),
  page: Page,
  pageSize: PageSize,
}

const goodsCategory = get('api:/{subDomain}/shop/goods/category/all', {
  about: 'All categories as a flat list; `pid` makes the tree',
  args: { shopId: optional(IdOrNone) },
  data: Type.Array(CategoryRow),
})

const goodsCategoryDetail = get('api:/{subDomain}/shop/goods/category/info', {
  about: 'One category',
  args: [{ id: Id }],
  data: Type.Object({ info: CategoryRow, extJson: ExtJson }),
})

const goodsDetail = get('api:/{subDomain}/shop/goods/detail', {
  about: 'A product with pictures, choices, prices and freight; adds one view',
  args: [{ id: Id }, { token: optional(Token) }],
  data: GoodsDetail,
})

const goodsLimitations = get('api:/{subDomain}/shop/goods/limitation', {
  about: 'How many pieces each member level may buy in which time',
  args: { goodsId: Id, priceId: optional(Id), propertyChildIds: optional(Pairs) },
  order: ['goodsId', 'priceId'],
  data: Type.Array(
    row('Limitation', {
      id: Id,
      goodsId: Id,
      priceId: IdOrNone,
      userLevelId: IdOrNone,
      userLevelName: Text,
      buyNumbers: Count,
      duration: Count,
      unit: Enum({ 0: 'calendar day', 1: 'calendar month', 2: 'calendar year' }),
      unitStr: Text,
      userId: Id,
    }),
  ),
})

const goodsPriceV2 = post('api:/{subDomain}/shop/goods/price', {
  about: "The price of one choice; with a token, the caller's member price",
  args: { goodsId: Id, propertyChildIds: optional(Pairs), token: optional(Token) },
  data: Type.Object({
    id: Id,
    goodsId: Id,
    price: Yuan,
    originalPrice: Yuan,
    pingtuanPrice: Yuan,
    score: Count,
    stores: Count,
    propertyChildIds: Pairs,
    propertyChildNames: Text,
    userId: Id,
  }),
  refuses: ['noData'],
})

const goodsFavPut = post('common:/{subDomain}/shop/goods/fav/add', {
  about: 'Keep a product as a favourite',
  args: [{ token: Token }, { goodsId: Id }],
  refuses: ['goodsGone'],
})
const goodsFavCheck = get('common:/{subDomain}/shop/goods/fav/check', {
  about: 'Whether a product is a favourite: 0 yes, -1 no',
  args: [{ token: Token }, { goodsId: Id }],
  data: Type.String(),
  refuses: ['negative'],
})
const goodsFavDelete = post('common:/{subDomain}/shop/goods/fav/delete', {
  about: 'Remove a favourite, by its own id or by the product',
  args: [{ token: Token }, { id: optional(Id) }, { goodsId: optional(Id) }],
})

const myBuyGoodsHis = post('api:/{subDomain}/shop/goods/his/list', {
  about: 'Products the caller has bought, the latest first',
  args: { token: Token, page: Page, pageSize: PageSize },
  data: Paged(
    row('BoughtGoods', {
      id: Id,
      goodsId: Id,
      goodsName: Text,
      pic: FileUrl,
      number: Count,
      numberSells: Count,
      minPrice: Yuan,
      status: Enum({ 0: 'on the shelf', 1: 'off the shelf' }),
      dateAdd: Time,
    }),
  ),
})

export const goods = {
  goodsCategory,
  goodsCategoryV2: alias(goodsCategory, { order: ['shopId'] }),
  goodsCategoryDetail,
  goodsCategoryDetailV2: objectForm(goodsCategoryDetail),
  goods: post('api:/{subDomain}/shop/goods/list', {
    about: 'Goods by filter and order; a bare list',
    args: Filters,
    data: Type.Array(GoodsRow),
  }),
  goodsv2: post('api:/{subDomain}/shop/goods/list/v2', {
    about: 'Goods by filter and order, with totals',
    args: Filters,
    data: Paged(GoodsRow),
  }),
  goodsDetail,
  goodsDetailV2: objectForm(goodsDetail),
  videoDetail: get('common:/{subDomain}/media/video/detail', {
    about: 'Where a film is; goods name theirs as `videoId`',
    args: [{ videoId: Id }],
    data: Type.Object({ id: Id, fdMp4: FileUrl, type: Text, size: Count }),
    refuses: ['noData'],
  }),
  goodsLimitations,
  goodsLimitationsV2: alias(goodsLimitations, { order: ['goodsId', 'propertyChildIds'] }),
  goodsAddition: get('api:/{subDomain}/shop/goods/goodsAddition', {
    about: 'What can be added to a product',
    args: [{ goodsId: Id }],
    data: Type.Array(
      row('AdditionGroup', {
        id: Id,
        name: Text,
        required: Flag,
        type: Enum({ 0: 'one', 1: 'several' }),
        items: Type.Array(row('Addition', { id: Id, pid: Id, name: Text, price: Yuan })),
      }),
    ),
  }),
  goodsPriceV2,
  goodsPrice: alias(goodsPriceV2, { order: ['goodsId', 'propertyChildIds'] }),
  goodsPriceFreight: get('api:/{subDomain}/shop/goods/price/freight', {
    about: 'How freight is counted for a template and an address',
    args: {
      templateId: Id,
      type: optional(Enum({ 0: 'express', 1: 'EMS', 2: 'post' })),
      provinceId: optional(RegionId),
      cityId: optional(RegionId),
      districtId: optional(RegionId),
    },
    data: Type.Object({ firstNumber: Type.Number(), firstAmount: Yuan, addNumber: Type.Number(), addAmount: Yuan }),
    refuses: ['notDeliverable'],
  }),
  goodsRebate: get('common:/{subDomain}/shop/goods/rebate/v2', {
    about: "The caller's member discount: 10 is the full price, 9.5 is 95 %",
    args: [{ token: Token }, { goodsId: Id }],
    data: Type.Number(),
    refuses: ['noData'],
  }),
  ...goodsReviews,
  ...goodsTimes,
  pushNewGoods: post('api:/{subDomain}/shop/goods/putOrUpdate', {
    about: "Offer a product of one's own; it goes on sale when the shop keeper has approved it",
    args: {
      token: Token,
      id: optional(Id),
      name: Type.String({ minLength: 1, maxLength: 100 }),
      characteristic: optional(Text),
      categoryId: optional(IdOrNone),
      price: PaidYuan,
      originalPrice: optional(PaidYuan),
      stores: optional(Type.Integer({ minimum: 0, maximum: 99_999 })),
      pic: optional(FileUrl),
      content: optional(Type.String({ maxLength: 20_000 })),
      extJsonStr: optional(ExtJson),
    },
    data: Type.Object({ id: Id }),
    refuses: ['noData', 'forbidden'],
  }),
  deleteMyGoods: post('api:/{subDomain}/shop/goods/del', {
    about: "Take back a product of one's own",
    args: [{ token: Token }, { id: Id }],
    refuses: ['noData'],
  }),
  myBuyGoodsHis,
  myBuyGoodsHisV2: alias(myBuyGoodsHis, { url: 'common:/{subDomain}/shop/goods/his/list' }),
  myBuyGoodsHisDelete: post('api:/{subDomain}/shop/goods/his/delete', {
    about: 'Forget that a product was bought, by the record or by the product',
    args: [{ token: Token }, { id: optional(Id) }, { goodsId: optional(Id) }],
  }),
  goodsFavPut,
  goodsFavAdd: objectForm(goodsFavPut),
  goodsFavCheck,
  goodsFavCheckV2: objectForm(goodsFavCheck),
  goodsFavList: post('api:/{subDomain}/shop/goods/fav/list', {
    about: "The caller's favourites, the newest first",
    args: { token: Token, nameLike: optional(Text), page: Page, pageSize: PageSize },
    data: Type.Array(
      row('Favourite', {
        id: Id,
        goodsId: Id,
        goodsName: Text,
        pic: FileUrl,
        picColor: Type.String(),
        minPrice: Yuan,
        originalPrice: Yuan,
        status: Enum({ 0: 'on the shelf', 1: 'off the shelf' }),
        type: Enum({ 0: 'goods' }),
        dateAdd: Time,
        dateUpdate: Time,
      }),
    ),
  }),
  goodsFavDelete,
  goodsFavDeleteV2: objectForm(goodsFavDelete),
}
