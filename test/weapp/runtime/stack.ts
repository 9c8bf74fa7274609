/** The pages that are open: tabs stay once opened, other pages lie on top of one another, ten at most. */
import { type Answering, Failure, type WxFunction } from './callbacks'
import type { Page } from './page'
import { type AppJson, pagesOf } from './program'

const MOST_PAGES = 10

export class Stack {
  private readonly tabs = new Map<string, Page>()
  private open: Page[] = []

  constructor(
    private readonly json: AppJson,
    private readonly make: (path: string, query: Record<string, string>) => Page,
  ) {}

  get pages(): readonly Page[] {
    return this.open
  }

  current(): Page {
    const page = this.open.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  navigateTo(url: string): void {
    const [path, query] = this.place(url)
    if (this.isTab(path)) throw new Failure('fail can not navigateTo a tabbar page')
    if (this.open.length >= MOST_PAGES) throw new Failure('fail webview count limit exceed')
    this.current().live('onHide')
    this.show([...this.open, this.make(path, query)])
  }

  redirectTo(url: string): void {
    const [path, query] = this.place(url)
    if (this.isTab(path)) throw new Failure('fail can not redirectTo a tabbar page')
    const left = this.current()
    this.show([...this.open.slice(0, -1), this.make(path, query)])
    left.live('onUnload')
  }

  switchTab(url: string): void {
    const [path] = this.place(url)
    if (!this.isTab(path)) throw new Failure('fail can not switch to no-tabBar page')
    const left = [...this.open]
    if (left.at(-1)?.path === path) return
    left.at(-1)?.live('onHide')
    this.show([this.tabs.get(path) ?? this.make(path, {})])
    for (const page of left.reverse()) if (!this.isTab(page.path)) page.live('onUnload')
  }

  navigateBack(delta = 1): void {
    const left = this.open.slice(Math.max(1, this.open.length - delta)).reverse()
    if (left.length === 0) return
    this.open = this.open.slice(0, this.open.length - left.length)
    for (const page of left) page.live('onUnload')
    this.current().live('onShow')
  }

  reLaunch(url: string): void {
    const [path, query] = this.place(url)
    const left = new Set([...this.open, ...this.tabs.values()])
    this.tabs.clear()
    for (const page of left) page.live('onUnload')
    this.show([this.make(path, query)])
  }

  /** Shows the last of these; a page that was not open before begins its life. */
  private show(pages: Page[]): void {
    const known = new Set([...this.open, ...this.tabs.values()])
    this.open = pages
    const page = this.current()
    if (this.isTab(page.path)) this.tabs.set(page.path, page)
    if (!known.has(page)) page.live('onLoad', page.query)
    page.live('onShow')
    if (!known.has(page)) page.live('onReady')
  }

  /** WeChat hands the values of an address over as they are written there. */
  private place(url: string): [string, Record<string, string>] {
    const [address = '', search = ''] = url.split('?')
    const path = address.startsWith('/') ? address.slice(1) : address
    if (!pagesOf(this.json).includes(path)) throw new Failure(`fail page "${path}" is not found`)
    const pairs = search
      .split('&')
      .filter(Boolean)
      .map(pair => pair.split('=') as [string, string])
    return [path, Object.fromEntries(pairs)]
  }

  isTab(path: string): boolean {
    return this.json.tabBar.list.some(({ pagePath }) => pagePath === path)
  }
}

export function navigation(stack: Stack, answers: Answering): Record<string, WxFunction> {
  const going = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    answers(name, ({ url }) => {
      stack[name](String(url))
      return name === 'navigateTo' ? { eventChannel: {} } : {}
    })
  return {
    navigateTo: going('navigateTo'),
    redirectTo: going('redirectTo'),
    switchTab: going('switchTab'),
    reLaunch: going('reLaunch'),
    navigateBack: answers('navigateBack', ({ delta }) => {
      stack.navigateBack(Number(delta ?? 1))
      return {}
    }),
  }
}
