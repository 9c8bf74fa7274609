import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keyring } from '../../../server/keys'
import { createSecrets, type Secrets } from '../../../server/secrets'
import { CommandError, type Shop } from '../context'

/** The server's own keys. Without them nothing is sealed: a key made here would open on no server. */
export function secretsOf({ config }: Shop): Secrets {
  if (!config.secretKey && !existsSync(join(config.dataDir, 'keys.json')))
    throw new CommandError('找不到密钥：请设置与服务器相同的 SECRET_KEY 或 DATA_DIR / the SECRET_KEY is missing')
  return createSecrets(keyring(config.dataDir, config))
}
