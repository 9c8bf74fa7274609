/** The server as a process: settings, start, orderly end. */
import { createApp } from './app'
import { readConfig } from './config'
import { createLog } from './log'
import { SettingsError } from './settings'

const STOP_WITHIN_MS = 30_000
/** So long `/readyz` says that we are going, and we still serve whom the load balancer sends. */
const ANNOUNCED_MS = 1_000

async function main(): Promise<void> {
  loadEnvFile()
  const config = readConfig(process.env)
  const log = createLog(config)
  const app = await createApp({ config, log })
  app.worker.start()
  const address = await app.server.listen({ port: config.port, host: config.host })
  console.log(`\n小铺开张了 / the shop is open: ${config.publicUrl ?? address}\n`)

  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    app.announceStop()
    if (signal === 'SIGTERM') await new Promise(resolve => setTimeout(resolve, ANNOUNCED_MS))
    await app.close()
    process.exit(0)
  }
  // Not `once`: whoever starts us may pass on a signal that we have had already, and the second must not cut us short.
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** `.env` in the working directory; what the environment says already stays. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

main().catch(error => {
  console.error(error instanceof SettingsError ? error.message : error)
  process.exit(1)
})
