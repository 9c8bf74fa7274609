import { type Kysely, Migrator } from 'kysely'
import type { Database, Dialect } from './database'
import * as merchants from './migrations/0001_merchants'
import * as settings from './migrations/0002_settings'
import * as jobs from './migrations/0003_jobs'
import * as users from './migrations/0004_users'
import * as addresses from './migrations/0005_addresses'
import * as site from './migrations/0006_site'
import * as files from './migrations/0007_files'
import * as goods from './migrations/0008_goods'
import * as carts from './migrations/0009_carts'
import * as orders from './migrations/0010_orders'
import * as ledger from './migrations/0011_ledger'
import * as payments from './migrations/0012_payments'
import * as supply from './migrations/0013_supply'
import * as articles from './migrations/0014_articles'
import * as refunds from './migrations/0015_refunds'
import * as passwords from './migrations/0016_passwords'
import * as comments from './migrations/0017_comments'
import * as branches from './migrations/0018_branches'
import * as invoices from './migrations/0019_invoices'
import * as videos from './migrations/0020_videos'
import * as priceParts from './migrations/0021_price_parts'
import * as payProviders from './migrations/0022_pay_providers'
import * as codePurposes from './migrations/0023_code_purposes'
import * as lentValues from './migrations/0024_lent_values'
import * as paymentTrouble from './migrations/0025_payment_trouble'
import * as kanjia from './migrations/0026_kanjia'
import * as supplyAccounts from './migrations/0027_supply_accounts'
import * as coupons from './migrations/0028_coupons'
import * as wechatPush from './migrations/0029_wechat_push'
import * as pingtuan from './migrations/0030_pingtuan'
import * as sales from './migrations/0031_sales'
import * as virtualItems from './migrations/0032_virtual_items'
import * as parcelNumbers from './migrations/0033_parcel_numbers'
import * as scores from './migrations/0034_scores'
import * as reconciliations from './migrations/0035_reconciliations'
import * as supplyPeople from './migrations/0036_supply_people'
import * as supplyGoods from './migrations/0037_supply_goods'
import * as templateConsents from './migrations/0038_template_consents'
import * as merchantTransfers from './migrations/0039_merchant_transfers'
import * as spentTokens from './migrations/0040_spent_tokens'
import * as levels from './migrations/0041_levels'
import * as upstreamOrders from './migrations/0042_upstream_orders'
import * as heldContents from './migrations/0043_held_contents'
import * as fx from './migrations/0044_fx'
import * as keepers from './migrations/0045_keepers'
import * as withdrawals from './migrations/0046_withdrawals'
import * as complaints from './migrations/0047_complaints'
import * as deposits from './migrations/0048_deposits'
import * as openings from './migrations/0049_openings'
import * as paymentEvents from './migrations/0050_payment_events'
import * as cartBookings from './migrations/0051_cart_bookings'
import * as partners from './migrations/0052_partners'
import * as goodsCommission from './migrations/0053_goods_commission'
import * as cartKeys from './migrations/0054_cart_keys'
import * as fxVisitors from './migrations/0055_fx_visitors'
import { type Schema, schemaOf } from './schema'

/** In order, forward only, never changed once released. */
const migrations: Record<string, { up(schema: Schema, dialect: Dialect): Promise<void> }> = {
  '0001_merchants': merchants,
  '0002_settings': settings,
  '0003_jobs': jobs,
  '0004_users': users,
  '0005_addresses': addresses,
  '0006_site': site,
  '0007_files': files,
  '0008_goods': goods,
  '0009_carts': carts,
  '0010_orders': orders,
  '0011_ledger': ledger,
  '0012_payments': payments,
  '0013_supply': supply,
  '0014_articles': articles,
  '0015_refunds': refunds,
  '0016_passwords': passwords,
  '0017_comments': comments,
  '0018_branches': branches,
  '0019_invoices': invoices,
  '0020_videos': videos,
  '0021_price_parts': priceParts,
  '0022_pay_providers': payProviders,
  '0023_code_purposes': codePurposes,
  '0024_lent_values': lentValues,
  '0025_payment_trouble': paymentTrouble,
  '0026_kanjia': kanjia,
  '0027_supply_accounts': supplyAccounts,
  '0028_coupons': coupons,
  '0029_wechat_push': wechatPush,
  '0030_pingtuan': pingtuan,
  '0031_sales': sales,
  '0032_virtual_items': virtualItems,
  '0033_parcel_numbers': parcelNumbers,
  '0034_scores': scores,
  '0035_reconciliations': reconciliations,
  '0036_supply_people': supplyPeople,
  '0037_supply_goods': supplyGoods,
  '0038_template_consents': templateConsents,
  '0039_merchant_transfers': merchantTransfers,
  '0040_spent_tokens': spentTokens,
  '0041_levels': levels,
  '0042_upstream_orders': upstreamOrders,
  '0043_held_contents': heldContents,
  '0044_fx': fx,
  '0045_keepers': keepers,
  '0046_withdrawals': withdrawals,
  '0047_complaints': complaints,
  '0048_deposits': deposits,
  '0049_openings': openings,
  '0050_payment_events': paymentEvents,
  '0051_cart_bookings': cartBookings,
  '0052_partners': partners,
  '0053_goods_commission': goodsCommission,
  '0054_cart_keys': cartKeys,
  '0055_fx_visitors': fxVisitors,
}

/** Brings the database up to date; safe when several servers start at once. Answers what was done. */
export async function migrate({ writer, dialect }: Database): Promise<string[]> {
  const migrator = new Migrator({
    db: writer,
    provider: {
      getMigrations: async () =>
        Object.fromEntries(
          Object.entries(migrations).map(([name, { up }]) => [
            name,
            { up: (db: Kysely<unknown>) => up(schemaOf(db, dialect), dialect) },
          ]),
        ),
    },
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map(({ migrationName }) => migrationName)
}
