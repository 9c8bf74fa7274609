/** No page without its scene in the screenshots, its story in the browser and its story in the mini-program. */
import { describe, expect, it } from 'vitest'
import { filesOf, textOf } from './support/sources'

/** As `src/app.config.ts` lists them; the gallery is for whoever works on components. */
const config = textOf('src/app.config.ts')
const inSubpackages = [...config.matchAll(/root: '(packages\/\w+)',\s*pages: (\[[^\]]*\]|userPages)/g)].flatMap(
  ([, root = '', pages = '']) => pathsIn(pages === 'userPages' ? userPages() : pages).map(page => `${root}/${page}`),
)
const pages = [...pathsIn(/ {2}pages: \[([^\]]*)\]/.exec(config)?.[1] ?? ''), ...inSubpackages]
const shown = pages.filter(page => !page.startsWith('packages/dev/'))

function userPages(): string {
  const listed = /const userPages = (\[[^\]]*\])/.exec(config)?.[1] ?? ''
  const pushed = [...config.matchAll(/userPages\.push\(([^)]*)\)/g)].map(([, page]) => page)
  return [listed, ...pushed].join()
}

function pathsIn(list: string): string[] {
  return [...list.matchAll(/'([\w/-]+)'/g)].map(([, path = '']) => path)
}

/** Components that stand for a list, and hooks that read one page by page. */
const LIST = /<(ListEnd|AccountLog|KeptGoods|CardList)\b|\busePages\(/
const LOADING = /\b(useLoad|usePages)\(/
/** What these load stands beside what is there at once: figures, and what a word may mean. */
const standing = ['pages/me/index', 'packages/goods/search/index']

const written = filesOf('.tsx', '.ts')

/** A page with the parts that only it uses. */
const partsOf = (page: string): string =>
  written
    .filter(path => path.startsWith(`src/${page.replace(/index$/, '')}`))
    .map(textOf)
    .join('\n')

/** All that the stories under a folder say. */
const told = (folder: string): string =>
  filesOf('.ts')
    .filter(path => path.startsWith(folder) && !/(pages|every-page)\.test\.ts$/.test(path))
    .map(textOf)
    .join('\n')

/** `packages/order/refund` is not told by `packages/order/refund-detail`. */
const mentions = (text: string, page: string): boolean =>
  new RegExp(`${page.replace(/\/index$/, '')}(?![\\w-])`).test(text)

describe('every page of the app', () => {
  it('is known here', () => {
    expect(shown.length).toBeGreaterThan(30)
    expect(shown).toContain('pages/home/index')
    expect(shown).toContain('packages/user/login/index')
  })

  it('has a scene that its address alone shows, which is pictured and checked for everybody', () => {
    const scenes = textOf('scripts/screenshots/scenes.ts')
    // Home is `/`; details of goods and orders have shorthands.
    const short = ['pages/home/index']
    expect(shown.filter(page => !short.includes(page) && !mentions(scenes, page))).toEqual([])
    expect(scenes).toContain("path: '/'")
  })

  it('can be pulled down where a list is', () => {
    const lists = shown.filter(page => LIST.test(partsOf(page)))
    expect(lists.length).toBeGreaterThan(15)
    expect(lists.filter(page => !/enablePullDownRefresh: true/.test(textOf(`src/${page}.config.ts`)))).toEqual([])
  })

  it('shows something while it loads, and a way on when that fails', () => {
    const loading = shown.filter(page => LOADING.test(partsOf(page)) && !standing.includes(page))
    expect(loading.length).toBeGreaterThan(30)
    expect(loading.filter(page => !/<(Show|Failed|AccountLog|CardList)\b/.test(partsOf(page)))).toEqual([])
    expect(loading.filter(page => !/skeleton|<(Outcome|AccountLog|CardList)\b/i.test(partsOf(page)))).toEqual([])
  })

  it('has a story in the browser', () => {
    const stories = told('test/h5/')
    expect(shown.filter(page => !mentions(stories, page))).toEqual([])
  })

  it('has a story in the mini-program, but for the login, which WeChat does', () => {
    const stories = told('test/weapp/')
    expect(shown.filter(page => page !== 'packages/user/login/index' && !mentions(stories, page))).toEqual([])
  })
})
