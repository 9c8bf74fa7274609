/** What is installed: nothing more for a server than it needs, and the same on every machine. */
import { readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Lock, missingPlatforms, withPlatforms } from '../scripts/lock'
import { projectRoot } from '../server/project-root'
import { type Source, sourceOf, sources, textOf } from './support/sources'

type Versions = Record<string, string>
interface Overrides {
  [name: string]: string | Overrides
}
const manifest: { dependencies: Versions; devDependencies: Versions; overrides: Overrides } = JSON.parse(
  textOf('package.json'),
)
const lock: Lock = JSON.parse(textOf('package-lock.json'))

const versionsIn = (overrides: Overrides): string[] =>
  Object.values(overrides).flatMap(one => (typeof one === 'string' ? [one] : versionsIn(one)))

/** `@scope/name` of `@scope/name/part`. */
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

const packagesOf = (files: readonly Source[]) =>
  new Set(
    files.flatMap(({ imports }) =>
      imports.filter(({ to, isOurs }) => !isOurs && !isBuiltin(to)).map(({ to }) => packageOf(to)),
    ),
  )

describe('package.json', () => {
  it('gives a server what the built programs import, and no more', () => {
    const built = ['build', 'build/chunks'].flatMap(folder =>
      readdirSync(join(projectRoot, folder))
        .filter(name => name.endsWith('.mjs'))
        .map(name => sourceOf(`${folder}/${name}`)),
    )
    expect([...packagesOf(built)].sort()).toEqual(Object.keys(manifest.dependencies).sort())
  })

  it('names every package that a file of ours imports', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies }
    expect([...packagesOf(sources)].filter(name => !(name in named))).toEqual([])
  })

  it('names exact versions', () => {
    const { dependencies, devDependencies, overrides } = manifest
    const versions = [dependencies, devDependencies, overrides].flatMap(versionsIn)
    // `$name` is the version that package.json itself names.
    expect(versions.filter(version => !/^(\d+\.\d+\.\d+|\$[\w@/-]+)$/.test(version))).toEqual([])
  })
})

describe('package-lock.json', () => {
  it('names every optional package for every platform; if not, `npm run lock`', () => {
    expect(missingPlatforms(lock)).toEqual([])
  })
})

describe('npm run lock', () => {
  const asking = { version: '2.0.0', dev: true, license: 'MIT' }
  const locked = (optionalDependencies: Versions, others: Lock['packages'] = {}): Lock => ({
    packages: { '': {}, 'node_modules/tool': { ...asking, optionalDependencies }, ...others },
  })

  it('adds what npm would have written for another platform, and finds nothing missing then', () => {
    const short = locked({
      '@tool/cli-linux-arm64-musl': '2.0.0',
      '@tool/linuxmusl-x64': '2.0.0',
      '@tool/win32-x64-gnu': '2.0.0',
    })
    const full = withPlatforms(short)
    expect(missingPlatforms(short)).toHaveLength(3)
    expect(missingPlatforms(full)).toEqual([])
    const entry = { ...asking, optional: true }
    const { '': _, 'node_modules/tool': tool, ...added } = full.packages
    expect(tool).toEqual(short.packages['node_modules/tool'])
    expect(added).toEqual({
      'node_modules/@tool/cli-linux-arm64-musl': { ...entry, os: ['linux'], cpu: ['arm64'], libc: ['musl'] },
      'node_modules/@tool/linuxmusl-x64': { ...entry, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      'node_modules/@tool/win32-x64-gnu': { ...entry, os: ['win32'], cpu: ['x64'] },
    })
  })

  it('leaves another version in its place', () => {
    const old = { 'node_modules/@tool/darwin-arm64': { version: '1.0.0' } }
    const full = withPlatforms(locked({ '@tool/darwin-arm64': '2.0.0' }, old))
    expect(full.packages).toMatchObject({
      ...old,
      'node_modules/tool/node_modules/@tool/darwin-arm64': { version: '2.0.0' },
    })
    expect(missingPlatforms(full)).toEqual([])
  })

  it.each<Versions>([{ 'file-watcher': '2.0.0' }, { '@tool/darwin-arm64': '^2.0.0' }])(
    'says what it cannot know, as of %o',
    optional => {
      expect(() => withPlatforms(locked(optional))).toThrow('by hand')
    },
  )
})
