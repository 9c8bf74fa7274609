/** A page that is open: what WeChat keeps of it, and what somebody can do with it. */
import type { Activity } from './activity'
import { Element } from './element'
import { type Program, pageJson, type Registered } from './program'
import type { Traffic } from './traffic'
import { type Node, patch } from './tree'

const MOST_BYTES = 1024 * 1024
const SEEN_WITHIN_MS = 15_000
const LET_GO_WITHIN_MS = 3000

interface Surroundings {
  program: Program
  activity: Activity
  traffic: Traffic
  report(problem: unknown): void
  agreed(buttonId: string): void
  number(): Promise<object>
  touching(run: () => void): void
}

type Method = (...args: unknown[]) => unknown

export class Page extends Element {
  /** What `this` is in the script of the page. */
  readonly instance: Registered & { data: Record<string, unknown> }
  private readonly around: Surroundings
  private isPulled = false

  constructor(
    readonly path: string,
    readonly query: Readonly<Record<string, string>>,
    around: Surroundings,
  ) {
    const { program, activity, traffic, report } = around
    const config = program.page(path)
    const data = program.inside(config.data) as { root: Node }
    const setData = (changes: Record<string, unknown>, done?: () => void) => {
      const text = JSON.stringify(changes)
      if (text.length > MOST_BYTES) throw new Error(`setData of ${text.length} bytes: WeChat takes 1 MB`)
      traffic.count(text)
      for (const [path, value] of Object.entries(changes)) {
        if (value === undefined) report(`setData sets ${path} to undefined`)
        else patch(data, path, JSON.parse(JSON.stringify(value)))
      }
      if (done) activity.soon('setData', done)
    }
    const instance: Page['instance'] = {
      ...config,
      data,
      route: path,
      is: path,
      options: query,
      setData,
      selectComponent: () => null,
      getTabBar: () => null,
    }
    super(data.root, [], {
      send: event => this.live('eh', program.inside(event)),
      settled: () => activity.settled(),
      agreed: around.agreed,
      number: around.number,
      touching: around.touching,
    })
    this.instance = instance
    this.around = around
  }

  /** Calls what the script has registered for an event of the page's life; not every page has all of them. */
  live(event: string, ...args: unknown[]): unknown {
    return (this.instance[event] as Method | undefined)?.call(this.instance, ...args)
  }

  /** Waits until the page says this; for what takes its time, as a payment that is being confirmed. */
  async sees(wanted: string | RegExp): Promise<void> {
    const end = Date.now() + SEEN_WITHIN_MS
    const isSeen = () => (typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text()))
    while (!isSeen()) {
      if (Date.now() > end) throw new Error(`${this.path} does not come to say ${wanted}, but:\n${this.text()}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    await this.settled()
  }

  settled(): Promise<void> {
    return this.around.activity.settled()
  }

  /** The page itself is scrolled to its end; a part of it has its own `scrollToLower`. */
  override async scrollToLower(): Promise<void> {
    if (!this.instance.onReachBottom) throw new Error(`${this.path} has nothing to load at its end`)
    this.live('onReachBottom')
    await this.settled()
  }

  /** Pulls the page down, and waits until it lets go. */
  override async pullDown(): Promise<void> {
    if (!pageJson(this.path).enablePullDownRefresh) throw new Error(`${this.path} cannot be pulled down`)
    this.isPulled = true
    this.live('onPullDownRefresh')
    const end = Date.now() + LET_GO_WITHIN_MS
    while (this.isPulled) {
      if (Date.now() > end) throw new Error(`${this.path} does not let go after it was pulled down`)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    await this.settled()
  }

  letGo(): void {
    this.isPulled = false
  }
}
