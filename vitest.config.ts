import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const root = new URL('.', import.meta.url).pathname
const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** `shop`: server, contract, simulators. `storefront`: what was built of `src`, on a demo shop that is started for it. */
export default defineConfig({
  resolve: { alias: { '@': `${root}src` } },
  test: {
    pool: 'forks',
    isolate: false,
    // The server is loaded once for each process, as in production, and not once for each file.
    execArgv: ['--import', 'tsx'],
    server: { deps: { external: [new RegExp(`^${literally(root)}(server|contract|simulators)/(?!.*\\.test\\.ts$)`)] } },
    // Browsers want a core each, none kept for the runner.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shop',
          include: ['test/**/*.test.ts', 'server/**/*.test.ts', 'contract/**/*.test.ts', 'src/**/*.test.ts'],
          exclude: ['test/h5/**', 'test/weapp/**'],
          // Servers and databases wait a third of the time.
          maxWorkers: availableParallelism() + 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'storefront',
          include: ['test/h5/**/*.test.ts', 'test/weapp/**/*.test.ts'],
          globalSetup: 'test/support/demo-server.ts',
          // Once the others are done.
          sequence: { groupOrder: 1 },
          // On a machine that stalls, a browser takes a tap for a long press, and nothing opens.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
