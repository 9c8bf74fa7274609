/** Names one visit of one shopper, so that the server knows a repeat of what it asks for. Not a secret. */
export function randomKey(): string {
  const part = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}${part()}`
}
