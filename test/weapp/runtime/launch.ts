/** Opens the built mini-program on somebody's phone: `const app = await launch(shop, 'ann')`. */
import { expect, onTestFinished } from 'vitest'
import type { DemoShop } from '../../support/demo-shop'
import { account, numberOf, touched } from './account'
import { Activity } from './activity'
import { answering } from './callbacks'
import { device } from './device'
import { network } from './network'
import { Page } from './page'
import { Phone } from './phone'
import { heldBack } from './privacy'
import { appJson, Program, type Registered } from './program'
import { emptyScreen, screenFunctions } from './screen'
import { navigation, Stack } from './stack'
import { Traffic } from './traffic'
import { makeWx, type Wx } from './wx'

const ENTRY = { path: 'pages/home/index', query: {}, scene: 1001, referrerInfo: {} }

/** What somebody tapped or photographed to get here; values as WeChat hands them over, which is as they are written. */
export type Entry = Partial<Pick<typeof ENTRY, 'path'>> & { query?: Record<string, string> }

const urlOf = ({ path, query = {} }: Entry): string => {
  const text = Object.entries(query)
    .map(pair => pair.join('='))
    .join('&')
  return text ? `${path}?${text}` : (path ?? '')
}

type Method = (options: object) => void

/** The mini-program of a person who has never been here. */
export async function launch(
  shop: DemoShop,
  name: string,
  settings: Partial<Pick<Phone, 'language' | 'theme' | 'hasAgreed' | 'hasUpdate' | 'hasTransfers'>> = {},
  entry: Entry = {},
): Promise<App> {
  return opened(Object.assign(new Phone(shop, name), settings), entry)
}

/** The same phone later: WeChat has thrown the program away, storage and person stay. */
export async function relaunch(app: App): Promise<App> {
  app.close()
  app.phone.networkWatchers.clear()
  return opened(app.phone)
}

/** When the test is done, nobody may find anything red or yellow in the console. */
async function opened(phone: Phone, entry: Entry = {}): Promise<App> {
  const app = new App(phone, entry)
  onTestFinished(() => {
    app.close()
    expect(app.problems, 'in the console').toEqual([])
  })
  app.stack.reLaunch(urlOf({ ...ENTRY, ...entry }))
  await app.settled()
  return app
}

export class App {
  readonly screen = emptyScreen()
  readonly traffic = new Traffic()
  /** Warnings, errors, calls of what is deprecated. */
  readonly problems: string[] = []
  /** The first arguments that `wx.<name>` was called with so far. */
  readonly calls: Wx['calls']
  readonly stack: Stack
  private readonly activity = new Activity(error => this.report(error))
  private readonly program = new Program()
  private readonly script: Registered
  private readonly entry: typeof ENTRY

  constructor(
    readonly phone: Phone,
    given: Entry = {},
  ) {
    const entry = { ...ENTRY, ...given }
    this.entry = entry
    const { program, activity, traffic } = this
    const report = (problem: unknown) => this.report(problem)
    const agreed = (buttonId: string) => {
      phone.agreedBy = buttonId
    }
    const number = () => numberOf(phone)
    const touching = (run: () => void) => touched(phone, run)
    const around = { program, activity, traffic, report, agreed, number, touching }
    this.stack = new Stack(appJson(), (path, query) => new Page(path, program.inside(query), around))

    const inside = program.inside.bind(program)
    const answers = answering(activity, inside)
    const { wx, calls } = makeWx(
      {
        ...network(phone, answers),
        ...account(phone, answers),
        ...heldBack(phone, device(phone, answers, inside), inside),
        ...screenFunctions(this.screen, () => this.page(), answers),
        ...navigation(this.stack, answers),
        getLaunchOptionsSync: () => inside(entry),
        getEnterOptionsSync: () => inside(entry),
      },
      report,
    )
    this.calls = calls
    const { setTimeout, setInterval, clearTimeout } = activity
    this.script = program.start({
      wx,
      setTimeout,
      setInterval,
      clearTimeout,
      clearInterval: clearTimeout,
      console: consoleFor(report),
      getApp: () => this.script,
      getCurrentPages: () => this.stack.pages.map(({ instance }) => instance),
    })
    this.live('onLaunch')
    this.live('onShow')
  }

  /** The page in front. */
  page(): Page {
    return this.stack.current()
  }

  /** Follows a link of the shop. Answers the page that is in front then. */
  async open(url: string): Promise<Page> {
    const path = url.slice(1).split('?')[0] ?? ''
    if (this.stack.isTab(path)) this.stack.switchTab(url)
    else this.stack.navigateTo(url)
    await this.settled()
    return this.page()
  }

  /** The arrow in the corner, or a swipe from the edge. */
  async back(): Promise<Page> {
    this.stack.navigateBack()
    await this.settled()
    return this.page()
  }

  /** The phone loses its network, or finds it again, and WeChat says so. */
  async connect(isConnected: boolean): Promise<void> {
    this.phone.isOffline = !isConnected
    const status = this.program.inside({ isConnected, networkType: isConnected ? 'wifi' : 'none' })
    for (const tell of this.phone.networkWatchers) tell(status)
    await this.settled()
  }

  /** Leaves WeChat for another program and comes back. */
  async leaveAndReturn(): Promise<void> {
    this.page().live('onHide')
    this.live('onHide')
    this.live('onShow')
    this.page().live('onShow')
    await this.settled()
  }

  settled(): Promise<void> {
    return this.activity.settled()
  }

  close(): void {
    this.activity.close()
  }

  private live(event: 'onLaunch' | 'onShow' | 'onHide'): void {
    const method = this.script[event] as Method | undefined
    method?.call(this.script, this.program.inside(this.entry))
  }

  private report(problem: unknown): void {
    this.problems.push(problem instanceof Error ? String(problem.stack) : String(problem))
  }
}

const consoleFor = (report: (problem: string) => void) => ({
  log() {},
  info() {},
  debug() {},
  warn: (...words: unknown[]) => report(words.map(String).join(' ')),
  error: (...words: unknown[]) => report(words.map(String).join(' ')),
})
