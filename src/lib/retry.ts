/** Tries again what may succeed a moment later. For reads only: a write whose answer was lost may have happened. */
export async function retried<Data>(
  load: () => Promise<Data>,
  isPassing: (error: unknown) => boolean,
  pauses: readonly number[] = [400, 1200],
): Promise<Data> {
  const [pause, ...others] = pauses
  try {
    return await load()
  } catch (error) {
    if (pause === undefined || !isPassing(error)) throw error
    await new Promise(resolve => setTimeout(resolve, pause))
    return retried(load, isPassing, others)
  }
}
