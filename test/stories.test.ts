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

  it('has a story in the browser', () => {
    const stories = told('test/h5/')
    expect(shown.filter(page => !mentions(stories, page))).toEqual([])
  })

  it('has a story in the mini-program, but for the login, which WeChat does', () => {
    const stories = told('test/weapp/')
    expect(shown.filter(page => page !== 'packages/user/login/index' && !mentions(stories, page))).toEqual([])
  })
})
