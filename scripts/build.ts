/** `npm run build [regions] [server] [h5] [weapp] [gallery]`: builds what is stale of what is named; regions, server and H5 when nothing is. */
import { buildRegions } from './build/regions'
import { buildServer, SERVER_INPUTS } from './build/server'
import { fingerprintOf, isStale, stamp } from './build/stale'
import { buildGallery, buildStorefront, STOREFRONT_INPUTS, STOREFRONT_SETTINGS } from './build/storefront'

interface Step {
  title: string
  target: string
  inputs: readonly string[]
  settings?: readonly string[]
  build(): Promise<unknown> | unknown
}

const STEPS: Record<string, Step> = {
  regions: {
    title: '地区数据 / regions',
    target: 'build/regions.txt',
    inputs: ['scripts/build/regions.ts', 'package-lock.json'],
    build: () => buildRegions('build/regions.txt'),
  },
  server: { title: '服务端 / server', target: 'build/server.mjs', inputs: SERVER_INPUTS, build: buildServer },
  h5: {
    title: 'H5 商店 / H5 storefront',
    target: 'dist/h5/index.html',
    inputs: STOREFRONT_INPUTS,
    settings: STOREFRONT_SETTINGS,
    build: () => buildStorefront('h5'),
  },
  weapp: {
    title: '小程序 / mini-program',
    target: 'dist/weapp/app.json',
    inputs: STOREFRONT_INPUTS,
    settings: STOREFRONT_SETTINGS,
    build: () => buildStorefront('weapp'),
  },
  gallery: {
    title: '组件陈列 / gallery of components',
    target: 'dist/gallery/index.html',
    inputs: STOREFRONT_INPUTS,
    settings: STOREFRONT_SETTINGS,
    build: buildGallery,
  },
}

export type StepName = keyof typeof STEPS

/** Builds each step that is stale, saying so in a line; `force` builds it anyway. */
export async function buildSteps(names: readonly string[], { force = false, quiet = false } = {}): Promise<void> {
  for (const [i, name] of names.entries()) {
    const step = STEPS[name]
    if (!step) throw new Error(`nothing to build is called "${name}"; there is ${Object.keys(STEPS).join(', ')}`)
    const settings = Object.fromEntries((step.settings ?? []).map(setting => [setting, process.env[setting]]))
    const fingerprint = fingerprintOf(step.inputs, settings)
    const say = (text: string) => quiet || process.stdout.write(text)
    say(`[${i + 1}/${names.length}] ${step.title} … `)
    if (!force && !isStale(step.target, fingerprint)) {
      say('已是最新 / up to date\n')
      continue
    }
    const start = Date.now()
    await step.build()
    stamp(step.target, fingerprint)
    say(`${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  }
}

if (process.argv[1]?.endsWith('build.ts')) {
  const names = process.argv.slice(2).filter(arg => !arg.startsWith('-'))
  buildSteps(names.length ? names : ['regions', 'server', 'h5'], {
    force: process.argv.includes('--force'),
    quiet: process.argv.includes('--quiet'),
  }).catch(error => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
