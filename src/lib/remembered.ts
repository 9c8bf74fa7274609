/** The list with `item` at its front and nowhere else; the oldest fall off. */
export function remembered<Item>(
  items: readonly Item[],
  item: Item,
  most: number,
  keyOf: (item: Item) => unknown = same,
): Item[] {
  return [item, ...items.filter(other => keyOf(other) !== keyOf(item))].slice(0, most)
}

const same = (item: unknown): unknown => item
