/** Fills an empty database with the demo shop. A database with a shop in it is left alone. */
import { join } from 'node:path'
import { readConfig } from '../../server/config'
import { openDatabase } from '../../server/db/database'
import { migrate } from '../../server/db/migrate'
import { FileStore } from '../../server/domains/file/file-store'
import { loadKeys, saveKeys } from '../../server/keys'
import { catalog } from './catalog'
import { storePictures } from './pictures'
import { picturesIn, seed } from './seed'
import { suppliedGoods } from './supplied-goods'
import { storeVideos } from './videos'

/** The first shop of a database has number 1. */
const MERCHANT_ID = 1

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const database = openDatabase(config)
  process.stdout.write('[4/4] 数据库 / database … ')
  const start = Date.now()
  const done = await migrate(database)
  const isEmpty = !(await database.db.selectFrom('merchants').select('id').limit(1).executeTakeFirst())
  process.stdout.write(done.length ? `${done.length} 步迁移 / migrations` : '已是最新 / up to date')
  if (isEmpty && config.simulators) {
    const now = new Date()
    const names = picturesIn(catalog)
    const files = new FileStore(join(config.dataDir, 'files'))
    const pictures = await storePictures(names, files, MERCHANT_ID, now, count => {
      if (count % 50 === 0) process.stdout.write(`, ${count}/${names.length} 图`)
    })
    // Before the shop: once there is one, nobody comes back to tell the supplier what it sells.
    const keys = loadKeys(config.dataDir, config)
    if (keys.simulators) keys.simulators.weilian.goods = suppliedGoods(catalog)
    saveKeys(config.dataDir, keys)
    const videos = await storeVideos(catalog, files, MERCHANT_ID, now)
    await seed(database, catalog, pictures, videos, now)
    process.stdout.write(`, 演示店 ${catalog.goods.length} 件商品 / demo shop`)
  }
  process.stdout.write(` (${((Date.now() - start) / 1000).toFixed(1)} s)\n`)
  await database.close()
}

main().catch(error => {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
})
