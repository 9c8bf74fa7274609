/** JSON columns. What is read back was written by us, so its shape is the writer's promise. */
export const readJson = <Value>(text: string): Value => JSON.parse(text) as Value
export const writeJson = (value: unknown): string => JSON.stringify(value)

export type ExtJson = Record<string, string | number | boolean | null>
