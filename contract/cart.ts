/** Carts; a shopper has one for each `type`. */
import Type from 'typebox'
import { get, objectForm, post } from './define'
import {
  Count,
  Enum,
  FileUrl,
  Flag,
  Id,
  IdOrNone,
  optional,
  Quantity,
  row,
  Text,
  TextList,
  Token,
  Yuan,
} from './fields'
import { bookedAnswer, bookedTimes } from './goods-times'

const CartType = optional(Type.String({ maxLength: 32, description: 'which cart; empty is the ordinary one' }))

/** A chosen property value. */
const ChosenOption = row('ChosenOption', { optionId: Id, optionValueId: Id })
/** An addition of a group: `pid` is the group. */
export const ChosenAddition = row('ChosenAddition', { id: Id, pid: Id })

/** An addition as it was chosen, with its name and price. */
export const CartAddition = row('CartAddition', { id: Id, pid: Id, name: Text, pname: Text, price: Yuan })

const CartLine = row('CartLine', {
  key: Type.String({ description: '32 hex digits of goods, choice and additions' }),
  goodsId: Id,
  name: Text,
  pic: FileUrl,
  picColor: Type.String(),
  number: Count,
  price: Yuan,
  originalPrice: Yuan,
  score: Count,
  stores: Count,
  minBuyNumber: Count,
  selected: Flag,
  status: Enum({ 0: 'fine', 1: 'gone' }),
  statusStr: Text,
  shopId: IdOrNone,
  categoryId: IdOrNone,
  logisticsId: Type.Integer(),
  weight: Type.Number(),
  supplyType: Text,
  addedAt: Type.Integer({ description: 'milliseconds; the newest line stands first (ours)' }),
  propertyChildIds: Text,
  sku: optional(
    Type.Array(row('CartOption', { optionId: Id, optionValueId: Id, optionName: Text, optionValueName: Text })),
  ),
  additions: optional(Type.Array(CartAddition)),
  ...bookedAnswer,
})

const Cart = Type.Object(
  {
    number: Count,
    price: Yuan,
    score: Count,
    selectedNumber: Type.Integer({ minimum: 0, description: 'pieces selected that can be bought (ours)' }),
    selectedPrice: Yuan,
    items: Type.Array(CartLine),
    shopList: Type.Array(row('CartShop', { id: IdOrNone, name: Text })),
  },
  { title: 'Cart' },
)

const shippingCarInfoAddItem = post('api:/{subDomain}/shopping-cart/add', {
  about: 'Put goods into the cart; the same choice again adds to its number',
  args: [
    { token: Token },
    { goodsId: Id },
    { number: Quantity },
    { sku: optional(Type.Array(ChosenOption, { maxItems: 10 })) },
    { addition: optional(Type.Array(ChosenAddition, { maxItems: 30 })) },
    { type: CartType },
    {
      addedAt: optional(Type.Integer({ minimum: 0, description: 'where the line stood, when it is put back (ours)' })),
    },
    { goodsTimesDay: bookedTimes.goodsTimesDay },
    { goodsTimesItem: bookedTimes.goodsTimesItem },
    { days: bookedTimes.days },
    {
      idempotencyKey: optional(
        Type.String({ minLength: 8, maxLength: 64, description: 'a repeat with the same key adds nothing (ours)' }),
      ),
    },
  ],
  refuses: [
    'goodsGone',
    'skuRequired',
    'skuGone',
    'stockShort',
    'belowMinimum',
    'additionInvalid',
    'additionRequired',
    'cartFull',
    'bookingRequired',
    'bookingGone',
  ],
})

export const cart = {
  shippingCarInfo: get('api:/{subDomain}/shopping-cart/info', {
    about: "The caller's cart; 700 when it is empty",
    args: [{ token: Token }, { type: CartType }],
    data: Cart,
  }),
  shippingCarInfoAddItem,
  shippingCarInfoAddItemV2: objectForm(shippingCarInfoAddItem),
  shippingCarInfoModifyNumber: post('api:/{subDomain}/shopping-cart/modifyNumber', {
    about: 'Set the number of a line',
    args: [{ token: Token }, { key: Text }, { number: Quantity }, { type: CartType }],
    data: Cart,
    refuses: ['cartLineUnknown', 'stockShort', 'belowMinimum', 'goodsGone', 'bookingGone'],
  }),
  shippingCarInfoRemoveItem: post('api:/{subDomain}/shopping-cart/remove', {
    about: 'Remove lines; answers what is left, 700 when that is nothing',
    args: [{ token: Token }, { key: TextList }, { type: CartType }],
    data: Cart,
  }),
  shippingCartSelected: post('api:/{subDomain}/shopping-cart/select', {
    about: 'Select lines, or take the selection back',
    args: [{ token: Token }, { key: TextList }, { selected: Flag }, { type: CartType }],
    data: Cart,
  }),
  shippingCarInfoRemoveAll: post('api:/{subDomain}/shopping-cart/empty', {
    about: 'Empty the cart',
    args: [{ token: Token }, { type: CartType }],
  }),
}
