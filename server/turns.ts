const last = new Map<string, Promise<void>>()

/** Does what bears the same name one after another, within this process. */
export async function inTurn<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const mine = (last.get(name) ?? Promise.resolve()).then(work)
  const ended = mine.then(
    () => {},
    () => {},
  )
  last.set(name, ended)
  try {
    return await mine
  } finally {
    if (last.get(name) === ended) last.delete(name)
  }
}
