import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { writeBesidePage } from './beside-page'

export type Platform = 'h5' | 'weapp'

export const STOREFRONT_INPUTS = [
  'src',
  'config',
  'contract',
  'babel.config.js',
  'project.config.json',
  'package-lock.json',
]
/** Settings that are built in. */
export const STOREFRONT_SETTINGS = [
  'WXAPI_BASE',
  'WXAPI_API',
  'WXAPI_COMMON',
  'WXAPI_CMS',
  'WXAPI_OSS',
  'SHOP_SUBDOMAIN',
  'SHOP_MERCHANT_ID',
  'WEAPP_APPID',
  'SUPPLY_PROXY',
]

export const GALLERY = join('dist', 'gallery')

/** Builds the storefront with Taro. Throws with its output when that fails. */
export async function buildStorefront(platform: Platform): Promise<void> {
  rmSync(`dist/${platform}`, { recursive: true, force: true })
  const output = await run('npx', ['taro', 'build', '--type', platform, '--no-check'], { NODE_ENV: 'production' })
  if (platform === 'h5') {
    await writeBesidePage('dist/h5')
    await compressBelow('dist/h5')
  }
  if (/\berror\b/i.test(output) && !/compiled successfully/i.test(output)) throw new Error(output)
}

/** The page of all components is in no production build; a development build of the whole is beside it. */
export async function buildGallery(): Promise<void> {
  rmSync(GALLERY, { recursive: true, force: true })
  const env = { NODE_ENV: 'development', XIAOPU_OUTPUT: GALLERY }
  await run('npx', ['taro', 'build', '--type', 'h5', '--no-check'], env)
}

function run(command: string, args: string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', chunk => (output += chunk))
    child.stderr.on('data', chunk => (output += chunk))
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve(output) : reject(new Error(`${command} ${args.join(' ')} failed:\n${output}`)),
    )
  })
}

const COMPRESSED = /\.(js|css|html|svg|json|txt)$/
const WORTH_BYTES = 1024

/** Compresses once, as well as it goes, what would be sent a million times. */
async function compressBelow(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) await compressBelow(path)
    else if (COMPRESSED.test(name) && statSync(path).size >= WORTH_BYTES) {
      const bytes = readFileSync(path)
      writeFileSync(
        `${path}.br`,
        await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      )
      writeFileSync(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
    }
  }
}
