/** Watches every SQL statement: what touches a shop's rows must name the shop, each table of a join included. */
const SHARED = new Set([
  'merchants',
  'jobs',
  'kysely_migration',
  'kysely_migration_lock',
  'sqlite_master',
  'pg_catalog',
  'information_schema',
])
/** Housekeeping looks at all shops alike: what has run out goes. */
const ACROSS_SHOPS = [
  /^delete from "wechat_messages" where "received_at" </,
  /^delete from "sessions" where "expires_at" </,
  /^delete from "verification_codes" where "sent_at" </,
  /^delete from "spent_pictures" where "spent_at" </,
  /^delete from "spent_tokens" where "until" </,
]

export function crossesShops(sql: string): boolean {
  if (!/^\s*(select|insert|update|delete|with)\b/i.test(sql) || ACROSS_SHOPS.some(pattern => pattern.test(sql)))
    return false
  const tables = [...sql.matchAll(/\b(?:from|join|update|into) "(\w+)"/g)]
    .map(([, table = '']) => table)
    .filter(table => !SHARED.has(table))
  const named = sql.match(/"merchant_id"/g)?.length ?? 0
  return tables.length > named
}
