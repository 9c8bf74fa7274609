/** The object `wx`: what is simulated, with every call written down; anything else throws by its name. */

/** Answered by WeChat still, with a warning in its tools. */
const DEPRECATED = [
  'getSystemInfo',
  'getSystemInfoSync',
  'getSystemInfoAsync',
  'getUserInfo',
  'getUserProfile',
  'chooseImage',
  'chooseVideo',
  'createCanvasContext',
  'drawCanvas',
  'getFileInfo',
  'saveFile',
]
/** Taro, or our own pages, look whether they are there. */
const OPTIONAL = ['cloud', 'webpackJsonp', 'requestMerchantTransfer']

export interface Wx {
  wx: object
  /** First arguments of the calls so far. */
  calls(name: string): unknown[]
}

export function makeWx(functions: Record<string, unknown>, onProblem: (problem: string) => void): Wx {
  const calls = new Map<string, unknown[]>()
  const deprecated = DEPRECATED.map(name => {
    const report = () => onProblem(`wx.${name} is deprecated`)
    return [name, report] as const
  })
  const known: Record<string, unknown> = { env: { USER_DATA_PATH: 'wxfile://usr' } }
  for (const [name, run] of [...Object.entries(functions), ...deprecated]) {
    calls.set(name, [])
    known[name] = (...args: unknown[]) => {
      calls.get(name)?.push(args[0])
      return (run as (...args: unknown[]) => unknown)(...args)
    }
  }
  // Own enumerable keys: Taro copies what `Object.keys` finds.
  const wx = new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || OPTIONAL.includes(name)) return Reflect.get(target, name)
      throw new Error(`wx.${name} is not simulated: test/weapp/runtime`)
    },
  })
  return { wx, calls: name => calls.get(name) ?? [] }
}
