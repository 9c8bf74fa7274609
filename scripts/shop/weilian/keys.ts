import { resealCodes } from '../../../server/domains/supply/rotate'
import { exchangeKey } from '../../../server/keys'
import type { Desk } from './desk'
import { secretsOf } from './secrets'

/** A new key, and every code sealed with it. With `SECRET_KEY` the new key is set beforehand, the old in `SECRET_KEYS_OLD`. */
export async function rotateKey({ shop, values }: Desk): Promise<void> {
  const { config, database } = shop
  secretsOf(shop)
  if (!config.secretKey && !values.reseal) exchangeKey(config.dataDir)
  const secrets = secretsOf(shop)
  const merchants = await database.db.selectFrom('merchants').select(['id', 'name']).orderBy('id').execute()
  for (const { id, name } of merchants) {
    const { resealed, twins } = await resealCodes(database, secrets, id)
    console.log(`${name}：重新加密 ${resealed} 个卡密 / sealed anew`)
    if (twins.length) console.log(`  重复的卡密 / codes sold twice: ${twins.join(' ')}`)
  }
  console.log('旧密钥留着，登录信息还用得到 / the old key stays known')
}
