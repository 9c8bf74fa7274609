/** Something that a test waits for, and the one who tells it. */
export interface Signal<Value = void> {
  given: Promise<Value>
  give(value: Value): void
}

export function signal<Value = void>(): Signal<Value> {
  let give: (value: Value) => void = () => {}
  const given = new Promise<Value>(resolve => {
    give = resolve
  })
  return { given, give: value => give(value) }
}
