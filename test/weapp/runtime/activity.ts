/** What the mini-program still has to do: requests under way and timers. Knows when it has come to rest. */

/** Timers up to here are steps of one action, as React's; longer ones are pauses that a test waits out by what it sees. */
const STEP_MS = 60
const REST_WITHIN_MS = 10_000

export class Activity {
  private readonly open = new Map<symbol, string>()
  private readonly timers = new Map<number, NodeJS.Timeout>()
  private count = 0
  private isClosed = false

  /** `onError` is told what a timer's function throws: nobody else would see it. */
  constructor(private readonly onError: (error: unknown) => void) {}

  /** Counts work under a name until it is done. Afterwards, in a closed app, nobody is called back. */
  during<Result>(name: string, work: Promise<Result>, then: (result: Result) => void): void {
    const id = Symbol(name)
    this.open.set(id, name)
    work
      .then(result => {
        if (!this.isClosed) then(result)
      })
      .catch(this.onError)
      .finally(() => this.open.delete(id))
  }

  /** Runs a little later, as everything that WeChat calls back. */
  soon(name: string, run: () => void): void {
    this.during(name, new Promise<void>(resolve => setTimeout(resolve)), run)
  }

  readonly setTimeout = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    this.count += 1
    const id = this.count
    const step = Symbol('timer')
    if (ms <= STEP_MS) this.open.set(step, `a timer of ${ms} ms`)
    const timer = setTimeout(() => {
      this.timers.delete(id)
      this.open.delete(step)
      this.guarded(run, args)
    }, ms)
    timer.unref()
    this.timers.set(id, timer)
    this.steps.set(id, step)
    return id
  }

  readonly setInterval = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    this.count += 1
    const timer = setInterval(() => this.guarded(run, args), ms)
    timer.unref()
    this.timers.set(this.count, timer)
    return this.count
  }

  readonly clearTimeout = (id: number): void => {
    clearTimeout(this.timers.get(id))
    this.timers.delete(id)
    this.open.delete(this.steps.get(id) ?? Symbol('none'))
    this.steps.delete(id)
  }

  /** Waits until nothing is under way and nothing follows from what was. */
  async settled(): Promise<void> {
    const end = Date.now() + REST_WITHIN_MS
    for (let quiet = 0; quiet < 3; quiet = this.open.size === 0 ? quiet + 1 : 0) {
      if (Date.now() > end) throw new Error(`does not come to rest: ${[...this.open.values()].join(', ')}`)
      await new Promise(resolve => setTimeout(resolve, this.open.size === 0 ? 0 : 2))
    }
  }

  close(): void {
    this.isClosed = true
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.open.clear()
  }

  private readonly steps = new Map<number, symbol>()

  private guarded(run: (...args: unknown[]) => void, args: unknown[]): void {
    try {
      run(...args)
    } catch (error) {
      this.onError(error)
    }
  }
}
