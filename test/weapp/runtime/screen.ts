/** What WeChat draws around and over a page. */
import { type Answering, Failure, type WxFunction } from './callbacks'
import type { Page } from './page'

export interface Screen {
  title: string
  toast: string
  /** As somebody has painted it; empty while it is as the phone is. */
  bar: string
  badges: Map<number, string>
  /** Words and pictures on the canvas, in turn. */
  drawn: string[]
  /** How the person answers a question or chooses from a list; undefined is "cancel". */
  choice: number | undefined
}

export const emptyScreen = (): Screen => ({
  title: '',
  toast: '',
  bar: '',
  badges: new Map(),
  drawn: [],
  choice: undefined,
})

export function screenFunctions(
  screen: Screen,
  current: () => Page,
  answers: Answering,
): Record<string, WxFunction | ((run: () => void) => void)> {
  const drawn = screen.drawn
  const nothing = (name: string) => [name, answers(name, () => ({}))] as const
  return {
    ...Object.fromEntries(
      ['showLoading', 'hideLoading', 'hideToast', 'pageScrollTo', 'setBackgroundColor', 'setBackgroundTextStyle'].map(
        nothing,
      ),
    ),
    setNavigationBarTitle: answers('setNavigationBarTitle', ({ title }) => {
      screen.title = String(title)
      return {}
    }),
    setNavigationBarColor: answers('setNavigationBarColor', ({ frontColor, backgroundColor }) => {
      if (!['#ffffff', '#000000'].includes(String(frontColor))) throw new Failure('fail invalid frontColor')
      screen.bar = String(backgroundColor)
      return {}
    }),
    showToast: answers('showToast', ({ title }) => {
      screen.toast = String(title)
      return {}
    }),
    showModal: answers('showModal', () => ({ confirm: screen.choice === 0, cancel: screen.choice !== 0 })),
    showActionSheet: answers('showActionSheet', () => {
      if (screen.choice === undefined) throw new Failure('fail cancel')
      return { tapIndex: screen.choice }
    }),
    setTabBarBadge: answers('setTabBarBadge', ({ index, text }) => {
      screen.badges.set(Number(index), String(text))
      return {}
    }),
    removeTabBarBadge: answers('removeTabBarBadge', ({ index }) => {
      screen.badges.delete(Number(index))
      return {}
    }),
    stopPullDownRefresh: answers('stopPullDownRefresh', () => {
      current().letGo()
      return {}
    }),
    nextTick: (run: () => void) => setTimeout(run),
    createSelectorQuery: () => query(drawn),
  }
}

/** Nothing is laid out here, so nothing can be measured; but a canvas is there to be drawn on. */
function query(drawn: string[]): object {
  const made: Record<string, (answer?: (found: unknown[]) => void) => object | undefined> = {}
  let wantsNode = false
  for (const name of ['in', 'select', 'selectAll', 'selectViewport', 'boundingClientRect', 'scrollOffset'])
    made[name] = () => made
  made.fields = given => {
    wantsNode = Boolean((given as { node?: boolean } | undefined)?.node)
    return made
  }
  made.exec = answer => {
    setTimeout(() => answer?.(wantsNode ? [{ node: canvas(drawn) }] : []))
    return undefined
  }
  return made
}

/** Writes down what is written and which pictures are put on it. */
function canvas(drawn: string[]): object {
  const context = {
    fillRect: () => undefined,
    fillText: (text: string) => void drawn.push(text),
    drawImage: ({ src }: { src: string }) => void drawn.push(src),
    measureText: (text: string) => ({ width: [...text].length * 20 }),
  }
  return {
    getContext: () => context,
    createImage: () => {
      const image = { src: '', width: 300, height: 300, onload: () => undefined }
      setTimeout(() => image.onload(), 5)
      return image
    },
  }
}
