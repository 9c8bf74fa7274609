import { type Fen, fen } from '../../contract/money'
import { type GoodsDraft, insertGoods } from '../../server/domains/goods/save'
import type { FreightRule } from '../../server/domains/goods/shapes'
import { writeJson } from '../../server/json'
import type { Shop } from './shop'

let made = 0

/** A product on the shelf: ¥10, ten pieces, nothing to send, unless said otherwise. Answers its id. */
export async function createGoods(
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  draft: Partial<GoodsDraft> & { priceFen?: number; stock?: number } = {},
): Promise<number> {
  const { transaction, clock } = app.services
  made += 1
  const { priceFen = 1000, stock = 10, ...rest } = draft
  const whole: GoodsDraft = { name: `商品 ${made}`, skus: [{ values: [], priceFen: fen(priceFen), stock }], ...rest }
  return transaction(tx => insertGoods(tx, merchantId, whole, clock.now()))
}

/** A product in two colours and two sizes; large red is sold out. Values: 1 红, 2 蓝 of property 1; 3 小, 4 大 of property 2. */
export const createShirt = (shop: Pick<Shop, 'app' | 'merchantId'>, draft: Partial<GoodsDraft> = {}): Promise<number> =>
  createGoods(shop, {
    name: '棉布衬衫',
    properties: [
      { name: '颜色', values: [{ name: '红' }, { name: '蓝' }] },
      { name: '尺码', values: [{ name: '小' }, { name: '大' }] },
    ],
    skus: [
      { values: ['红', '小'], priceFen: fen(9900), stock: 5 },
      { values: ['红', '大'], priceFen: fen(10900), stock: 0 },
      { values: ['蓝', '小'], priceFen: fen(9900), stock: 5 },
      { values: ['蓝', '大'], priceFen: fen(11900), stock: 3 },
    ],
    ...draft,
  })

/** A template: 8 yuan for the first piece, 2 for each further one, anywhere, unless said otherwise. */
export async function createFreight(
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  {
    name = '快递',
    rules,
    feeType = 0,
    isFree = 0,
    freeFromFen = null,
    notServed = [],
  }: {
    name?: string
    rules?: FreightRule[]
    feeType?: number
    isFree?: number
    freeFromFen?: Fen | null
    notServed?: string[]
  } = {},
): Promise<number> {
  const everywhere: FreightRule = {
    type: 0,
    regions: [],
    first: 1,
    firstFen: fen(800),
    further: 1,
    furtherFen: fen(200),
  }
  return app.services.transaction(async tx => {
    const row = {
      merchant_id: merchantId,
      name,
      fee_type: feeType,
      is_free: isFree,
      free_from_fen: freeFromFen,
      rules_json: writeJson(rules ?? [everywhere]),
      not_served_json: writeJson(notServed),
    }
    const { id } = await tx.insertInto('freight_templates').values(row).returning('id').executeTakeFirstOrThrow()
    return id
  })
}

/** An address in Hangzhou, as orderCreate takes it. */
export const HANGZHOU = {
  linkMan: '林小满',
  mobile: '13800138000',
  provinceId: '330000000000',
  cityId: '330100000000',
  districtId: '330106000000',
  address: '文三路 1 号',
}
