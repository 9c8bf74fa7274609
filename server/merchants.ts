/** The shops that this server keeps, found by the first segment of a path. */
import type { Db } from './db/database'
import type { Merchant } from './http/handlers'

/** First segments that are not shops. */
export const RESERVED_NAMES = new Set([
  'common',
  'subdomain',
  'jdvop',
  'upload2',
  'uploadbyurl',
  'websocket',
  'notify',
  'supply',
  'api',
  'pay',
  'wechat',
  'qrcode',
  'spread',
  'share',
  'oauth',
  'auth',
  'users',
  'template',
  'files',
  'healthz',
  'readyz',
  '_sim',
  'pages',
  'packages',
  'js',
  'css',
  'static',
  'chunk',
  'fonts',
  'assets',
  'custom-tab-bar',
  'index.html',
  'favicon.ico',
  'manifest.webmanifest',
])

export const isShopName = (name: string): boolean => /^[a-z][a-z0-9-]{1,30}$/.test(name) && !RESERVED_NAMES.has(name)

const RECHECK_MS = 5_000

/** Shops are few and hardly change, so they are kept in memory; a new one is found when it is first asked for. */
export class Merchants {
  private bySegment = new Map<string, Merchant>()
  private unknownSince = new Map<string, number>()

  constructor(private readonly db: Db) {}

  /** `segment`: a subDomain, or the number of the shop. */
  async find(segment: string): Promise<Merchant | undefined> {
    const known = this.bySegment.get(segment)
    if (known) return known
    if (Date.now() - (this.unknownSince.get(segment) ?? 0) < RECHECK_MS) return undefined
    await this.load()
    const found = this.bySegment.get(segment)
    if (!found) this.rememberUnknown(segment)
    return found
  }

  /** The oldest shop, which the mini-program of this server belongs to. */
  async first(): Promise<Merchant | undefined> {
    await this.load()
    return [...this.bySegment.values()].reduce<Merchant | undefined>(
      (first, one) => (first && first.id < one.id ? first : one),
      undefined,
    )
  }

  private async load(): Promise<void> {
    const rows = await this.db
      .selectFrom('merchants')
      .select(['id', 'sub_domain', 'name'])
      .where('status', '=', 0)
      .execute()
    this.bySegment = new Map(
      rows.flatMap(({ id, sub_domain, name }) => {
        const merchant = { id, subDomain: sub_domain, name }
        return [
          [sub_domain, merchant],
          [String(id), merchant],
        ] as const
      }),
    )
  }

  /** So that guessing names costs one query in a while, not one each. */
  private rememberUnknown(segment: string): void {
    if (this.unknownSince.size > 1000) this.unknownSince.clear()
    this.unknownSince.set(segment, Date.now())
  }
}
