/** `npm start`: builds what is stale, fills an empty database with the demo shop, and serves it. */
import { spawn } from 'node:child_process'
import { buildSteps } from './build'

async function main(): Promise<void> {
  const started = Date.now()
  await buildSteps(['regions', 'server', 'h5'])
  const env = {
    LOG_LEVEL: 'warn',
    ...process.env,
    SIMULATORS: process.env.SIMULATORS || (hasCredentials() ? 'off' : 'on'),
  }
  await run(['build/demo.mjs'], env)
  console.log(`准备用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒 / prepared`)
  await run(['build/server.mjs'], env)
}

/** Whoever has filled in the mini-program's credentials wants the real parties. */
function hasCredentials(): boolean {
  try {
    process.loadEnvFile()
  } catch {
    // no `.env`: the demo
  }
  return Boolean(process.env.WECHAT_APPID)
}

/** Runs a built program until it ends; our end is its end. */
function run(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', ...args], { stdio: 'inherit', env })
    const forward = (signal: NodeJS.Signals) => child.kill(signal)
    process.once('SIGINT', forward).once('SIGTERM', forward)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward)
      if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') resolve()
      else process.exit(code ?? 1)
    })
  })
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
