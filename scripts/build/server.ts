import { rmSync } from 'node:fs'
import { build } from 'esbuild'

/** What runs under Node: one bundle for each program, dependencies left in `node_modules`. */
export const SERVER_INPUTS = ['server', 'contract', 'simulators', 'scripts', 'package-lock.json']

export async function buildServer(): Promise<void> {
  rmSync('build/chunks', { recursive: true, force: true })
  await build({
    entryPoints: {
      server: 'server/main.ts',
      simulators: 'simulators/main.ts',
      shop: 'scripts/shop.ts',
      demo: 'scripts/demo/main.ts',
    },
    outdir: 'build',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  })
}
