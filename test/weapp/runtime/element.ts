/** A part of a page as somebody sees and touches it. */
import { attributeOf, childrenOf, type Node, templateOf, textOf } from './tree'

/** `.class`, or the words or the spoken name of what is looked for. */
export type Wanted = string | RegExp

export interface Stage {
  /** Hands an event to the page's script. */
  send(event: object): void
  settled(): Promise<void>
  /** The shopper has pressed a button that agrees to the privacy terms. */
  agreed(buttonId: string): void
  /** What WeChat's number button hands over. */
  number(): Promise<object>
  /** While it runs a finger is on the screen. */
  touching(run: () => void): void
}

export class Element {
  constructor(
    readonly node: Node,
    /** From the parent up to the page. */
    private readonly above: readonly Node[],
    private readonly stage: Stage,
  ) {}

  text(): string {
    return textOf(this.node)
  }

  attribute(name: string): unknown {
    return attributeOf(this.node, name)
  }

  hasClass(name: string): boolean {
    return (this.node.cl ?? '').split(/\s+/).includes(name)
  }

  /** The one that is meant; two of them are as wrong as none. */
  find(wanted: Wanted): Element {
    const [found, ...others] = this.findAll(wanted)
    if (!found) throw new Error(`there is no ${wanted} in:\n${this.text()}`)
    if (others.length) throw new Error(`${others.length + 1} places are ${wanted}: say more exactly which`)
    return found
  }

  findAll(wanted: Wanted): Element[] {
    const inside = this.children().flatMap(child => child.findAll(wanted))
    const isClass = typeof wanted === 'string' && wanted.startsWith('.')
    if (isClass) return this.hasClass(wanted.slice(1)) ? [this, ...inside] : inside
    // The innermost that reads so: everything around it reads the same.
    return inside.length === 0 && this.reads(wanted) ? [this] : inside
  }

  has(wanted: Wanted): boolean {
    return this.findAll(wanted).length > 0
  }

  /** What is around it and has this class. */
  closest(className: string): Element {
    const [parent, ...others] = this.above
    if (!parent) throw new Error(`nothing around has the class ${className}`)
    const element = new Element(parent, others, this.stage)
    return element.hasClass(className) ? element : element.closest(className)
  }

  /** A finger comes down and goes up: on this or on what is inside, by its words. */
  async tap(wanted?: Wanted): Promise<void> {
    const target = wanted === undefined ? this : this.find(wanted)
    const numberButton = target.buttonOf('getPhoneNumber')
    if (numberButton) {
      const button = new Element(numberButton, [], this.stage)
      button.dispatch('getphonenumber', await this.stage.number())
    } else target.touch()
    await this.stage.settled()
  }

  private buttonOf(openType: string): Node | undefined {
    return [this.node, ...this.above].find(node => attributeOf(node, 'open-type') === openType)
  }

  /** A tap without waiting for what it does. */
  touch(): void {
    const button = this.buttonOf('agreePrivacyAuthorization')
    if (button) this.agree(button)
    else this.stage.touching(() => this.dispatch('tap', {}, true))
  }

  /** WeChat remembers which button it was. */
  private agree(button: Node): void {
    this.stage.agreed(String(button.uid ?? button.sid))
    new Element(button, [], this.stage).dispatch('agreeprivacyauthorization', {})
  }

  /** Types into a field, named by its label or by what it shows while empty. */
  async input(field: string, value: string): Promise<void> {
    this.field(field).dispatch('input', { value, cursor: value.length })
    await this.stage.settled()
  }

  /** Presses the keyboard's own button in a field. */
  async confirm(field: string, value: string): Promise<void> {
    await this.input(field, value)
    this.field(field).dispatch('confirm', { value })
    await this.stage.settled()
  }

  field(name: string): Element {
    const fields = this.all().filter(({ node }) => ['input', 'textarea'].includes(templateOf(node).tag))
    const [found, ...others] = fields.filter(
      field => field.attribute('placeholder') === name || field.attribute('aria-label') === name,
    )
    if (found && others.length === 0) return found
    const names = fields.map(field => field.attribute('placeholder')).join(', ')
    throw new Error(`${others.length ? 'more than one' : 'no'} field is called ${name}; there is: ${names}`)
  }

  /** A part that scrolls by itself comes to its end. */
  async scrollToLower(): Promise<void> {
    this.dispatch('scrolltolower', { direction: 'bottom' })
    await this.stage.settled()
  }

  /** A part that scrolls by itself is pulled down at its beginning, and has let go when all that follows is done. */
  async pullDown(): Promise<void> {
    if (this.attribute('refresher-enabled') !== true) throw new Error(`"${this.text()}" cannot be pulled down`)
    this.dispatch('refresherrefresh', {})
    await this.stage.settled()
    if (this.attribute('refresher-triggered')) throw new Error(`"${this.text()}" does not let go`)
  }

  /** A finger comes down, moves or goes up here. */
  finger(type: 'touchstart' | 'touchmove' | 'touchend', x?: number, y?: number): void {
    const touches = x === undefined || y === undefined ? [] : [{ identifier: 0, clientX: x, clientY: y }]
    this.dispatch(type, {}, true, { touches, changedTouches: touches })
  }

  /** Tells everybody on the way who listens. Throws when nobody does: a shopper would see nothing happen. */
  dispatch(type: string, detail: object, isBubbling = false, more: object = {}): void {
    const way = isBubbling ? [this.node, ...this.above] : [this.node]
    const listening = way.filter(node => templateOf(node).events.has(type))
    if (listening.length === 0) throw new Error(`nothing answers to ${type} on "${this.text()}"`)
    const place = ({ sid }: Node) => ({ id: sid, dataset: { sid } })
    for (const node of listening) {
      this.stage.send({
        type,
        detail,
        timeStamp: Date.now(),
        target: place(this.node),
        currentTarget: place(node),
        mark: {},
        ...more,
      })
      if (templateOf(node).events.get(type) === 'catch') return
    }
  }

  private children(): Element[] {
    return childrenOf(this.node).map(child => new Element(child, [this.node, ...this.above], this.stage))
  }

  all(): Element[] {
    return [this, ...this.children().flatMap(child => child.all())]
  }

  private reads(wanted: Wanted): boolean {
    if (this.node.v !== undefined) return false
    const readings = [this.text(), String(this.attribute('aria-label') ?? '')]
    return readings.some(reading => (typeof wanted === 'string' ? reading === wanted : wanted.test(reading)))
  }
}
