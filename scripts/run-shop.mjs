// `npm run shop -- <command>`: the built command line, built first where that is possible.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PROGRAM = 'build/shop.mjs'
const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1

const canBuild = existsSync('node_modules/esbuild')
const built = canBuild
  ? run(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/build.ts', 'regions', 'server', '--quiet'])
  : 0
if (built !== 0) process.exit(built)
if (!existsSync(PROGRAM)) {
  console.error('还没有构建，请先运行 npm ci && npm run build / nothing is built yet: run npm ci && npm run build')
  process.exit(1)
}
process.exit(run(process.execPath, ['--enable-source-maps', PROGRAM, ...process.argv.slice(2)]))
