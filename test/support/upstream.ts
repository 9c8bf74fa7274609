/** The card-code proxy beside a hosted service; another server of ours stands for the hosted service. */
import { Ajv } from 'ajv'
import { expect } from 'vitest'
import { anyRefusal, errors } from '../../contract/errors'
import { supply } from '../../contract/supply'
import { saveLink } from '../../server/domains/supply/upstream/links'
import type { UpstreamSupply } from '../../src/api/supply'
import { type Envelope, send } from './client'
import type { Person } from './people'
import { createShop, type Settings, type Shop } from './shop'

const answer = new Ajv({ strict: false }).compile(supply.supplyOfOrder.data)
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

/** A hosted service, and the proxy that stands beside it. */
export async function createBeside(settings: Settings = {}): Promise<{ hosted: Shop; proxy: Shop }> {
  const hosted = await createShop()
  const proxy = await createShop({ UPSTREAM_WXAPI: `${hosted.origin}/${hosted.subDomain}`, ...settings })
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
