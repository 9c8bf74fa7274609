/** The built mini-program, loaded into a context of its own: what WeChat gives to scripts is there, and nothing else. */
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import vm from 'node:vm'

export const ROOT = 'dist/weapp'

/** What a script hands to `App()` or `Page()`. */
export type Registered = Record<string, unknown>

export interface AppJson {
  pages: string[]
  subPackages: Array<{ root: string; pages: string[] }>
  tabBar: { list: Array<{ pagePath: string }> }
}

interface PageJson {
  enablePullDownRefresh?: boolean
  navigationStyle?: 'custom'
  navigationBarTitleText?: string
}

type Wrapped = (require: (request: string) => unknown, module: object, exports: object) => void

/** Compiled once, run in the context of every launch. */
const scripts = new Map<string, vm.Script>()

const readJson = <Json>(path: string): Json => JSON.parse(readFileSync(join(ROOT, `${path}.json`), 'utf8'))

export const appJson = (): AppJson => readJson('app')
export const pageJson = (path: string): PageJson => readJson(path)

/** Every page, those of the main package first. */
export const pagesOf = ({ pages, subPackages }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`)),
]

export class Program {
  // Scripts cannot be made from text.
  private readonly context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } })
  private readonly parse = vm.runInContext('JSON.parse', this.context) as (text: string) => unknown
  private readonly modules = new Map<string, { exports: object }>()
  private readonly configs = new Map<string, Registered>()
  private registered: Registered | undefined

  /** Runs `app.js` with these globals. Answers what it handed to `App()`. */
  start(globals: Record<string, unknown>): Registered {
    const register = (config: Registered) => {
      this.registered = config
    }
    Object.assign(this.context, globals, { App: register, Page: register, Component: register })
    // Not on every phone.
    vm.runInContext('delete globalThis.Intl; delete globalThis.WebAssembly', this.context)
    return this.register('app')
  }

  /** What a page's script hands to `Page()`; it runs when the page is first needed. */
  page(path: string): Registered {
    return this.register(path)
  }

  /** The same value as the context's own kind: objects from elsewhere fail `instanceof`. */
  inside<Value>(value: Value): Value {
    return value === undefined ? value : (this.parse(JSON.stringify(value)) as Value)
  }

  private register(path: string): Registered {
    const known = this.configs.get(path)
    if (known) return known
    this.registered = undefined
    this.load(`${path}.js`)
    const config = this.registered as Registered | undefined
    if (!config) throw new Error(`${path}.js hands nothing over to WeChat`)
    this.configs.set(path, config)
    return config
  }

  private load(file: string): object {
    const known = this.modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    this.modules.set(file, module)
    const run = scriptOf(file).runInContext(this.context) as Wrapped
    const place = join(ROOT, dirname(file))
    run(request => this.load(withSuffix(relative(ROOT, join(place, request)))), module, module.exports)
    return module.exports
  }
}

const withSuffix = (file: string): string => (file.endsWith('.js') ? file : `${file}.js`)

function scriptOf(file: string): vm.Script {
  const known = scripts.get(file)
  if (known) return known
  const source = readFileSync(join(ROOT, file), 'utf8')
  const script = new vm.Script(`(function (require, module, exports) {${source}\n})`, { filename: join(ROOT, file) })
  scripts.set(file, script)
  return script
}
