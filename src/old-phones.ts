/**
 * What browsers before 2022 lack of what the shop uses. `index.html` fetches it for them alone; the syntax is lowered for
 * everybody (`babel.config.js`). `test/old-phones.test.ts` notices when something newer comes into use.
 */
type Method = (this: never, ...given: never[]) => unknown

function lend(owner: object, name: string, method: Method): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value: method, writable: true, configurable: true })
}

lend(Array.prototype, 'at', function (this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
lend(Array.prototype, 'flat', function (this: unknown[]) {
  return ([] as unknown[]).concat(...this)
})
lend(Array.prototype, 'flatMap', function (this: unknown[], of: (item: unknown, index: number) => unknown) {
  return ([] as unknown[]).concat(...this.map((item, index) => of(item, index)))
})
lend(Object, 'fromEntries', (entries: Iterable<[string, unknown]>) => {
  const made: Record<string, unknown> = {}
  for (const [key, value] of entries) made[key] = value
  return made
})
lend(String.prototype, 'replaceAll', function (this: string, part: string, by: string) {
  return this.split(part).join(by)
})
lend(String.prototype, 'matchAll', function (this: string, pattern: RegExp) {
  const found: RegExpExecArray[] = []
  const copy = new RegExp(pattern.source, pattern.flags)
  for (let match = copy.exec(this); match; match = copy.exec(this)) {
    found.push(match)
    if (!match[0]) copy.lastIndex += 1
  }
  return found
})
lend(Promise.prototype, 'finally', function (this: Promise<unknown>, done: () => unknown) {
  return this.then(
    value => Promise.resolve(done()).then(() => value),
    error =>
      Promise.resolve(done()).then(() => {
        throw error
      }),
  )
})
lend(window, 'globalThis', window as unknown as Method)
lend(window, 'queueMicrotask', (task: () => void) => {
  Promise.resolve().then(task)
})

/** Whether rows and columns keep the room between their parts by themselves. */
function knowsGaps(): boolean {
  const column = document.createElement('div')
  column.setAttribute('style', 'display:flex;flex-direction:column;row-gap:1px;position:absolute')
  column.appendChild(document.createElement('div'))
  column.appendChild(document.createElement('div'))
  document.documentElement.appendChild(column)
  const knows = column.scrollHeight === 1
  document.documentElement.removeChild(column)
  return knows
}

/** The room as margins of the parts, which every browser understands. */
function spread(parent: Element): void {
  const { display, flexDirection, rowGap, columnGap } = getComputedStyle(parent)
  if (!display.includes('flex')) return
  const isColumn = flexDirection.startsWith('column')
  const gap = Number.parseFloat(isColumn ? rowGap : columnGap)
  if (!gap) return
  const side = isColumn ? 'marginTop' : 'marginLeft'
  for (const part of Array.from(parent.children).slice(1)) {
    const { style } = part as HTMLElement
    if (!style[side]) style[side] = `${gap}px`
  }
}

if (!knowsGaps()) {
  new MutationObserver(changes => {
    const parents = new Set<Element>()
    for (const { target, addedNodes } of changes) {
      parents.add(target as Element)
      for (const node of Array.from(addedNodes)) {
        if (!(node instanceof Element)) continue
        parents.add(node)
        for (const inner of Array.from(node.querySelectorAll('*'))) parents.add(inner)
      }
    }
    for (const parent of Array.from(parents)) spread(parent)
  }).observe(document.documentElement, { childList: true, subtree: true })
}
