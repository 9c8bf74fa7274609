/** Payment notifications of our own making: signed as WeChat Pay signs, telling what a test wants told. */
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import { loadKeys } from '../../server/keys'
import type { SimulatorKeys } from '../../simulators/keys'
import { signatureHeaders } from '../../simulators/wechatpay/signature'
import type { Shop } from './shop'

export interface Told {
  outTradeNo: string
  amountFen: number
  transactionId?: string
  eventId?: string
  mchid?: string
  appid?: string
  currency?: string
  state?: string
  /** Whose address it is sent to; this shop's when not given. */
  merchantId?: number | string
  /** Dated so many seconds ago. */
  secondsAgo?: number
  /** Where it is told, when not at the usual address. */
  address?: string
  /** Changed after it was signed. */
  tampered?: boolean
}

/** The keys of simulated parties that a shop has made for itself. */
export function simulatorKeysOf({ app }: Pick<Shop, 'app'>): SimulatorKeys {
  const { config } = app.services
  const { simulators } = loadKeys(config.dataDir, config)
  if (!simulators) throw new Error('the shop has no simulators')
  return simulators
}

/** Delivers a notification; answers the HTTP status and text of the shop. */
export async function notify(
  shop: Pick<Shop, 'app' | 'origin' | 'merchantId' | 'now'>,
  told: Told,
  { wechatpay } = simulatorKeysOf(shop),
): Promise<{ status: number; text: string }> {
  const { merchantId = shop.merchantId, secondsAgo = 0, tampered = false } = told
  const body = eventText(told, wechatpay)
  const at = new Date(shop.now().getTime() - secondsAgo * 1000)
  const response = await fetch(`${shop.origin}${told.address ?? `/notify/wechatpay/${merchantId}`}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signatureHeaders(body, at, wechatpay) },
    body: tampered ? body.replace('支付成功', '支付完成') : body,
  })
  return { status: response.status, text: await response.text() }
}

function eventText(told: Told, wechatpay: SimulatorKeys['wechatpay']): string {
  const { outTradeNo, amountFen: total, state = 'SUCCESS', currency = 'CNY' } = told
  const transaction = {
    appid: told.appid ?? wechatpay.appid,
    mchid: told.mchid ?? wechatpay.mchid,
    out_trade_no: outTradeNo,
    transaction_id: told.transactionId ?? `42${randomUUID().replace(/\D/g, '').padEnd(26, '0')}`,
    trade_state: state,
    trade_type: 'JSAPI',
    success_time: '2026-03-01T10:00:00+08:00',
    payer: { openid: 'o-payer' },
    amount: { total, payer_total: total, currency, payer_currency: currency },
  }
  return JSON.stringify({
    id: told.eventId ?? randomUUID(),
    create_time: '2026-03-01T10:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: sealed(JSON.stringify(transaction), wechatpay.apiV3Key),
  })
}

function sealed(text: string, apiV3Key: string) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from('transaction'))
  const ciphertext = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64')
  return {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext,
    associated_data: 'transaction',
    nonce,
  }
}

/** Why payments under this number were set apart. */
export async function quarantined(
  { app, merchantId }: Pick<Shop, 'app' | 'merchantId'>,
  outTradeNo: string,
): Promise<string[]> {
  const rows = await app.services.db
    .selectFrom('payment_quarantine')
    .select('reason')
    .where('merchant_id', '=', merchantId)
    .where('out_trade_no', '=', outTradeNo)
    .execute()
  return rows.map(({ reason }) => reason)
}
