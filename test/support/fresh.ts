import { afterAll } from 'vitest'
import { type Database, openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { createMerchant } from '../../server/domains/site/settings'
import { freshPlace } from './database'

/**
 * A migrated database with a shop in it and no server around. It goes when the file is done. `another`: as a second server
 * sees it; on SQLite the same connection, since within one process two would block one another.
 */
export async function freshDatabase(): Promise<{
  database: Database
  merchantId: number
  another(): Promise<Database>
}> {
  const place = await freshPlace()
  const opened: Database[] = []
  const open = async () => {
    const database = openDatabase(place)
    opened.push(database)
    return database
  }
  const database = await open()
  await migrate(database)
  const merchantId = await database.transaction(tx => createMerchant(tx, 'demo', '小铺', new Date()))
  afterAll(async () => {
    for (const one of opened) await one.close()
    await place.remove()
  })
  return { database, merchantId, another: async () => (place.databaseUrl ? open() : database) }
}
