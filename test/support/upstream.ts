/** The card-code proxy beside a hosted service; another server of ours stands for the hosted service. */
import { Ajv } from 'ajv'
import { expect } from 'vitest'
import { anyRefusal, errors } from '../../contract/errors'
import { supply } from '../../contract/supply'
import { saveLink } from '../../server/domains/supply/upstream/links'
import type { UpstreamSupply } from '../../src/api/supply'
import { type Envelope, send } from './client'
import type { Person } from './people'
import { createShop, freePort, type Settings, type Shop } from './shop'

const answer = new Ajv({ strict: false }).compile(supply.supplyOfOrder.data)
const fields = new Ajv({ strict: false }).compile(supply.supplyFields.data)
const codes = [...anyRefusal, ...supply.supplyOfOrder.refuses].map(name => errors[name][0] as number)

/** As the storefront asks. Every answer is held against the contract. */
export async function supplyOf(
  { origin }: Pick<Shop, 'origin'>,
  { token }: Pick<Person, 'token'>,
  orderId: number,
): Promise<Envelope & { data?: UpstreamSupply }> {
  const fields = { token, orderId: String(orderId) }
  const envelope = await send({ verb: 'POST', url: `${origin}/supply/order`, fields })
  if (envelope.code === 0) expect(answer(envelope.data), JSON.stringify(answer.errors)).toBe(true)
  else expect(codes).toContain(envelope.code)
  return envelope as Envelope & { data?: UpstreamSupply }
}

/** What the supplier must be told with an order of these goods. Held against the contract. */
export async function fieldsOf({ origin }: Pick<Shop, 'origin'>, ...goodsIds: number[]): Promise<Envelope> {
  const envelope = await send({ verb: 'GET', url: `${origin}/supply/fields`, fields: { goodsIds: goodsIds.join(',') } })
  if (envelope.code === 0) expect(fields(envelope.data), JSON.stringify(fields.errors)).toBe(true)
  return envelope
}

/** A hosted service, and the proxy that stands beside it, whose pages may ask the service. */
export async function createBeside(settings: Settings = {}): Promise<{ hosted: Shop; proxy: Shop }> {
  const port = await freePort()
  const hosted = await createShop({ CORS_ORIGINS: `http://127.0.0.1:${port}` })
  const proxy = await createShop({ UPSTREAM_WXAPI: `${hosted.origin}/${hosted.subDomain}`, ...settings }, port)
  return { hosted, proxy }
}

/** The shop keeper says that goods of the hosted service are delivered by the supplier. */
export const link = (
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  goodsId: number,
  supplierGoodsId: string,
  { choice = '', kind = 0, fields = [] as string[] } = {},
) =>
  app.services.transaction(tx =>
    saveLink(
      tx,
      merchantId,
      { goodsId: String(goodsId), choice, supplier: 'weilian', supplierGoodsId, kind, fields, title: '' },
      app.services.clock.now(),
    ),
  )
