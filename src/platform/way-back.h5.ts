/** After a reload the app knows one page only; the browser still knows how the shopper came here. True when it takes them there. */
export function goBackByBrowser(): boolean {
  const { idx = 0 } = (window.history.state ?? {}) as { idx?: number }
  if (idx > 0) window.history.back()
  return idx > 0
}
