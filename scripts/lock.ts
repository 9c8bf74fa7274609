/**
 * `npm run lock`, after `npm install`: writes into `package-lock.json` the optional packages for other platforms that npm
 * left out because the registry it asked does not carry them. Without them `npm ci` refuses the lock.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const LOCK = 'package-lock.json'

interface LockedPackage {
  version?: string
  license?: string
  dev?: boolean
  optional?: boolean
  optionalDependencies?: Record<string, string>
  cpu?: string[]
  os?: string[]
  libc?: string[]
}

export interface Lock {
  packages: Record<string, LockedPackage>
}

export interface MissingPlatform {
  name: string
  /** What its parent asks for: platform packages are asked for by exact version. */
  version: string
  /** The entry that asks for it, as `node_modules/vite/node_modules/rollup`. */
  parent: string
}

/** Optional dependencies that the lock holds no entry for, or only one of another version. */
export function missingPlatforms({ packages }: Lock): MissingPlatform[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = foldersSeenFrom(parent).find(folder => packages[folder + name])
        return !found || (isExact(version) && packages[found + name]?.version !== version)
      })
      .map(([name, version]) => ({ name, version, parent })),
  )
}

/** The lock with an entry for each. Throws when a name does not say which platform it is for. */
export function withPlatforms(lock: Lock, missing = missingPlatforms(lock)): Lock {
  const packages = { ...lock.packages }
  for (const { name, version, parent } of missing) {
    const folders = foldersSeenFrom(parent)
    // Two parents may ask for the same one.
    if (folders.some(folder => packages[folder + name]?.version === version)) continue
    const [below, beside] = folders
    const folder = beside === undefined || packages[beside + name] ? below : beside
    packages[folder + name] = entryFor(name, version, packages[parent])
  }
  const byPath = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(byPath) }
}

/** In npm's own order of fields. A registry that lacks the package knows no checksum of it either. */
function entryFor(name: string, version: string, parent: LockedPackage = {}): LockedPackage {
  if (!isExact(version)) throw new Error(`${name}: ${version} is no exact version; add it to ${LOCK} by hand`)
  const { os, cpu, libc } = platformOf(name)
  return {
    version,
    cpu,
    ...(parent.dev && { dev: true }),
    ...(libc && { libc }),
    ...(parent.license && { license: parent.license }),
    optional: true,
    os,
  }
}

/** Where Node looks for what a package imports, nearest first: below it, beside it, and so on to the root. */
function foldersSeenFrom(parent: string): string[] {
  const folders = []
  for (let at = parent; at; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/'))))
    folders.push(`${at}/node_modules/`)
  return [...folders, 'node_modules/']
}

const PLATFORM =
  /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)(musl)?-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(-\w+)?$/

/** `@rollup/rollup-linux-arm64-musl` is for Linux on 64-bit ARM with musl. */
function platformOf(name: string) {
  const [, os, musl = '', cpu, abi = ''] = PLATFORM.exec(name) ?? []
  if (!os || !cpu) throw new Error(`${name}: its name does not say which platform it is for; add it to ${LOCK} by hand`)
  const libc = /musl/.test(musl + abi) ? 'musl' : /gnu|glibc/.test(abi) ? 'glibc' : undefined
  return { os: [os], cpu: [cpu], libc: os === 'linux' && libc ? [libc] : undefined }
}

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)

function main(): void {
  const lock: Lock = JSON.parse(readFileSync(LOCK, 'utf8'))
  const missing = missingPlatforms(lock)
  if (missing.length) writeFileSync(LOCK, `${JSON.stringify(withPlatforms(lock, missing), null, 2)}\n`)
  for (const { name, version } of missing) console.log(`+ ${name}@${version}`)
  console.log(`${missing.length} platform packages added to ${LOCK}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
