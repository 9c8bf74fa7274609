/** What may know what. The rules stand in CONTRIBUTING.md; this is where they bite. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { STOREFRONT_SETTINGS } from '../scripts/build/storefront'
import { readConfig } from '../server/config'
import { projectRoot } from '../server/project-root'
import { filesOf, type Import, type Source, sources, textOf } from './support/sources'

interface Rule {
  /** Whose imports. */
  of: RegExp
  except?: RegExp
  /** All that they may import of ours. */
  may?: RegExp
  /** What they must not; `$1` is what the group of `of` has matched. */
  not?: RegExp
  /** `import type` is no matter: nothing of it is there when the program runs. */
  typesPass?: boolean
}

const rules: Record<string, Rule> = {
  'the contract knows nobody': { of: /^contract\//, may: /^contract\// },
  'the storefront knows the contract and itself': { of: /^src\//, may: /^(src|contract)\// },
  'the storefront takes values only from the files of the contract that hold no schema': {
    of: /^src\//,
    may: /^(src\/|contract\/(codes|errors|money|time)$)/,
    typesPass: true,
  },
  'the server knows the contract and itself; simulators only where it is put together': {
    of: /^server\//,
    except: /^server\/(app|keys|simulated)\.ts$/,
    may: /^(server|contract)\//,
  },
  'where the server is put together no other tree is known': {
    of: /^server\/(app|keys|simulated)\.ts$/,
    may: /^(server|contract|simulators)\//,
  },
  'gateways know the contract and the shape of their settings': {
    of: /^server\/gateways\//,
    may: /^(contract|server\/gateways)\/|^server\/config$/,
  },
  'gateways run without the server': { of: /^server\/gateways\//, not: /^server\/(?!gateways\/)/, typesPass: true },
  'simulators know the contract and themselves': { of: /^simulators\//, may: /^(simulators|contract)\// },
  'below the domains nobody knows them, but for the list of jobs': {
    of: /^server\/(db|gateways|http|jobs|ledger)\//,
    except: /^server\/jobs\/kinds\.ts$/,
    not: /^server\/domains\//,
    typesPass: true,
  },
  'the database knows nobody': { of: /^server\/db\//, may: /^server\/db\/|^contract\/money$/ },
  'a domain calls another by its functions, not by its handlers': {
    of: /^server\/domains\/(\w+)\//,
    not: /^server\/domains\/(?!$1\/)\w+\/handlers$/,
  },
  'a domain does not know how the server is started, configured and mounted': {
    of: /^server\/domains\//,
    not: /^server\/((app|config|housekeeping|keys|log|main|simulated|jobs\/kinds)$|http\/(?!(handlers|refusal|sessions|uploads)$))/,
  },
  'a domain does not know which database it is on': {
    of: /^server\/domains\//,
    not: /^server\/db\/(?!(database|like|prepared|tables)$)/,
  },
  'stores, api, platform and lib know no page and no component': {
    of: /^src\/(api|lib|platform|stores|texts)\//,
    not: /^src\/(components|pages|packages)\//,
  },
  'components know no page': { of: /^src\/components\//, not: /^src\/(pages|packages)\// },
  'a page knows no other page': { of: /^src\/pages\/(\w+)\//, not: /^src\/pages\/(?!$1\/)/ },
  'a subpackage knows no other': { of: /^src\/packages\/(\w+)\//, not: /^src\/(packages\/(?!$1\/)|pages\/)/ },
  'the main package knows no subpackage': { of: /^src\/(?!packages\/)/, not: /^src\/packages\// },
  'which platform a file is for, the builder chooses': { of: /^src\//, not: /\.(h5|weapp)$/, typesPass: true },
  'what tests stand on is for tests and for measuring': {
    of: /^(config|contract|scripts|server|simulators|src)\//,
    except: /^scripts\/(bench|pictures|screenshots)(\.ts|\/)/,
    not: /^test\//,
  },
}

function breaks(rule: Rule, { path }: Source, { to, isOurs, isType }: Import): boolean {
  if (!isOurs || (rule.typesPass && isType)) return false
  const own = rule.of.exec(path)?.[1] ?? ''
  const not = rule.not && new RegExp(rule.not.source.replaceAll('$1', own))
  return rule.may?.test(to) === false || not?.test(to) === true
}

describe('imports', () => {
  it.each(Object.entries(rules))('%s', (_, rule) => {
    const held = sources.filter(({ path }) => rule.of.test(path) && !rule.except?.test(path))
    expect(held.length, 'the rule holds for nobody').toBeGreaterThan(0)
    const broken = held.flatMap(source =>
      source.imports.filter(one => breaks(rule, source, one)).map(({ to }) => `${source.path} imports ${to}`),
    )
    expect(broken).toEqual([])
  })
})

describe('the storefront as built', () => {
  /** Names that survive minifying, because they are keys and messages of the libraries. */
  const schemaLibrary = /['"]~kind['"]|"~optional"|must have required property|json-schema\.org/

  it.each(['h5', 'weapp'])('holds no schema library in dist/%s', target => {
    const folder = join('dist', target)
    const scripts = readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).filter(path =>
      path.endsWith('.js'),
    )
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter(path => schemaLibrary.test(textOf(join(folder, path))))).toEqual([])
  })

  it('holds no page for developers', () => {
    expect(textOf('dist/h5/storefront.json')).not.toContain('packages/dev')
    expect(textOf('dist/weapp/app.json')).not.toContain('packages/dev')
  })

  it.each([
    ['typebox', `import Type from 'typebox'; console.log(Type.Object({ id: Type.Optional(Type.Integer()) }))`],
    ['ajv', `import { Ajv } from 'ajv'; console.log(new Ajv().compile({}))`],
  ])('would show %s', async (_, contents) => {
    const stdin = { contents, resolveDir: projectRoot }
    const { outputFiles } = await build({ stdin, bundle: true, minify: true, write: false, platform: 'browser' })
    expect(outputFiles[0]?.text).toMatch(schemaLibrary)
  })
})

describe('texts', () => {
  it('are read while showing, so that another language shows at once', () => {
    const readers = sources.filter(
      ({ path }) => /^src\/(?!app\.config|texts\/)/.test(path) && !path.endsWith('.config.ts'),
    )
    expect(readers.filter(({ readsTextsAtOnce }) => readsTextsAtOnce).map(({ path }) => path)).toEqual([])
  })

  it('are nowhere else', () => {
    const others = sources.filter(({ path }) => /^src\/(?!texts\/|.*\.test\.ts)/.test(path))
    const words = others.filter(({ strings }) => strings.some(text => /\p{Script=Han}/u.test(text)))
    expect(words.map(({ path }) => path)).toEqual([])
  })
})

describe('source files', () => {
  const MAX_LINES = 400
  const generated = 'src/api/wxapi.gen.ts'

  it(`are never above ${MAX_LINES} lines`, () => {
    const paths = filesOf('.ts', '.tsx', '.mjs', '.cjs', '.scss').filter(path => path !== generated)
    const long = paths.filter(path => textOf(path).trimEnd().split('\n').length > MAX_LINES)
    expect(long).toEqual([])
  })

  it('say what they mean instead of any', () => {
    const typed = sources.filter(({ path }) => /^(server|contract|src)\//.test(path))
    expect(typed.filter(({ holdsAny }) => holdsAny).map(({ path }) => path)).toEqual([])
  })

  it('read the environment in one place', () => {
    const readers = sources.filter(({ path, text }) => /^(server|src)\//.test(path) && /process\.env/.test(text))
    expect(readers.map(({ path }) => path)).toEqual(['server/main.ts', 'src/app.config.ts'])
  })

  it('of migrations are numbered one by one, and listed in that order', () => {
    const files = readdirSync(join(projectRoot, 'server/db/migrations')).sort()
    const names = files.map(name => name.replace('.ts', ''))
    const listed = [...textOf('server/db/migrate.ts').matchAll(/^ {2}'(\w+)': \w+,$/gm)].map(([, name]) => name)
    expect(names.map(name => Number(name.slice(0, 4)))).toEqual(names.map((_, i) => i + 1))
    expect(listed).toEqual(names)
  })
})

describe('.env.example', () => {
  it('names every setting of server and storefront, and nothing else', () => {
    const named = [...textOf('.env.example').matchAll(/^# ([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual([...new Set([...serverSettings(), ...STOREFRONT_SETTINGS])].toSorted())
  })

  it('has the storefront built anew when one of its settings changes', () => {
    const read = new Set(textOf('config/shop.ts').match(/\b(WXAPI|SHOP|WEAPP|SUPPLY)_[A-Z_]+\b/g))
    expect([...read].sort()).toEqual(STOREFRONT_SETTINGS.toSorted())
  })
})

/** Those that the server asks for: here they are all set, and all wrong. */
function serverSettings(): string[] {
  const asked = new Set<string>()
  const env = new Proxy({}, { get: (_, name) => asked.add(String(name)) && '?' })
  expect(() => readConfig(env)).toThrow('SIMULATORS')
  return [...asked]
}
