/** `npm start`: builds what is stale, fills an empty database with the demo shop, and serves it. */
import { buildSteps } from './build'
import { run } from './run'

async function main(): Promise<void> {
  const started = Date.now()
  await buildSteps(['regions', 'server', 'h5'])
  const env = {
    LOG_LEVEL: 'warn',
    ...process.env,
    SIMULATORS: process.env.SIMULATORS || (hasCredentials() ? 'off' : 'on'),
  }
  await program('build/demo.mjs', env)
  console.log(`准备用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒 / prepared`)
  await program('build/server.mjs', env)
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

/** Runs a built program until it ends; its failure is ours. */
async function program(path: string, env: NodeJS.ProcessEnv): Promise<void> {
  const code = await run(process.execPath, ['--enable-source-maps', path], env)
  if (code !== 0) process.exit(code)
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
