/** `npm run dev`: the server, built anew and restarted at each change, and the H5 storefront with reload beside it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { buildSteps } from './build'
import { run } from './run'

const WATCHED = ['server', 'contract', 'simulators', 'scripts']
const SETTLE_MS = 200
const H5_PORT = '10086'
/** Not where the server finds the built storefront. */
const OUTPUT = 'build/dev-h5'

async function main(): Promise<void> {
  const env = { SIMULATORS: 'on', LOG_LEVEL: 'info', ...process.env }
  await buildSteps(['regions', 'server'])
  await run(process.execPath, ['build/demo.mjs'], env)
  let server = serve(env)
  let timer: NodeJS.Timeout | undefined
  let restarted = Promise.resolve()
  const restart = async () => {
    await buildSteps(['server']).catch(error => console.error(error.message))
    if (server.kill('SIGTERM')) await new Promise(resolve => server.once('close', resolve))
    server = serve(env)
  }
  for (const folder of WATCHED) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => (restarted = restarted.then(restart)), SETTLE_MS)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  console.log(`\n改动即见 / reloads as you work: http://127.0.0.1:${H5_PORT}\n`)
  const base = process.env.WXAPI_BASE ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`
  const code = await run('node_modules/.bin/taro', ['build', '--type', 'h5', '--watch', '--no-check'], {
    NODE_ENV: 'development',
    WXAPI_BASE: base,
    TARO_APP_DEV_PORT: H5_PORT,
    XIAOPU_OUTPUT: OUTPUT,
  })
  server.kill('SIGTERM')
  process.exit(code)
}

/** The storefront's reload server is another origin. */
const serve = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['--enable-source-maps', 'build/server.mjs'], {
    stdio: 'inherit',
    env: { CORS_ORIGINS: `http://127.0.0.1:${H5_PORT},http://localhost:${H5_PORT}`, ...env },
  })

void main()
